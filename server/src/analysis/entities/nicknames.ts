import { dictionary } from '../dictionary.ts';

/** Short forms of given names, by the full name; folded. */
const SHORT_FORMS: Record<string, string> = dictionary({
  abigail: 'abby gail',
  abraham: 'abe bram',
  albert: 'al bert bertie',
  alejandro: 'alex ale',
  alexander: 'alex al sandy sasha alec xander',
  alexandra: 'alex sandra sasha lexi',
  alfred: 'alf alfie fred',
  andrew: 'andy drew',
  andrei: 'andriy andrey',
  angela: 'angie',
  anna: 'annie ann anya',
  anthony: 'tony ant',
  antonio: 'tony toni',
  arthur: 'art',
  barbara: 'barb babs',
  benjamin: 'ben benny',
  bernard: 'bernie',
  boris: 'borya',
  catherine: 'cathy kate katie cat',
  charles: 'charlie chuck chas',
  charlotte: 'lottie charlie',
  christina: 'chris tina',
  christine: 'chris chrissie',
  christopher: 'chris kit topher',
  clifford: 'cliff',
  daniel: 'dan danny',
  david: 'dave davey',
  deborah: 'deb debbie',
  dmitry: 'dima mitya',
  donald: 'don donnie',
  dorothy: 'dot dolly dottie',
  douglas: 'doug',
  edward: 'ed eddie ted ned teddy',
  eleanor: 'ellie nell nora',
  elizabeth: 'liz beth betty eliza lizzie lisa bess libby',
  emily: 'em emmy',
  eugene: 'gene',
  evgeny: 'zhenya',
  francis: 'frank fran',
  francisco: 'paco pancho',
  frederick: 'fred freddie rick',
  friedrich: 'fritz',
  gabriel: 'gabe',
  gerald: 'gerry jerry',
  geoffrey: 'geoff',
  georgi: 'gosho',
  george: 'georgie',
  gregory: 'greg',
  harold: 'harry hal',
  henry: 'harry hank hal',
  herbert: 'herb bert',
  isabella: 'bella izzy',
  ivan: 'vanya',
  jacob: 'jake',
  jacqueline: 'jackie',
  james: 'jim jimmy jamie',
  janet: 'jan',
  jeffrey: 'jeff',
  jennifer: 'jen jenny',
  jessica: 'jess jessie',
  joan: 'joanie',
  johannes: 'hans',
  john: 'jack johnny jon',
  jonathan: 'jon jonny',
  jose: 'pepe',
  joseph: 'joe joey',
  josephine: 'jo josie',
  joshua: 'josh',
  judith: 'judy',
  katherine: 'kate kathy katie kat kit',
  kenneth: 'ken kenny',
  kimberly: 'kim',
  krasimir: 'krasi',
  lawrence: 'larry laurie',
  leonard: 'len lenny leo',
  louis: 'lou',
  lucille: 'lucy',
  ludwig: 'lutz',
  margaret: 'maggie meg peggy marge madge daisy',
  martin: 'marty',
  matthew: 'matt matty',
  maximilian: 'max',
  melissa: 'mel',
  michael: 'mike mick mickey micky misha',
  mikhail: 'misha',
  miroslav: 'miro',
  nadezhda: 'nadya',
  nancy: 'nan',
  natalia: 'natasha natalya',
  nathaniel: 'nate nat',
  nathan: 'nate',
  nicholas: 'nick nicky nico klaus',
  nikolai: 'kolya',
  oliver: 'ollie',
  pamela: 'pam',
  patricia: 'pat patty trish tricia',
  patrick: 'pat paddy',
  pavel: 'pasha',
  peter: 'pete',
  philip: 'phil pip',
  rachel: 'rach',
  raymond: 'ray',
  rebecca: 'becky becca',
  reginald: 'reg reggie',
  richard: 'rick dick rich ricky richie',
  robert: 'bob rob bobby robbie bert',
  roger: 'rog',
  ronald: 'ron ronnie',
  rosemary: 'rosie',
  rudolph: 'rudy',
  russell: 'russ',
  samantha: 'sam',
  samuel: 'sam sammy',
  sandra: 'sandy',
  sebastian: 'seb',
  sergei: 'seryozha',
  stanley: 'stan',
  stephen: 'steve stevie',
  steven: 'steve stevie',
  susan: 'sue susie suzy',
  svetlana: 'sveta',
  tatiana: 'tanya',
  terence: 'terry',
  theodore: 'ted theo teddy',
  theresa: 'terry tess',
  thomas: 'tom tommy',
  timothy: 'tim timmy',
  tobias: 'toby',
  todor: 'tosho',
  valentina: 'valya',
  veronica: 'ronnie',
  victor: 'vic',
  victoria: 'vicky vic tori',
  vincent: 'vince vinny',
  virginia: 'ginny',
  vladimir: 'vlad volodya vova',
  volodymyr: 'vlad volodya',
  walter: 'walt wally',
  wilhelm: 'willi willy',
  william: 'bill will billy willie liam',
  yevgeny: 'zhenya',
  zachary: 'zach zack',
});

/** One name in neighboring languages, as reports in English use them side by side; folded. */
const NEIGHBORS = `sergei sergey serhiy serhii sergii|aleksandr alexander oleksandr alexandr|aleksei alexei alexey oleksiy oleksii|
  nikolai nikolay mykola|vladimir volodymyr uladzimir|mikhail mykhailo mikhailo|pavel pavlo|dmitry dmitri dmytro dmitriy|
  yevgeny evgeny yevhen evgeni|andrei andrey andriy andrii|konstantin kostyantyn|igor ihor|oleg oleh|grigory hryhoriy|
  anatoly anatoliy anatolii|yelena elena olena|pyotr petro petr|vasily vasyl vasiliy|natalya natalia nataliya|
  ekaterina kateryna yekaterina|yulia yuliya iuliia julia|maksim maxim maksym|artyom artem|yuri yury yuriy iurii|
  viktor victor|denis denys|valery valeriy valerii|vitaly vitaliy vitalii vitali|georgy georgi heorhiy|stepan stephan|
  muhammad mohammed mohammad mohamed muhammed mehmet|hussein husain hossein huseyin|ahmed ahmad ahmet|yousef youssef yusuf|
  ali aly|abdullah abdallah|khalid khaled|omar umar omer|ibrahim ebrahim|hasan hassan|said saeed sayed|mustafa moustafa|
  gholam ghulam|jorge george|juan joao|giuseppe joseph|katarina katharina catharina`;

const fullNames = new Map<string, Set<string>>();
for (const [full, shorts] of Object.entries(SHORT_FORMS)) {
  for (const form of [full, ...shorts.split(' ')]) fullNames.set(form, (fullNames.get(form) ?? new Set()).add(full));
}

for (const group of NEIGHBORS.split('|')) {
  const forms = group.trim().split(/\s+/);
  for (const form of forms) fullNames.set(form, (fullNames.get(form) ?? new Set()).add(forms[0] as string));
}

const NONE: ReadonlySet<string> = new Set();

/** The full names that a folded given name can be a form of. */
export const fullNamesOf = (name: string): ReadonlySet<string> => fullNames.get(name) ?? NONE;

/** Whether two folded given names can be forms of one ("bill", "william"; "bill", "will"). */
export function areNicknames(a: string, b: string): boolean {
  const x = fullNames.get(a);
  const y = fullNames.get(b);
  if (!x || !y) return false;
  for (const full of x) if (y.has(full)) return true;
  return false;
}
