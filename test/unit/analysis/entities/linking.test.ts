import { describe, expect, it } from 'vitest';
import { countPairs, readFolders } from '../../../../bench/folders.ts';

const folders = readFolders('bench/linking');

describe('linking across sources', () => {
  it('has a dozen folders and more to show', () => {
    expect(folders.length).toBeGreaterThanOrEqual(12);
  });

  it('links what is one thing and keeps apart what is two', () => {
    const wrong: string[] = [];
    const total = { right: 0, linked: 0, wanted: 0 };
    for (const folder of folders) {
      const counts = countPairs(folder, (message) => wrong.push(message));
      total.right += counts.right;
      total.linked += counts.linked;
      total.wanted += counts.wanted;
    }
    expect(total.right / total.linked, wrong.join('\n')).toBeGreaterThanOrEqual(0.97);
    expect(total.right / total.wanted, wrong.join('\n')).toBeGreaterThanOrEqual(0.9);
  });
});
