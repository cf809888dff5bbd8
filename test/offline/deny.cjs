// Loaded before a program (`node --require`), also into its threads: whatever would leave the process by the network, or start
// another process, is written to the file that CROSSREAD_TEST_CALLS names, and fails.
const { appendFileSync } = require('node:fs');

/** @param {string} what */
function deny(what) {
  return () => {
    appendFileSync(String(process.env.CROSSREAD_TEST_CALLS), `${what}\n${new Error().stack}\n`);
    throw new Error(`${what} is denied`);
  };
}

const calls = {
  'node:http': ['request', 'get'],
  'node:https': ['request', 'get'],
  'node:http2': ['connect'],
  'node:net': ['connect', 'createConnection'],
  'node:tls': ['connect'],
  'node:dgram': ['createSocket'],
  'node:dns': ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse'],
  'node:dns/promises': ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse'],
  'node:child_process': ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync'],
};
for (const [module, names] of Object.entries(calls)) {
  for (const name of names) require(module)[name] = deny(`${module} ${name}`);
}
require('node:net').Socket.prototype.connect = deny('node:net Socket.connect');
globalThis.fetch = deny('fetch');
globalThis.WebSocket = /** @type {any} */ (deny('WebSocket'));
