import { dictionary } from '../../dictionary.ts';
/** Inflection of English words: from a base form to its forms, and from a form back to its base. */

export type VerbForm = 'base' | 's' | 'ing' | 'past' | 'participle';

/** Past and participle of the irregular verbs that news writing uses. */
const IRREGULAR: Record<string, [past: string, participle: string]> = dictionary();
for (const line of `arise arose arisen|bear bore borne|beat beat beaten|become became become|begin began begun|bid bid bid|bind bound bound
break broke broken|bring brought brought|build built built|burn burned burnt|buy bought bought|catch caught caught|choose chose chosen
come came come|cost cost cost|cut cut cut|deal dealt dealt|draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen
feel felt felt|fight fought fought|find found found|flee fled fled|fly flew flown|forbid forbade forbidden|forgo forwent forgone
get got got|give gave given|go went gone|grow grew grown|hang hanged hanged|have had had|hear heard heard|hide hid hidden
hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known|lay laid laid|lead led led|leave left left|lend lent lent
let let let|lie lay lain|lose lost lost|make made made|mean meant meant|meet met met|pay paid paid|put put put|quit quit quit
read read read|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought
sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shoot shot shot|show showed shown|shut shut shut
sink sank sunk|sit sat sat|slay slew slain|speak spoke spoken|spend spent spent|split split split|spread spread spread
stand stood stood|steal stole stolen|stick stuck stuck|strike struck struck|sue sued sued|sweep swept swept|swim swam swum
take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|understand understood understood
wake woke woken|wear wore worn|win won won|withdraw withdrew withdrawn|write wrote written|be was been|do did done|tie tied tied`.split(
  /[|\n]/,
)) {
  const [base = '', past = '', participle = ''] = line.split(' ');
  IRREGULAR[base] = [past, participle];
}

/** Past forms that are nouns, adjectives or base forms as well. */
const AMBIGUOUS = new Set(
  'bound cost cut felt found ground hit hurt laid lay led left let put quit read rose sat saw set shed shot shut split spread lost won bid tied burned hanged'.split(
    ' ',
  ),
);
const PREFIXES = ['', 're', 'over', 'out', 'under', 'mis', 'fore', 'un', 'with'];
const pasts = new Map<string, string>();
for (const [base, [past]] of Object.entries(IRREGULAR))
  if (!AMBIGUOUS.has(past) && base !== 'be' && base !== 'have' && base !== 'do')
    for (const prefix of PREFIXES) pasts.set(prefix + past, prefix + base);

/** The base of an irregular past form that is nothing else, also with a prefix: "swam", "retook", "overthrew". */
export const baseOfPast = (word: string): string | undefined => pasts.get(word);

const DOUBLING = /^(?:[^aeiou]*[aeiou][bdgklmnprt]|.*(?:mit|fer|cur|pel|bel|gin|plan|drop|grab|nab|tap|jab))$/;

function sForm(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
}

function stem(base: string): string {
  if (DOUBLING.test(base) && !/[wxy]$/.test(base) && !/[aeiou]{2}.$/.test(base)) return base + base.slice(-1);
  return base;
}

/** All forms of a verb, each with what it is. */
export function verbForms(base: string): [form: string, kind: VerbForm][] {
  const ing = base === 'die' || base === 'lie' || base === 'tie' ? `${base.slice(0, -2)}ying` : null;
  const regularIng = /[^e]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${stem(base)}ing`;
  const regularPast = base.endsWith('e')
    ? `${base}d`
    : /[^aeiou]y$/.test(base)
      ? `${base.slice(0, -1)}ied`
      : `${stem(base)}ed`;
  const [past, participle] = IRREGULAR[base] ?? [regularPast, regularPast];
  const forms: [string, VerbForm][] = [
    [base, 'base'],
    [sForm(base), 's'],
    [ing ?? regularIng, 'ing'],
    [past, 'past'],
    [participle, 'participle'],
  ];
  return forms;
}

/** Singular and plural of a noun. */
export function nounForms(base: string): string[] {
  if (base.endsWith('man')) return [base, `${base.slice(0, -2)}en`];
  return [base, sForm(base)];
}

const SINGULAR = new Map(
  Object.entries({
    people: 'person',
    men: 'man',
    women: 'woman',
    children: 'child',
    lives: 'life',
    feet: 'foot',
    wives: 'wife',
    police: 'police',
    news: 'news',
    series: 'series',
  }),
);

/** The singular of a noun, lower case; a word that is no plural comes back as it is. */
export function singular(word: string): string {
  const known = SINGULAR.get(word);
  if (known !== undefined) return known;
  if (word.length > 4 && word.endsWith('men') && !/(?:specimen|regimen|abdomen|omen|acumen)$/.test(word))
    return `${word.slice(0, -2)}an`;
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:sh|ch|ss|x|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
