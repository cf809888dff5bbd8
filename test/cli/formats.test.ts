import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import { crossread, crossreadAsync, withFiles, withFilesAsync } from './command.ts';

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

describe('crossread export', () => {
  it('writes brat into a folder, whatever the sources are called, and import takes it into another', () => {
    withFiles({ 'news/a b.txt': FILES['a b.txt'], 'news/sub/c#.txt': NINE }, (folder) => {
      expect(crossread(['export', 'brat', join(folder, 'news'), '--output', 'out/brat'], folder)).toEqual({
        code: 0,
        stdout: '',
        stderr: '',
      });
      const base = join(folder, 'out/brat');
      expect(readFileSync(join(base, 'sub/c#.txt'), 'utf8')).toBe(NINE);
      const words = readFileSync(join(base, 'sub/c#.ann'), 'utf8');
      expect(words).toContain('\tSofia\n');
      // the police are marked there as one more entity
      const [start, end] = [NINE.indexOf('police'), NINE.indexOf('police') + 6];
      writeFileSync(join(base, 'sub/c#.ann'), `${words}T99\tOrganization ${start} ${end}\tpolice\n`);
      expect(crossread(['import', 'out/brat', 'news'], folder)).toMatchObject({ stdout: '1 imported.\n', stderr: '' });
      const report = JSON.parse(crossread(['check', 'news', '--format', 'json'], folder).stdout);
      expect(report.entities).toContainEqual(expect.objectContaining({ name: 'police', type: 'organization' }));
    });
  });

  it('writes the other formats to standard output or into a file', () => {
    withFiles(FILES, (folder) => {
      const id = results(folder)[0]?.partialFingerprints?.['contradiction/v1'] as string;
      crossread(['verdict', id, 'confirmed', '.', '--author', 'Ana'], folder);
      const out = (format: string) => crossread(['export', format, '.'], folder).stdout;
      expect(out('conll')).toContain('# newdoc id = sub/c#.txt\n');
      expect(JSON.parse(out('jsonld'))['@graph'][0].target[0].source).toBe('a%20b.txt');
      expect(out('csv')).toBe(crossread(['check', '.', '--format', 'csv'], folder).stdout);
      expect(out('sarif')).toBe(crossread(['check', '.', '--format', 'sarif'], folder).stdout);
      expect(crossread(['export', 'csv', '.', '-o', 'x.csv'], folder).stdout).toBe('');
      expect(readFileSync(join(folder, 'x.csv'), 'utf8')).toBe(out('csv'));
      rmSync(join(folder, '.crossread'), { recursive: true });
      expect(crossread(['import', 'x.csv', '.'], folder).stdout).toBe('1 imported.\n');
      expect(results(folder)[0]?.properties?.verdict).toMatchObject({ state: 'confirmed', author: 'Ana' });
    });
  });

  it.each([
    ['no format', ['export'], /export needs a format: jsonld, brat, conll, csv or sarif/],
    ['brat without a folder', ['export', 'brat', '.'], /brat needs --output/],
    ['an unknown format of an import', ['import', 'x', '.', '--format', 'xml'], /--format of an import/],
    ['a file of no format', ['import', 'sub/c#.txt', '.'], /the ending tells no format/],
    ['a folder without brat', ['import', 'sub', '.'], /there are no \.ann files/],
  ])('ends with 2 for %s', (_, args, message) => {
    withFiles(FILES, (folder) => {
      const { code, stderr } = crossread(args, folder);
      expect(code).toBe(2);
      expect(stderr).toMatch(message);
    });
  });
});

describe('the watch list', () => {
  it('is used, and told where it is malformed', () => {
    const list = '{"entities": [\n{"name": "The police", "aliases": ["police"], "id": "Q35535"}]}';
    withFiles({ ...FILES, '.crossread/watchlist.json': list }, (folder) => {
      const { entities } = JSON.parse(crossread(['check', 'sub', 'a b.txt', '--format', 'json'], folder).stdout);
      expect(entities).toContainEqual(
        expect.objectContaining({ name: 'The police', watched: { externalId: 'Q35535' } }),
      );
      writeFileSync(join(folder, '.crossread/watchlist.json'), list.replace('"name"', '"title"'));
      expect(crossread(['check', '.'], folder).stderr).toMatch(/watchlist\.json:2: The "name" is missing\.\n$/);
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

  it('loses nothing that several processes write at once', async () => {
    const ids = ['urn:1', 'urn:2', 'urn:3', 'urn:4'];
    const files = ids.map((id, i) => [`${i}.jsonld`, JSON.stringify([annotation(id, 'Nine people', 'sub/c%23.txt')])]);
    await withFilesAsync({ ...FILES, ...Object.fromEntries(files) }, async (folder) => {
      const codes = await Promise.all(ids.map((_, i) => crossreadAsync(['import', `${i}.jsonld`, '.'], folder)));
      expect(codes).toEqual([0, 0, 0, 0]);
      const graph: { id: string }[] = JSON.parse(crossread(['export', 'jsonld', '.'], folder).stdout)['@graph'];
      expect(graph.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
      expect(readdirSync(join(folder, '.crossread')).sort()).toEqual(['.gitattributes', 'annotations.jsonld']);
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
