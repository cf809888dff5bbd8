import { describe, expect, it } from 'vitest';
import { InputError, readArguments } from '../../../cli/src/arguments.ts';

describe('readArguments', () => {
  it('reads names and options in any order', () => {
    expect(readArguments(['--format', 'json', 'check', 'a', '--min-confidence=0.8', 'b c'])).toEqual({
      command: 'check',
      names: ['a', 'b c'],
      format: 'json',
      minimumConfidence: 0.8,
      failOn: 'variation',
    });
  });

  it('reports as text what is at least as sure as the server shows, unless told otherwise', () => {
    expect(readArguments(['check', '.'])).toMatchObject({ format: 'text', minimumConfidence: 0.45 });
  });

  it('takes what follows -- for names', () => {
    expect(readArguments(['check', '--', '--help'])).toMatchObject({ command: 'check', names: ['--help'] });
  });

  it('prefers help to everything else', () => {
    expect(readArguments(['check', '-h'])).toEqual({ command: 'help' });
    expect(readArguments(['-v'])).toEqual({ command: 'version' });
  });

  it.each([[[]], [['check']], [['read', 'a']], [['check', 'a', '--min-confidence', '']], [['check', 'a', '--format']]])(
    'refuses %j in one line',
    (argv) => {
      expect(() => readArguments(argv)).toThrow(InputError);
      expect(() => readArguments(argv)).toThrow(/^[^\n]+\(see crossread --help\)$/);
    },
  );
});
