import { dictionary } from '../dictionary.ts';

/** Abbreviations of American states and Canadian provinces as news agencies write them in datelines; folded. */
const ABBREVIATIONS: Record<string, string> = dictionary({
  ...{ 'ala.': 'alabama', 'ariz.': 'arizona', 'ark.': 'arkansas', 'calif.': 'california', 'colo.': 'colorado' },
  ...{ 'conn.': 'connecticut', 'del.': 'delaware', 'fla.': 'florida', 'ga.': 'georgia', 'ill.': 'illinois' },
  ...{ 'ind.': 'indiana', 'kan.': 'kansas', 'ky.': 'kentucky', 'la.': 'louisiana', 'md.': 'maryland' },
  ...{ 'mass.': 'massachusetts', 'mich.': 'michigan', 'minn.': 'minnesota', 'miss.': 'mississippi', 'mo.': 'missouri' },
  ...{ 'mont.': 'montana', 'neb.': 'nebraska', 'nev.': 'nevada', 'n.h.': 'new hampshire', 'n.j.': 'new jersey' },
  ...{ 'n.m.': 'new mexico', 'n.y.': 'new york', 'n.c.': 'north carolina', 'n.d.': 'north dakota' },
  ...{ 'okla.': 'oklahoma', 'ore.': 'oregon', 'pa.': 'pennsylvania', 'r.i.': 'rhode island', 's.c.': 'south carolina' },
  ...{ 's.d.': 'south dakota', 'tenn.': 'tennessee', 'tex.': 'texas', 'vt.': 'vermont', 'va.': 'virginia' },
  ...{ 'wash.': 'washington', 'w.va.': 'west virginia', 'wis.': 'wisconsin', 'wyo.': 'wyoming', 'ont.': 'ontario' },
  ...{ 'que.': 'quebec', 'b.c.': 'british columbia', 'alta.': 'alberta', 'sask.': 'saskatchewan', 'man.': 'manitoba' },
  ...{ 'n.s.': 'nova scotia', 'n.b.': 'new brunswick' },
});

/** The full name of a state or province written short, else the name itself. */
export function fullState(folded: string): string {
  return ABBREVIATIONS[folded] ?? folded;
}
