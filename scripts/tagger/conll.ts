import { readFileSync } from 'node:fs';

export type Label = 'PER' | 'ORG' | 'LOC' | 'MISC';

/** A text with the names in it, as the trainer takes it. */
export interface LabelledText {
  text: string;
  names: { start: number; end: number; label: Label }[];
}

const LABELS: Record<string, Label> = {
  PER: 'PER',
  ORG: 'ORG',
  LOC: 'LOC',
  person: 'PER',
  location: 'LOC',
  group: 'ORG',
  corporation: 'ORG',
  'creative-work': 'MISC',
  product: 'MISC',
};

/** Reads a file of one token and tag a line, joined to texts; handles and hashtags are left unlabelled. */
export function readConll(path: string): LabelledText[] {
  return readFileSync(path, 'utf8')
    .split(/\n\s*\n/)
    .map((block) => joinRows(block.split('\n').map((line) => line.split('\t') as [string, string])))
    .filter((labelled) => labelled.text !== '');
}

const NO_SPACE_BEFORE = /^(?:[.,;:!?)\]}%]|'s|'re|'ve|'ll|'d|'m|n't|’s)$/;

function joinRows(rows: [string, string][]): LabelledText {
  const out: LabelledText = { text: '', names: [] };
  let previous = '';
  let open: { start: number; end: number; label: Label } | undefined;
  for (const [token, tag] of rows) {
    if (!token || !tag) continue;
    const glued = out.text === '' || NO_SPACE_BEFORE.test(token) || ['(', '[', '$', '@', '#'].includes(previous);
    const start = out.text.length + (glued ? 0 : 1);
    out.text += (glued ? '' : ' ') + token;
    const label = /^[@#]/.test(token) || previous === '@' ? undefined : LABELS[tag.slice(2)];
    if (open && label === open.label && tag.startsWith('I')) open.end = out.text.length;
    else {
      open = label && { start, end: out.text.length, label };
      if (open) out.names.push(open);
    }
    previous = token;
  }
  return out;
}
