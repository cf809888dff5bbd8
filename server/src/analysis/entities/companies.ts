import type { Sentence, Token } from '../model.ts';
import { fold } from './fold.ts';
import { isWord } from './gazetteer.ts';
import { placeSize } from './places.ts';
import type { TaggedName } from './tagger.ts';
import { isCapitalized } from './vocabulary.ts';

/** Legal forms as they are written after a company's name; nothing else ends in them. */
const FORMS = new Set(
  `plc Plc PLC AG GmbH Inc Inc. INC INC. Ltd Ltd. LTD LTD. Corp Corp. LLC LLP L.P. Co. S.A. SA NV N.V. BV S.p.A. SpA Oyj ASA
  AD OOO OAO PJSC JSC Pty UAB SIA OÜ Kft Zrt Nyrt Oy ApS KGaA Lda Ltda Tbk Bhd EAD EOOD OOD ZAO PAO SARL SAS Srl S.r.l. A/S AB`.split(
    /\s+/,
  ),
);

/** A legal form settles that the whole run of capitals before it is one company, whatever the tagger says. */
export function addCompanies(sentence: Sentence, names: TaggedName[]): TaggedName[] {
  const { tokens } = sentence;
  let out = names;
  for (let last = 1; last < tokens.length; last++) {
    if (!isForm(tokens[last] as Token)) continue;
    const first = runStart(tokens, last);
    if (first === last) continue;
    out = out.filter((name) => name.last < first || name.first > last);
    out.push({ sentence, first, last, probabilities: [0, 0.97, 0, 0] });
  }
  return out;
}

/** All but one of the forms are written with a capital, as few words are. */
function isForm({ text, form }: Token): boolean {
  return (form.isCapital || text === 'plc') && FORMS.has(text);
}

/** "Quimsado - Indústrias Químicas S.A." is one name; what is in capitals or a place before a dash is a dateline. */
function isDashInName(tokens: Token[], i: number): boolean {
  const before = tokens[i - 1];
  if (!/^[-–]$/.test(tokens[i]?.text ?? '') || !before || !/^\p{Lu}\p{Ll}/u.test(before.text)) return false;
  return before.pos !== 'NUM' && placeSize(fold(before.text)) === 0 && !isWord(before.text);
}

/** The first token of the capitalized run that a legal form ends; "&" and a comma before the form belong to it. */
function runStart(tokens: Token[], last: number): number {
  let first = last;
  while (first > 0) {
    const before = tokens[first - 1] as Token;
    const comma = before.text === ',' && first === last;
    const joint = before.text === '&' || (before.text === '-' && before.end === (tokens[first] as Token).start);
    if (isDashInName(tokens, first - 1)) {
      first -= 2;
      continue;
    }
    if (!comma && !joint && !(isCapitalized(before) && before.pos !== 'DET' && before.pos !== 'ADP')) break;
    first--;
  }
  while (first < last && !isCapitalized(tokens[first] as Token)) first++;
  return first;
}

/** An officer's office is an authority, with the place before it: "Tillis County Sheriff's Office", "the Attorney General's Office". */
export function addOffices(sentence: Sentence, names: TaggedName[]): TaggedName[] {
  const { tokens } = sentence;
  let out = names;
  for (let last = 2; last < tokens.length; last++) {
    const token = tokens[last] as Token;
    const officer = tokens[last - 2] as Token;
    if (!isCapitalized(token) || token.text !== 'Office' || tokens[last - 1]?.normal !== "'s") continue;
    if (!isCapitalized(officer) || !OFFICERS.test(officer.normal)) continue;
    let first = last - 2;
    while (first > 0 && isNamePart(tokens[first - 1] as Token)) first--;
    out = out.filter((name) => name.last < first || name.first > last);
    out.push({ sentence, first, last, probabilities: [0, 0.95, 0, 0] });
  }
  return out;
}

const OFFICERS =
  /^(?:sheriff|prosecutor|attorney|general|governor|mayor|coroner|president|minister|ombudsman|comptroller|auditor|inspector|commissioner|solicitor|examiner|marshal|treasurer|clerk|defender)$/;

function isNamePart(token: Token): boolean {
  return isCapitalized(token) && !/^(?:DET|ADP|PRON|CCONJ|SCONJ)$/.test(token.pos);
}
