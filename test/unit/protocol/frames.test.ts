import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Frames, LONGEST_MESSAGE } from '../../../server/src/frames.ts';

/** What comes out of the frames that some chunks of bytes go into, and how often something was left out. */
function passed(chunks: Buffer[]): { bytes: Buffer; broken: string[] } {
  const broken: string[] = [];
  const frames = new Frames((reason) => broken.push(reason));
  const out: Buffer[] = [];
  frames.on('data', (bytes) => out.push(bytes));
  for (const chunk of chunks) frames._transform(chunk, 'utf8', () => undefined);
  let read = frames.read();
  while (read) {
    out.push(read);
    read = frames.read();
  }
  return { bytes: Buffer.concat(out), broken };
}

const frame = (body: string) => Buffer.from(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
const message = fc.string({ unit: 'binary', maxLength: 60 }).map(frame);
const noise = fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.concat([bytes, Buffer.from('\r\n\r\n')]));

/** The bytes in pieces of some length. */
function cut(bytes: Buffer, length: number): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / length) }, (_, i) =>
    bytes.subarray(i * length, (i + 1) * length),
  );
}

test('messages pass as they are, however they are cut', () => {
  fc.assert(
    fc.property(fc.array(message), fc.integer({ min: 1, max: 90 }), (messages, length) => {
      const all = Buffer.concat(messages);
      expect(passed(cut(all, length))).toEqual({ bytes: all, broken: [] });
    }),
  );
});

test('what is no message is left out, and those around it pass', () => {
  fc.assert(
    fc.property(message, noise, message, fc.integer({ min: 1, max: 90 }), (before, between, after, length) => {
      const { bytes, broken } = passed(cut(Buffer.concat([before, between, after]), length));
      expect(bytes.equals(Buffer.concat([before, after]))).toBe(true);
      expect(broken).toHaveLength(1);
    }),
  );
});

test('a header that does not end is left out as it comes, and kept nowhere', () => {
  const flood = Array.from({ length: 200 }, () => Buffer.alloc(64 * 1024, 120));
  const after = frame('{}');
  expect(passed([...flood, after])).toMatchObject({ bytes: after, broken: ['bytes that are no header'] });
});

test('a message above the limit is left out, and told of once', () => {
  const megabyte = Buffer.alloc(1024 * 1024, 120);
  const count = LONGEST_MESSAGE / megabyte.length + 1;
  const header = Buffer.from(`Content-Length: ${count * megabyte.length}\r\n\r\n`);
  const after = frame('{}');
  const { bytes, broken } = passed([header, ...Array.from({ length: count }, () => megabyte), after]);
  expect(bytes.equals(after)).toBe(true);
  expect(broken).toHaveLength(1);
});
