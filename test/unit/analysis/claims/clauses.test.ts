import { describe, expect, it } from 'vitest';
import type { Clause } from '../../../../server/src/analysis/claims/clauses/read.ts';
import { readSource } from '../../../../server/src/analysis/claims/reading.ts';
import { findEntities } from '../../../../server/src/analysis/entities/find.ts';
import { readText } from '../../../../server/src/analysis/text/read.ts';

function read(text: string) {
  const source = readText(text);
  const sentence = readSource(source, findEntities(source), {}).sentences[0];
  if (!sentence) throw new Error('no sentence');
  const words = (group: { start: number; end: number } | undefined) => group && text.slice(group.start, group.end);
  const clause = (action: string): Clause & { subjectText?: string; objectText?: string } => {
    const found = sentence.clauses.find((c) => c.action === action);
    if (!found) throw new Error(`no clause ${action}: ${sentence.clauses.map((c) => c.action)}`);
    return { ...found, subjectText: words(found.subject) ?? '', objectText: words(found.object) ?? '' };
  };
  return { sentence, clause, words };
}

describe('clauses', () => {
  it('finds the subject over a relative clause and an apposition', () => {
    const { clause } = read('Mark Dell, the former official who leaked papers to reporters, died on Thursday.');
    expect(clause('die').subjectText).toBe('Mark Dell');
    expect(clause('die').times).toHaveLength(1);
  });

  it('reads passives, with and without an auxiliary', () => {
    expect(read('The delegation will be led by Ivan Petrov.').clause('lead').verb.passive).toBe(true);
    expect(read('Man charged with arson after fire').clause('charge').verb.passive).toBe(true);
  });

  it('takes "to" before a name for no infinitive', () => {
    const { adjuncts, object } = read('Mark Dell fled to Canada.').clause('escape');
    expect(adjuncts.map(({ preposition, group }) => `${preposition} ${group.name?.text}`)).toEqual(['to Canada']);
    expect(object).toBeUndefined();
  });

  it('takes a gerund before a finite verb for a noun', () => {
    expect(read('Voting begins on Sunday.').clause('start').subjectText).toBe('Voting');
  });

  it.each([
    ['She swam the Channel in 11 hours.', 'swim', 'She', 'the Channel'],
    ['Troops retook the town without a fight.', 'retake', 'Troops', 'the town'],
    ['The strike has paralysed the port.', 'paralyse', 'The strike', 'the port'],
    ['The dam, built in 1962, supplies half of the water.', 'supply', 'The dam', 'half'],
    ['Experts doubt the painting is genuine.', 'doubt', 'Experts', ''],
    ['Police fired tear gas at the crowd.', 'shoot', 'Police', 'tear gas'],
    ['Both sides accused each other of lying.', 'charge', 'Both sides', 'each other'],
    ['Two of the injured died in hospital.', 'die', 'Two', ''],
    ['Anna Bell reached her second final.', 'arrive', 'Anna Bell', 'her second final'],
    ['Bell beat Dell 6-4, 6-3.', 'defeat', 'Bell', 'Dell'],
    ['The president vetoed the bill hours before the deadline.', 'veto', 'The president', 'the bill'],
    ['Thousands took to the streets of the capital to demand a vote.', 'demand', 'Thousands', 'a vote'],
    ['The bank left interest rates unchanged.', 'leave', 'The bank', 'interest rates'],
    ['The road reopened to traffic on Saturday.', 'reopen', 'The road', ''],
    ['The search for the two missing hikers resumed at dawn.', 'reopen', 'The search', ''],
    ['The army said it had shot down a drone.', 'shoot', 'it', 'a drone'],
    ['The judge refused him bail.', 'release_person', 'The judge', 'him'],
    ['The virus spreads through contact.', 'spread', 'The virus', ''],
    ['Killed in the crash were Mark Dell and his sister.', 'kill', 'Mark Dell', ''],
    ['The bill passed the Senate.', 'approve', 'The bill', ''],
    ['The navy captured 23 piracy suspects off Yemen.', 'arrest', 'The navy', '23 piracy suspects'],
    ['The navy arrested 23 Somali and Yemeni pirates.', 'arrest', 'The navy', '23 Somali and Yemeni pirates'],
    ['A bomb exploded at a bank in Woodburn late Friday killing two men.', 'kill', 'A bomb', 'two men'],
    [
      'Help came for survivors of an earthquake on an island that killed ten people.',
      'kill',
      'an earthquake',
      'ten people',
    ],
    ['Police seek a man serving three life sentences who escaped on Monday.', 'escape', 'a man', ''],
    ['The attack was foiled by a warship.', 'intercept', 'The attack', ''],
    ['Jewellery worth more than $160 million has been stolen.', 'steal', 'Jewellery', ''],
    ['Union rejects pay offer', 'reject', 'Union', 'pay offer'],
    ['Talks collapse over border', 'collapse', 'Talks', ''],
    ['Museum buys stolen painting back', 'buy', 'Museum', 'stolen painting'],
    ['Storm leaves thousands without power', 'leave', 'Storm', 'thousands'],
    ['Missing boy found safe', 'find', 'Missing boy', ''],
    ['Ban on phones lifted', 'end', 'Ban', ''],
    ['Deal reached in port strike', 'agree', 'Deal', ''],
    ['Nurse accused of killing patients', 'kill', 'Nurse', 'patients'],
    ['Mark Dell, whose wife died in the crash, is suing the airline.', 'die', 'whose wife', ''],
    ['A fire that started in a bakery destroyed a third of the town.', 'destroy', 'A fire', 'a third'],
    ['Mark Dell is thought to have drowned.', 'die', 'Mark Dell', ''],
    ["The island's only doctor was on holiday.", 'be', 'doctor', ''],
    ['It took firefighters six hours to put out the fire.', 'put', 'firefighters', 'the fire'],
    ['A woman was rescued after spending 30 hours in a well.', 'spend', 'A woman', '30 hours'],
  ])('reads what the tagger takes for something else: %s', (text, action, subject, object) => {
    const { subjectText, objectText } = read(text).clause(action);
    expect([subjectText, objectText]).toEqual([subject, object]);
  });

  it('ends a word at the stop of its sentence', () => {
    const { sentence } = read('Mark Dell fell ill.');
    expect(sentence.words.at(-1)).toMatchObject({ text: 'ill', end: 18 });
  });

  it('takes what neither did for denied', () => {
    const { subjectText, verb } = read('Neither of the pilots survived.').clause('survive');
    expect([subjectText, verb.negative]).toEqual(['the pilots', true]);
  });

  it('takes a word for emphasis for no object', () => {
    expect(read('Captain Winther flew the plane himself.').clause('travel').objectText).toBe('the plane');
  });

  it('gives a purpose to whom it is the purpose of, and an order to whom it is given', () => {
    expect(read('Kate Lindholm used a robot arm to catch the capsule.').clause('catch').subjectText).toBe(
      'Kate Lindholm',
    );
    expect(read('Kate Lindholm ordered the crew to leave the ship.').clause('depart').subjectText).toBe('the crew');
  });

  it('finds whom a cleft sentence is about, whatever noun stands before the name', () => {
    const { clause } = read('It was store manager Jan Krupa who ordered the evacuation.');
    expect(clause('order').subjectText).toContain('Krupa');
  });

  it.each([
    ['The man who robbed the bank was arrested on Friday.', 'arrest', 'The man'],
    ['A bus that carried pilgrims to the shrine in Mashhad crashed on Sunday.', 'crash', 'A bus'],
    ['The woman he attacked in the park has died.', 'die', 'The woman'],
    ['The car that they sold last year was destroyed.', 'destroy', 'The car'],
    ['Residents whose homes were flooded have left.', 'depart', 'Residents'],
    ['The officer who said the bank was closed has resigned.', 'resign', 'The officer'],
    ['The officer who said the bank was closed has resigned.', 'close', 'the bank'],
    ['The report, published on Monday, alerted the police.', 'warn', 'The report'],
    ['The premier sacked her ports minister on Wednesday.', 'dismiss', 'The premier'],
    ['No tsunami alert was issued.', 'publish', 'No tsunami alert'],
    ['Plans to close the plant have been dropped.', 'drop', 'Plans'],
    ['The man driving the car was arrested.', 'arrest', 'The man'],
    ['The army said none of its soldiers had been killed.', 'kill', 'none'],
    ['The court threw out the appeal.', 'throw', 'The court'],
    ['The Food Safety Agency (FSA) closed the plant.', 'close', 'The Food Safety Agency'],
    ['The inmate fled after pulling a gun on two guards who were transporting him.', 'transport', 'two guards'],
    ['The driver of the truck who hit the boy was arrested.', 'arrest', 'The driver'],
    ['The boss who was caught on wiretaps purportedly discussing a new order resigned.', 'resign', 'The boss'],
    ['The woman who shot and killed two guards at the plant in Leeds will attend.', 'attend', 'The woman'],
    ['Officials said 23 people had fallen ill with listeriosis and three of them had died.', 'die', 'three'],
    ['Millions of people across the Middle East and Asia have lost access.', 'lose', 'Millions of people'],
    ['Three cables linking Italy and Egypt collapsed.', 'collapse', 'Three cables'],
    ['Samples taken by the inspectors were destroyed.', 'destroy', 'Samples'],
    ['The gunman killed two women and three men were hurt.', 'injure', 'three men'],
    ['Ann Bell walked down the tunnel after he was arrested.', 'arrest', 'he'],
  ])('%s: who or what does %s', (text, action, subject) => {
    expect(read(text).clause(action).subjectText).toBe(subject);
  });

  it.each([
    ['Police arrested the man who shot the guard.', 'arrest', 'the man'],
    ['Police arrested the man who shot the guard.', 'shoot', 'the guard'],
    ['Mills is to close its Leeds plant.', 'close', 'its Leeds plant'],
    ['Having sold the ship, the owner left.', 'sell', 'the ship'],
    ['Instead of selling the plant, the firm will close it.', 'close', 'it'],
    ['Ann Bell denied meeting the senator.', 'meet', 'the senator'],
    ['Bell said she would sell; her party said no.', 'sell', ''],
  ])('%s: to what is %s done', (text, action, object) => {
    expect(read(text).clause(action).objectText).toBe(object);
    expect(read(text).clause(action).verb.passive).toBe(false);
  });

  it.each([
    ['Police took the man into custody.', 'arrest'],
    ['The suspect turned himself in on Monday.', 'surrender'],
    ['The robbers made off with a car.', 'steal'],
    ['The gun was fired twice.', 'shoot'],
    ['The hostages were released on Sunday.', 'release_person'],
    ['A guard was treated for a broken wrist.', 'injure'],
    ['A guest broke a wrist on the stairs.', 'injure'],
  ])('%s: %s', (text, action) => {
    expect(read(text).clause(action).known).toBe(true);
  });

  it.each([
    ['He never met Bell.', 'meet', 'fact', true],
    ['She no longer works at the bank.', 'work', 'fact', true],
    ['The deal was signed not by the minister but by his deputy.', 'sign', 'fact', false],
    ['He refused on Monday to sign the deal.', 'sign', 'fact', true],
    ['The minister promised in May to resign.', 'resign', 'planned', false],
    ['The plant will not close.', 'close', 'planned', true],
    ['The bridge has since reopened.', 'reopen', 'fact', false],
  ])('%s: how real is %s', (text, action, modality, negative) => {
    expect(read(text).clause(action).verb).toMatchObject({ modality, negative });
  });

  it('takes the seizure of things for no arrest', () => {
    expect(() => read('Documents were seized at the house.').clause('arrest')).toThrow();
    expect(read('Two Belgians were seized at the house.').clause('arrest').subjectText).toBe('Two Belgians');
  });

  it('takes no past form for a participle that is none', () => {
    expect(read('At half past five I took over from the night shift.').clause('buy').verb.passive).toBe(false);
  });

  it('tells irregular participles from verbs with a subject of their own', () => {
    const { clause } = read('Thousands marched through the city without a single bottle thrown.');
    expect(clause('march').subjectText).toBe('Thousands');
    expect(clause('throw').verb.finite).toBe(false);
  });

  it.each([
    ['Anna Bell will attend the talks.', 'planned', false],
    ['Anna Bell may attend the talks.', 'possible', false],
    ['Anna Bell is expected to attend the talks.', 'planned', false],
    ['Anna Bell tried to attend the talks.', 'attempt', false],
    ["Anna Bell won't attend the talks.", 'planned', true],
    ['Anna Bell refused to attend the talks.', 'fact', true],
    ['Anna Bell attended the talks.', 'fact', false],
  ])('%s is %s', (text, modality, negative) => {
    const { verb } = read(text).clause('attend');
    expect([verb.modality, verb.negative]).toEqual([modality, negative]);
  });

  it('keeps the condition of a verb', () => {
    const text = 'Anna Bell would attend the talks if the rebels came.';
    const { clause, words } = read(text);
    expect(words(clause('attend').condition)).toBe('the rebels came');
  });

  it('reads headlines with neither article nor copula', () => {
    expect(read('Ten dead in southern Karo quake').clause('die').subjectText).toBe('Ten');
    expect(read('Quake Hits Karo, Kills Ten').clause('kill').objectText).toBe('Ten');
  });

  it.each([
    ['Soldiers rescued the hostages on Monday.', 'Soldiers', 'the hostages', false],
    ['Soldiers patched the bridge.', 'Soldiers', 'the bridge', false],
    ['Minister fines company after spill', 'Minister', 'company', false],
    ['Rebels attack town in raid', 'Rebels', 'town', false],
    ['Police question suspect in murder', 'Police', 'suspect', false],
    ['Two Men Arrested In Raid', 'Two Men', '', true],
    ['Rebels Invade Village In Syria', 'Rebels', 'Village', false],
    ['Two men shot in raid', 'Two men', '', true],
    ['Mark Dell detained in London', 'Mark Dell', '', true],
    ['The raid was foiled on Monday.', 'The raid', '', true],
    ['The man is being shot in London.', 'The man', '', true],
    ['The army is bombing the factory.', 'The army', 'the factory', false],
  ])('finds the verb of "%s", whatever the tagger takes it for', (text, subject, object, passive) => {
    const { sentence, words } = read(text);
    const clause = sentence.clauses.find(({ verb }) => verb.finite);
    expect([words(clause?.subject), words(clause?.object) ?? '', clause?.verb.passive]).toEqual([
      subject,
      object,
      passive,
    ]);
  });

  it('reads the whole name after "of", and a department as part of a title', () => {
    const named = (text: string) => read(text).sentence.groups.map(({ name }) => name?.text);
    expect(named('The ship sank off the coast of Yemen.')).toContain('Yemen');
    expect(named('The death of Anna Bell was announced.')).toContain('Anna Bell');
    expect(named('Secretary of State Marco Rubio arrived.')).toEqual(['Marco Rubio']);
  });

  it('splits title and name', () => {
    const { sentence } = read('The team is led by presidential aide Ivan Petrov and Secretary of State Anna Bell.');
    expect(sentence.groups.filter((g) => g.title && g.name).map((g) => [g.title?.text, g.name?.text])).toEqual([
      ['presidential aide', 'Ivan Petrov'],
      ['Secretary of State', 'Anna Bell'],
    ]);
  });

  it.each([
    ['a $200MM deal', 200e6, 200e6, 'money'],
    ['a $1.39bn deal', 1.39e9, 1.39e9, 'money'],
    ['a p74million deal', 74e6, 74e6, 'money'],
    ['2.4 billion euros in cash', 2.4e9, 2.4e9, 'money'],
    ['between 10 and 15 houses', 10, 15, 'count'],
    ['twenty-three houses', 23, 23, 'count'],
    ['two hundred houses', 200, 200, 'count'],
    ['a couple of houses', 2, 3, 'count'],
    ['7 minutes 41 seconds to go', 461, 461, 'duration'],
    ['32% of the capital', 32, 32, 'percent'],
  ])('reads the quantity in "%s"', (text, low, high, dimension) => {
    const [quantity] = read(`They saw ${text}.`).sentence.quantities;
    expect(quantity).toMatchObject({ dimension });
    expect(quantity?.low).toBeCloseTo(low);
    expect(quantity?.high).toBeCloseTo(high);
  });

  it.each([
    ['at least 24', 'min'],
    ['more than 24', 'min'],
    ['up to 24', 'max'],
    ['as many as 24', 'max'],
  ])('takes "%s" for a bound', (text, bound) => {
    const [quantity] = read(`They saw ${text} houses.`).sentence.quantities;
    expect(quantity).toMatchObject({ bound, low: 24 });
  });

  it.each([
    ['on Thursday night', { weekday: 4, part: 'night' }],
    ['late on Wednesday evening', { weekday: 3, part: 'evening' }],
    ['on Tuesday, December 9, 2008', { weekday: 2, month: 12, day: 9, year: 2008 }],
    ['on 9 September', { month: 9, day: 9 }],
    ['in March 2022', { month: 3, year: 2022 }],
    ['yesterday', { offset: -1 }],
    ['eight days ago', { offset: -8 }],
    ['a fortnight ago', { offset: -14, approximate: true }],
    ['the day before yesterday', { offset: -2 }],
    ['at the end of the year', { month: 12, relative: 'this' }],
    ['at 6:30 a.m.', { clock: 390 }],
    ['next year', { relative: 'next', unit: 'year' }],
  ])('reads the time "%s"', (text, expected) => {
    const [time] = read(`They came ${text}.`).sentence.times;
    expect(time).toMatchObject(expected);
  });
});
