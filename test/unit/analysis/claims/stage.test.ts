import { describe, expect, it } from 'vitest';
import { disputes } from './disputes.ts';

const severities = (a: string, b: string) => disputes(a, b).map((d) => d.severity);

describe('how far a matter has got', () => {
  it.each([
    ['Police were still searching for the gunman on Monday.', 'The gunman was arrested in a motel, police said.'],
    ['The suspect remains at large.', 'The suspect is in custody.'],
    ['Anna Bell is in talks to join Acme as chief executive.', 'Acme has hired Anna Bell as chief executive.'],
    ['Tom Brady is close to signing with the Giants.', 'The Giants signed Tom Brady to a two-year deal.'],
    ['Anna Bell has accepted the job.', 'Anna Bell is expected to accept the job.'],
    ['Acme is in talks with Bolt Corp about a merger.', 'Acme has bought Bolt Corp.'],
    ['Anna Bell is in critical condition.', 'Anna Bell died of her wounds.'],
    ['Mark Dell was suspended on Monday.', 'Mark Dell was fired over the affair.'],
    ['Mark Dell is being held without bail.', 'Mark Dell was released on bail.'],
    ['Tom Brady is out for the season.', 'Tom Brady is listed as questionable for Sunday.'],
    ['The union announced a strike.', 'The strike has been called off.'],
    ['Microsoft is working on a patch.', 'Microsoft has released the patch.'],
    ['The network is still down.', 'The network is back online.'],
    ['The fire is still burning.', 'The fire was put out in the morning.'],
    ['The burnt-out ferry was towed into port.', 'The ferry sank.'],
    ['The jury is deliberating.', 'The jury has reached a verdict.'],
    ['The talks broke down.', 'The two sides signed an agreement.'],
    ['No agreement was reached.', 'A deal was signed by the two sides.'],
    ['The road remains closed.', 'The road was reopened.'],
    ['The concert will go ahead.', 'The concert was postponed.'],
  ])('shows the later stage as an update: %s', (a, b) => {
    expect(severities(a, b)).toContain('update');
  });

  it.each([
    ['Anna Bell will not sign with Acme.', 'Anna Bell has signed with Acme.'],
    ['Mark Dell turned himself in.', 'Mark Dell was overpowered by two officers.'],
    ['The hostages were handed over at a church.', 'The hostages were rescued by soldiers.'],
    ['The driver was unharmed.', 'The driver was hospitalized.'],
    ['Mark Dell pointed a gun at the officers.', 'Mark Dell did not have a gun, a witness said.'],
    ['The captain was drunk.', 'The captain was sober.'],
    ['The driver fled the scene.', 'The driver stayed at the scene.'],
    ['Mark Dell pleaded not guilty.', 'Mark Dell confessed to the murder.'],
    ['Mark Dell maintained his innocence.', 'Mark Dell pleaded guilty.'],
    ['Parliament adopted the bill.', 'The bill was voted down.'],
    ['A jury found Mark Dell guilty of fraud.', 'Mark Dell pleaded guilty to fraud.'],
  ])('shows as a conflict what can only be one way: %s', (a, b) => {
    expect(severities(a, b)).toContain('conflict');
  });

  it.each([
    ['Police searched for the gunman. He was arrested at noon.', 'The gunman was arrested.'],
    ['Anna Bell is survived by her son.', 'Anna Bell died on Monday.'],
    ['Anna Bell is in talks to join Acme.', 'Mark Dell joined Acme.'],
    ['If Anna Bell signs, the club will pay.', 'Anna Bell is in talks with the club.'],
    ['The talks broke down.', 'No agreement was reached.'],
    ['The union announced a march.', 'The march took place on Sunday.'],
    ['Was the captain drunk?', 'The captain was sober.'],
    ['Acme is in talks with Bolt Corp about a merger.', 'Acme has bought Nutfield Ltd.'],
  ])('leaves alone what can both hold: %s', (a, b) => {
    expect(disputes(a, b)).toEqual([]);
  });
});
