/**
 * Pairs of words for what cannot both have come of one thing, which WordNet does not oppose to each other because as words
 * they are no antonyms. Verbs, nouns and adjectives; "@" names a class of actions.ts. With "!" before it, a thing can have only one of
 * the two outcomes; what has no mark can turn into the other with time (open and closed).
 */
const PAIRS = `
! @die @kill fatal deadly | survive survivor alive unhurt unharmed unscathed recover recovery
! @injure | unhurt unharmed uninjured unscathed
! @win victory triumph | @lose defeat
! @approve adopt green-light greenlight permit authorize authorise | @reject veto block vote_down throw_out overturn
! @accept take_up | @reject decline turn_down refuse
! @convict guilty | @acquit innocent not_guilty
@arrest @charge detain hold jail imprison | @release_person release free acquit
@open @reopen @start operate operational run | @close @halt @cancel @end shut
! go_ahead proceed | @cancel call_off
@hire @name reinstate stay remain keep retain | @dismiss @resign leave
! @resign @retire walk_away bow_out | @dismiss
@resign step_down quit leave depart | stay stay_on remain continue
! @agree settle | fail collapse break_down break_off fall_through fall_apart disagree deadlock stalemate
@buy acquire | sell divest
@rise @raise grow increase widen | @drop @lower @cut fall shrink decrease narrow decline
@win gain | lose
! @destroy @damage damaged destroyed lose | intact undamaged unharmed spare save
@miss missing lost | @find found located
@escape loose | @arrest recapture catch
@trap @strand | @rescue free
! @support back endorse favor favour | oppose reject resist fight
confirm corroborate admit acknowledge | deny dispute reject rebut refute
working work function operate active | fail broken inactive idle silent off malfunction
! pass passed | fail failed
! uphold maintain | overturn lift quash annul revoke
! qualify advance | eliminate eliminated knock_out
full | empty
! peaceful calm quiet | violent violence chaotic riot
! unanimous unanimously | split divided
! sober | drunk intoxicated impaired
healthy fit well | ill sick ailing
dead | alive
! voluntary voluntarily willingly | forced force compel coerce
! accidental accident accidentally mishap | deliberate deliberately intentional intentionally arson sabotage
present attend @attend | absent skip @skip miss stay_away
! alone single-handed | together accompanied accomplice
! armed | unarmed
legal lawful valid | illegal unlawful void invalid
safe | unsafe dangerous
conscious awake | unconscious asleep
! public openly | secret secretly private privately
! true accurate correct | false inaccurate incorrect untrue
early | late delayed
! locked lock | unlocked unlock
lit on | unlit dark off
! hold withstand | give_way burst break breach
! explode detonate @explode | defuse disarm
! complete completed finalize | @collapse fall_through break_down break_off
! @sign | veto
! allow let_in | turn_away keep_out exclude shut_out
@end over stop | go_on continue last drag_on enter
@withdraw withdraw pull_out retreat @depart | remain stay hold_out
contain contained extinguish put_out | spread rage
`;

export interface Pair {
  sides: string[][];
  /** One thing cannot have both outcomes, not even one after the other. */
  exclusive: boolean;
}

export const OPPOSITES: Pair[] = PAIRS.trim()
  .split('\n')
  .map((line) => ({
    sides: line
      .replace('! ', '')
      .split(' | ')
      .map((side) => side.split(' ')),
    exclusive: line.startsWith('! '),
  }));
