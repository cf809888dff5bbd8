import { expect, it } from 'vitest';
import { readSource } from '../../../../server/src/analysis/claims/reading.ts';
import { findEntities } from '../../../../server/src/analysis/entities/find.ts';
import { readText } from '../../../../server/src/analysis/text/read.ts';

function quantitiesIn(text: string) {
  const source = readText(text);
  const { sentences } = readSource(source, findEntities(source), {});
  return sentences.flatMap(({ quantities }) => quantities).map((q) => ({ ...q, text: text.slice(q.start, q.end) }));
}

it.each([
  ['Tens of thousands of people fled.', 'Tens of thousands of', 'count', 20_000, 100_000],
  ['A hundred thousand people fled.', 'A hundred thousand', 'count', 100_000, 100_000],
  ['One hundred and twenty people fled.', 'One hundred and twenty', 'count', 120, 120],
  ['Three thousand five hundred people fled.', 'Three thousand five hundred', 'count', 3500, 3500],
  ['20 000 people fled.', '20 000', 'count', 20_000, 20_000],
  ['20.000 people fled.', '20.000', 'count', 20_000, 20_000],
  ['1.2m people fled.', '1.2m', 'count', 1.2e6, 1.2e6],
  ['A quarter of a million people fled.', 'A quarter of a million', 'count', 250_000, 250_000],
  ['Half a dozen people fled.', 'Half a dozen', 'count', 5.5, 6.5],
  ['Two dozen people fled.', 'Two dozen', 'count', 24, 24],
  ['30–40 people fled.', '30–40', 'count', 30, 40],
  ['Two or three people fled.', 'Two or three', 'count', 2, 3],
  ['Flight 370 - 239 people aboard - is missing.', '239', 'count', 239, 239],
  ['1 in 4 people fled.', '1 in 4', 'percent', 24.25, 25.75],
  ['Two out of every four people fled.', 'Two out of every four', 'percent', 48.5, 51.5],
  ['Profit fell by half.', 'half', 'percent', 48.5, 51.5],
  ['It rose 3.2 percentage points.', '3.2 percentage points', 'percent', 3.2, 3.2],
  ['They will pay $5.4B for it.', '$5.4B', 'money', 5.4e9, 5.4e9],
  ['They will pay 5.4 billion US dollars for it.', '5.4 billion US dollars', 'money', 5.4e9, 5.4e9],
  ['They will pay £18m.', '£18m', 'money', 18e6, 18e6],
  ['They will pay 18m euros for it.', '18m euros', 'money', 18e6, 18e6],
  ['They will pay EUR18m for it.', 'EUR18m', 'money', 18e6, 18e6],
  ['They will pay Rs5 crore for it.', 'Rs5 crore', 'money', 5e7, 5e7],
  ['A five-million-dollar offer was made.', 'five-million-dollar', 'money', 5e6, 5e6],
  ['A 3-month-old baby was found.', '3-month-old', 'age', 0.25, 0.25],
  ['The man is 26 years of age.', '26 years of age', 'age', 26, 26],
  ['The car was moving at 22 km/h.', '22 km/h', 'speed', 22, 22],
  ['It has 16GB of memory.', '16GB', 'data', 16e9, 16e9],
  ['A 20in screen was shown.', '20in', 'length', 0.508, 0.508],
  ['He is 6ft 2in tall.', '6ft 2in', 'length', 1.8796, 1.8796],
  ['The boy weighs 10 pounds.', '10 pounds', 'mass', 4.536, 4.536],
  ['The boy paid 10 pounds.', '10 pounds', 'money', 10, 10],
  ['It weighs 40 metric tons.', '40 metric tons', 'mass', 40_000, 40_000],
  ['It covers 300 sq km.', '300 sq km', 'area', 3e8, 3e8],
  ['He won 3 - 0.', '3 - 0', 'record', 3, 3],
  ['He finished in 2:03:59.', '2:03:59', 'duration', 7439, 7439],
  ['He finished in 9.58s.', '9.58s', 'duration', 9.58, 9.58],
  ['He was jailed for four-and-a-half years.', 'four-and-a-half years', 'duration', 142009200, 142009200],
  ['He was jailed for 4½ years.', '4½ years', 'duration', 142009200, 142009200],
])('reads the figure in "%s"', (sentence, text, dimension, low, high) => {
  const found = quantitiesIn(sentence);
  expect(found.map((q) => q.text)).toContain(text);
  const quantity = found.find((q) => q.text === text);
  expect(quantity?.dimension).toBe(dimension);
  expect(quantity?.low).toBeCloseTo(low, 3);
  expect(quantity?.high).toBeCloseTo(high, 3);
});

it.each([
  ['No fewer than 30 people fled.', 'min'],
  ['Well over 30 people fled.', 'min'],
  ['Upward of 30 people fled.', 'min'],
  ['30-plus people fled.', 'min'],
  ['30+ people fled.', 'min'],
  ['30 people or more fled.', 'min'],
  ['No more than 30 people fled.', 'max'],
  ['Not more than 30 people fled.', 'max'],
  ['Just under $30 was paid.', 'max'],
])('reads the bound in "%s"', (sentence, bound) => {
  expect(quantitiesIn(sentence)).toMatchObject([{ bound, low: 30 }]);
});
