import { describe, expect, it } from 'vitest';
import { analyseSource, compareSources } from '../../../../server/src/analysis/analyse.ts';
import type { Entity } from '../../../../server/src/analysis/model.ts';

function link(...texts: string[]): Entity[] {
  return compareSources(texts.map((text, i) => analyseSource(`${i}`, text))).entities;
}

/** The texts of the mentions of the entity of that name, source by source. */
function mentions(entities: Entity[], name: string): string[] {
  const entity = entities.find((each) => each.name === name);
  return (entity?.mentions ?? []).filter(({ kind }) => kind !== 'pronoun').map(({ path, text }) => `${path} ${text}`);
}

describe('across sources', () => {
  it('knows an acronym that another source defines', () => {
    const entities = link(
      'The Coastal Rescue Board (CRB) searched until dawn.',
      'Divers of the rescue service, CRB, found the boat. CRB said it would go on.',
    );
    expect(mentions(entities, 'Coastal Rescue Board')).toEqual(['0 Coastal Rescue Board', '0 CRB', '1 CRB', '1 CRB']);
  });

  it('knows a company with and without its form and its group', () => {
    const entities = link(
      'Shares of Holmbeck Group fell by a tenth. The Holmbeck plant stands idle.',
      'Holmbeck Groep NV is to cut 90 jobs, its chief executive said.',
    );
    const names = entities.filter(({ type }) => type === 'organization').map(({ aliases }) => aliases.sort());
    expect(names).toContainEqual(['Holmbeck', 'Holmbeck Groep NV', 'Holmbeck Group']);
  });

  it('takes two spellings by way of two languages for one person, and two people with like names for two', () => {
    expect(link('Judge Halyna Hryhorenko ruled on Monday.', 'Galina Grigorenko, the judge, ruled.')).toHaveLength(1);
    const two = link('Coach John Hannon resigned.', 'Coach John Gannon was appointed.');
    expect(two.filter(({ type }) => type === 'person')).toHaveLength(2);
  });

  it('gives a surname to nobody where two bear it and nothing tells', () => {
    const entities = link(
      'Carl Brandt met Otto Brandt in Hamburg. Carl Brandt and Otto Brandt shook hands.',
      'Witnesses saw Brandt leave.',
    );
    expect(mentions(entities, 'Brandt')).toEqual(['1 Brandt']);
  });

  it('tells a judge and a sergeant of one surname apart where another source has their names', () => {
    const entities = link(
      'Judge Marian Kessler presided. Sergeant Robert Kessler took the stand.',
      'Is Judge Kessler kin to Sergeant Kessler? No.',
    );
    expect(mentions(entities, 'Marian Kessler')).toEqual(['0 Marian Kessler', '1 Kessler']);
    expect(mentions(entities, 'Robert Kessler')).toEqual(['0 Robert Kessler', '1 Kessler']);
  });

  it('reads a name that only another source shows to be one', () => {
    const entities = link(
      'Nurse Ozioma Eze pulled two men from the water. Ozioma Eze has a medal now.',
      'What did she think? Ozioma went back at once.',
    );
    expect(mentions(entities, 'Ozioma Eze')).toContain('1 Ozioma');
  });

  it('knows whose office it is where one source only names the holder', () => {
    const entities = link(
      'Ukrainian President Volodymyr Zelensky arrived in Ankara.',
      'The talks failed. The Ukrainian president left at noon.',
    );
    expect(mentions(entities, 'Volodymyr Zelensky')).toContain('1 The Ukrainian president');
  });

  it('takes a state for what its abbreviation stands for', () => {
    const entities = link('SALEM, Ore. - Rain fell all day.', 'Rain fell in Oregon all day.');
    expect(mentions(entities, 'Oregon')).toEqual(['0 Ore.', '1 Oregon']);
  });

  it('does not take a town for its institutions', () => {
    const entities = link(
      'The Haskovo Health Inspectorate closed a kitchen in Haskovo.',
      'Guests fell ill in Haskovo.',
    );
    expect(mentions(entities, 'Haskovo')).toEqual(['0 Haskovo', '1 Haskovo']);
  });
});

describe('names that were cut', () => {
  it('reads an authority with its officer and place as one', () => {
    const entities = link('Deputies of the Bell County Sheriff’s Office came. The Sheriff’s Office said no more.');
    expect(mentions(entities, 'Bell County Sheriff’s Office')).toEqual([
      '0 Bell County Sheriff’s Office',
      '0 Sheriff’s Office',
    ]);
  });

  it('reads a list of fields to its end', () => {
    const entities = link('The Ministry of Youth, Sports and Culture (MYSC) paid. MYSC denied it.');
    expect(mentions(entities, 'Ministry of Youth, Sports and Culture')[0]).toBe(
      '0 Ministry of Youth, Sports and Culture',
    );
  });
});
