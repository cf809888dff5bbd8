import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extension } from './helpers.ts';

interface Manifest {
  contributes: { commands: { command: string; title: string; category?: string }[] };
}

describe('the extension', () => {
  it('activates', async () => {
    await extension().activate();
    assert.equal(extension().isActive, true);
  });

  it('has every command that it lists in the palette, under its own name', async () => {
    const { commands } = (extension().packageJSON as Manifest).contributes;
    const known = new Set(await vscode.commands.getCommands());
    assert.ok(commands.length > 0);
    for (const { command, category } of commands) {
      assert.ok(known.has(command), `${command} is not registered`);
      assert.equal(category, 'Crossread');
    }
  });
});
