import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import { crossread, withFiles } from './command.ts';

const FIVE = 'Five people died when the bridge in Sofia collapsed on Monday, police said.\n';
const NINE = 'Nine people died when the bridge in Sofia collapsed on Monday, police said.\n';
const FILES = { 'a b.txt': `Bridge\n\n${FIVE}`, 'sub/c#.txt': NINE };

const sarif = (folder: string): Log => JSON.parse(crossread(['check', '.', '--format', 'sarif'], folder).stdout);
const results = (folder: string): Result[] => sarif(folder).runs[0]?.results ?? [];

describe('SARIF', () => {
  it('has what sections 3.13 to 3.30 of the standard require', () => {
    const log: Log = JSON.parse(crossread(['check', 'seeds', '--format', 'sarif']).stdout);
    expect(log.version).toBe('2.1.0');
    expect(log.runs).toHaveLength(1);
    const { tool, results = [], columnKind } = log.runs[0] as Log['runs'][0];
    expect(tool.driver.name).toBe('Crossread');
    expect(columnKind).toBe('utf16CodeUnits');
    expect(results.length).toBeGreaterThan(0);
    for (const {
      ruleId,
      ruleIndex = -1,
      message,
      level,
      rank = -1,
      locations = [],
      relatedLocations = [],
    } of results) {
      expect(tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId);
      expect(message.text).toBeTruthy();
      expect(['error', 'warning', 'note', 'none']).toContain(level);
      expect(rank).toBeGreaterThanOrEqual(0);
      expect(rank).toBeLessThanOrEqual(100);
      expect(locations).toHaveLength(1);
      expect(relatedLocations.length).toBeGreaterThan(0);
      for (const { physicalLocation } of [...locations, ...relatedLocations]) {
        expect(physicalLocation?.artifactLocation?.uri).toMatch(/^[\w\-.~%/]+$/);
        const { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 } = physicalLocation?.region ?? {};
        expect(Math.min(startLine, startColumn)).toBeGreaterThan(0);
        expect(endLine > startLine || endColumn > startColumn).toBe(true);
      }
    }
  });

  it('says where the words stand, and in which file whatever its name is', () => {
    withFiles(FILES, (folder) => {
      const [result] = results(folder);
      const places = [...(result?.locations ?? []), ...(result?.relatedLocations ?? [])].map(({ physicalLocation }) => [
        physicalLocation?.artifactLocation?.uri,
        physicalLocation?.region?.startLine,
        physicalLocation?.region?.snippet?.text?.split(' ')[0],
      ]);
      expect(places).toContainEqual(['a%20b.txt', 3, 'Five']);
      expect(places).toContainEqual(['sub/c%23.txt', 1, 'Nine']);
    });
  });

  it('suppresses what was dismissed, and says why', () => {
    withFiles(FILES, (folder) => {
      expect(results(folder)[0]?.suppressions).toEqual([]);
      const id = results(folder)[0]?.partialFingerprints?.['contradiction/v1'] as string;
      crossread(['verdict', id, 'dismissed', '.', '--reason', 'wording-only', '--author', 'Ana'], folder);
      expect(results(folder)[0]?.suppressions).toEqual([
        { kind: 'external', status: 'accepted', justification: 'dismissed: wording-only, by Ana' },
      ]);
    });
  });
});

describe('CSV', () => {
  it('has a row for each statement with the verdict', () => {
    withFiles(FILES, (folder) => {
      const id = results(folder)[0]?.partialFingerprints?.['contradiction/v1'] as string;
      crossread(['verdict', id, 'dismissed', '.', '--note', '=1+1, "really"', '--author', 'Ana'], folder);
      const [head, ...rows] = crossread(['check', '.', '--format', 'csv'], folder).stdout.trimEnd().split('\r\n');
      expect(head?.split(',').slice(0, 6)).toEqual(['id', 'kind', 'severity', 'confidence', 'question', 'position']);
      expect(rows).toHaveLength(2);
      expect(rows.every((row) => row.startsWith(`${id},number,`))).toBe(true);
      expect(rows[0]).toContain(`,dismissed,other,,"'=1+1, ""really""",Ana,`);
    });
  });
});

describe('crossread import', () => {
  const annotation = (id: string, exact: string, source: string) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'Annotation',
    motivation: 'commenting',
    created: '2026-11-22T10:00:00Z',
    body: { type: 'TextualBody', value: 'From elsewhere' },
    target: { source, selector: { type: 'TextQuoteSelector', exact, prefix: '', suffix: ' died when the bridge' } },
  });

  it('takes the annotations of another program, and names those without a place', () => {
    const page = {
      type: 'AnnotationPage',
      items: [
        annotation('urn:1', 'Nine people', 'sub/c%23.txt'),
        annotation('urn:2', 'Ninety horses', 'sub/c%23.txt'),
        annotation('urn:3', 'Nine people', 'none.txt'),
      ],
    };
    withFiles({ ...FILES, 'page.jsonld': JSON.stringify(page) }, (folder) => {
      const { code, stdout, stderr } = crossread(['import', 'page.jsonld', '.'], folder);
      expect({ code, stdout }).toEqual({ code: 0, stdout: '3 imported, 2 of them without a place.\n' });
      expect(stderr.trimEnd().split('\n')).toEqual([
        'crossread: no place for urn:2: ../sub/c%23.txt “Ninety horses”',
        'crossread: no place for urn:3: ../none.txt “Nine people”',
      ]);
      expect(crossread(['import', 'page.jsonld', '.'], folder).stdout).toBe('0 imported.\n');
      expect(crossread(['import', '.crossread/annotations.jsonld', 'sub'], folder).stdout).toBe('0 imported.\n');
    });
  });

  it('ends with 2 and says the line of a file that is none', () => {
    withFiles({ ...FILES, 'page.jsonld': '{\n"items": [}' }, (folder) => {
      const { code, stderr } = crossread(['import', 'page.jsonld', '.'], folder);
      expect(code).toBe(2);
      expect(stderr).toMatch(/^crossread: page\.jsonld:2: /);
    });
  });
});
