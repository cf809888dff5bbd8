import { describe, expect, it } from 'vitest';
import { disputes, theDispute } from './disputes.ts';

describe('deed', () => {
  it.each([
    ['Parliament passed the bill.', 'Parliament voted down the bill.'],
    ['The council approved the plan for the bridge.', 'The plan for the bridge was rejected by the council.'],
    ['The union has not accepted the offer.', 'The union accepted the offer, the company said.'],
    ['The captain refused to sign the report.', 'The captain signed the report on Tuesday.'],
    ['The minister denied that he had met the contractor.', 'The minister met the contractor twice in March.'],
    ['No shots were fired, police said.', 'Shots were fired from a passing car, a witness said.'],
    ['Nobody warned the residents, a neighbor said.', 'The residents were warned two hours before.'],
    ['The pilot died in the crash.', 'The pilot survived the crash.'],
    ['The hostages were released unharmed.', 'The hostages were injured, the hospital said.'],
    ['The dam was unsafe, engineers had warned.', 'Officials said the dam was safe.'],
    ['The talks ended without agreement.', 'The two sides reached an agreement, the mediator said.'],
    ['Bottles were thrown at the police.', 'Thousands marched through the city without a single bottle thrown.'],
    ['Not one officer raised the barrier, the mayor said.', 'The officers raised the barrier at noon.'],
    ['Dominic Farr, who is retiring, will be missed.', 'Dominic Farr was let go by the studio.'],
    ['None of the results has been published.', 'The results were published last week.'],
    ['The minister, Declan Foyle, resigned on Wednesday.', 'The prime minister sacked Declan Foyle.'],
    ['Both sides agreed to share the water.', 'We have not agreed to share the water, the envoy said.'],
  ])('finds that what one source affirms, the other denies: %s', (a, b) => {
    expect(theDispute('polarity', a, b).severity).toBe('conflict');
  });

  it.each([
    ['The council approved the plan for the bridge.', 'The council rejected the plan for a stadium.'],
    ['The company plans to close the plant.', 'The plant has not closed yet.'],
    ['The judge would not have signed the warrant.', 'The judge signed the warrant.'],
    ['She does not believe that the mayor opened the letter.', 'The mayor opened the letter.'],
    ['If the board sells the hotel, it will not buy another.', 'The board has not sold the hotel.'],
    ['The minister had initially rejected the report.', 'The minister accepted the report.'],
  ])('leaves alone what can both hold: %s', (a, b) => {
    expect(disputes(a, b).filter((d) => d.kind === 'polarity')).toEqual([]);
  });

  it('tells what was done from what is ruled out', () => {
    const found = theDispute(
      'polarity',
      'Greg Hadley conceded defeat at noon.',
      'Greg Hadley said he would not concede.',
    );
    expect(found.severity).toBe('update');
  });

  it('shows a dispute once that two readers find', () => {
    expect(disputes('The company paid the ransom.', 'The company did not pay the ransom.')).toHaveLength(1);
  });
});

describe('verdict', () => {
  it('compares verdicts count by count', () => {
    const found = disputes(
      'A jury found Ann Bell not guilty of murder but convicted her of fraud.',
      'A jury has found Ann Bell guilty of murder.',
    );
    expect(found.map((d) => d.question)).toContain('Was Ann Bell found guilty of murder?');
    expect(found.map((d) => d.question)).not.toContain('Was Ann Bell found guilty of fraud?');
  });

  it('takes no opinion on a verdict for one', () => {
    const texts = ['Ann Bell was convicted of fraud.', 'I would not have said that Ann Bell is guilty of fraud.'];
    expect(disputes(...texts)).toEqual([]);
  });
});

describe('in other words', () => {
  it('what was voted is done', () => {
    const texts = [
      'The council voted 5-2 on Tuesday to dismiss City Manager Karen Pruitt.',
      'City Manager Karen Pruitt resigned on Tuesday, the city said.',
    ] as const;
    expect(theDispute('polarity', ...texts).severity).toBe('conflict');
  });

  it('who is behind an attack', () => {
    const texts = [
      'The Islamist group al-Mujahirun said on Wednesday that it was behind the attack on a market in Garowe.',
      'Al-Mujahirun denied any part in the massacre in Garowe, a spokesman said.',
    ] as const;
    expect(theDispute('polarity', ...texts).question).toMatch(/^Is .*Mujahirun behind it\?$/);
  });

  it('the sacking of somebody against their resignation', () => {
    const texts = [
      'The sacking of Karen Pruitt surprised the city of Dayton.',
      'Karen Pruitt resigned on Tuesday, the city of Dayton said.',
    ] as const;
    expect(theDispute('polarity', ...texts).severity).toBe('conflict');
    expect(disputes('Two councillors demanded the sacking of Karen Pruitt.', texts[1])).toEqual([]);
  });

  it('what there is no evidence of is not said to be so', () => {
    const texts = ['There is no evidence that Ann Bell signed the deal.', 'Ann Bell did not sign the deal.'];
    expect(disputes(...texts)).toEqual([]);
  });

  it('what would have been is not said to be so', () => {
    const texts = ['Had the alarm worked, nobody would have died.', 'The alarm did not work.'];
    expect(disputes(...texts)).toEqual([]);
  });

  it('who is treated for burns was hurt', () => {
    const texts = ['No one was hurt in the fire.', 'One of the guests was treated for burns after the fire.'] as const;
    expect(theDispute('polarity', ...texts).question).toBe('Was anyone injured?');
  });
});

describe('working', () => {
  it.each([
    ['The brakes failed, the driver said.', 'The brakes were working, the inspectors found.'],
    ['The alarm did not go off.', 'The alarm went off at once, the owner said.'],
    ['The boat carried neither lights nor a radio.', 'The lights were burning, the skipper said.'],
  ])('asks whether it worked: %s', (a, b) => expect(theDispute('polarity', a, b).severity).toBe('conflict'));
});

describe('ballot', () => {
  it('knows that a body of one mind has no votes against', () => {
    const found = theDispute(
      'outcome',
      'The board backed the merger unanimously.',
      'The board backed the merger by seven votes to two.',
    );
    expect(found.question).toBe('Was the vote unanimous?');
    expect(disputes('The board was unanimous.', 'The team won seven to two.')).toEqual([]);
  });
});

describe('composition', () => {
  it('compares men and women of one group', () => {
    const found = theDispute(
      'roster',
      'Three women and two men were arrested in the raid.',
      'Two women and three men were arrested in the raid.',
    );
    expect(found.question).toBe('How is the group made up?');
  });

  it('keeps the dead and the arrested apart', () => {
    const texts = ['Three women and two men were killed.', 'Two women and three men were arrested.'];
    expect(disputes(...texts).filter((d) => d.kind === 'roster')).toEqual([]);
  });
});
