import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyseSource, compareSources } from '../server/src/analysis/analyse.ts';

/** A folder whose mentions are labelled with what they name. */
export interface LabelledFolder {
  name: string;
  sources: { path: string; text: string }[];
  mentions: { path: string; start: number; end: number; id: string }[];
}

/** Reads the folders of bench/linking; their format is in its README. */
export function readFolders(directory: string): LabelledFolder[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => parseFolder(file.slice(0, -4), readFileSync(join(directory, file), 'utf8')));
}

function parseFolder(name: string, content: string): LabelledFolder {
  const folder: LabelledFolder = { name, sources: [], mentions: [] };
  for (const part of content.split(/^=== /m).slice(1)) {
    const [path = '', ...lines] = part.split('\n');
    let text = '';
    for (const piece of lines
      .join('\n')
      .trim()
      .split(/(\[\w+: [^\]]+\])/)) {
      const label = /^\[(\w+): ([^\]]+)\]$/.exec(piece);
      const words = label?.[2] ?? piece;
      if (label?.[1]) folder.mentions.push({ path, start: text.length, end: text.length + words.length, id: label[1] });
      text += words;
    }
    folder.sources.push({ path, text });
  }
  return folder;
}

export interface PairCounts {
  /** Pairs of mentions that are linked and should be, that are linked, and that should be. */
  right: number;
  linked: number;
  wanted: number;
}

/** Counts the pairs of labelled mentions that the engine links; says which are wrong. */
export function countPairs(folder: LabelledFolder, complain: (message: string) => void = () => {}): PairCounts {
  const { entities } = compareSources(folder.sources.map(({ path, text }) => analyseSource(path, text)));
  const found = folder.mentions.map((m) =>
    entities.find((e) =>
      e.mentions.some((n) => n.path === m.path && n.kind === 'name' && n.start <= m.start && m.end <= n.end),
    ),
  );
  const counts: PairCounts = { right: 0, linked: 0, wanted: 0 };
  const text = (i: number) => {
    const m = folder.mentions[i] as LabelledFolder['mentions'][number];
    return `${m.path} "${folder.sources.find((s) => s.path === m.path)?.text.slice(m.start, m.end)}"`;
  };
  for (let a = 0; a < folder.mentions.length; a++) {
    for (let b = a + 1; b < folder.mentions.length; b++) {
      const wanted = folder.mentions[a]?.id === folder.mentions[b]?.id;
      const linked = found[a] !== undefined && found[a] === found[b];
      if (wanted) counts.wanted++;
      if (linked) counts.linked++;
      if (wanted && linked) counts.right++;
      if (wanted !== linked) complain(`${folder.name}: ${linked ? 'linked' : 'not linked'}: ${text(a)} and ${text(b)}`);
    }
  }
  return counts;
}
