import { expect, test } from 'vitest';
import { analyseSource, compareSources } from '../../../../server/src/analysis/analyse.ts';

const NORTH = [
  'A fire swept through a furniture warehouse in Halden on Sunday. Firefighters from three brigades fought the flames. The owner of the warehouse, Per Lunde, said that it was insured. Three people died in the fire, the police said.',
  'Three people have died in a fire in Halden. The warehouse, where furniture was kept, burned down on Sunday. Its owner Per Lunde was at church when the flames broke out. Firefighters came from three brigades.',
  'The furniture warehouse of Per Lunde in Halden is gone. Firefighters could not stop the flames on Sunday, and the police found three people dead. All brigades of the county took part.',
];
const SOUTH = [
  'A fire in a night club in Porto Alto on Friday was caused by a firework, the mayor said. Five people died in the fire. The dancers ran for the only door. The singer, Ines Prado, was treated for smoke.',
  'Five people died in a fire in Porto Alto when a firework set light to the ceiling of a night club on Friday. The singer Ines Prado escaped by the door behind the stage, as did the dancers.',
  'The night club in Porto Alto had one door, the mayor said after the fire of Friday. The firework of the singer Ines Prado hit the ceiling above the dancers, and five people died.',
];

const surest = (texts: string[]) =>
  compareSources(texts.map((text, i) => analyseSource(`${i}`, text)))
    .contradictions.filter(({ kind }) => kind === 'number')
    .map(({ confidence }) => confidence);

test('what two stories tell of two events of one kind is not disputed', () => {
  const all = surest([...NORTH, ...SOUTH]);
  expect(all.filter((confidence) => confidence > 0.3)).toEqual([]);
});

test('within one story it is', () => {
  const [first = '', ...others] = NORTH;
  const [confidence] = surest([first.replace('Three people died', 'Four people died'), ...others, ...SOUTH]);
  expect(confidence).toBeGreaterThan(0.6);
});
