/** Spellings of one given name in different languages or transcriptions, folded; a line each. */
const NAMES = `
sergei sergey serhii serhiy sergii siarhei
aleksandr alexander oleksandr alexandr aliaksandr
vladimir volodymyr uladzimir
nikolai nikolay mykola
dmitry dmitri dmitriy dmytro
andrei andrey andrii andriy
elena yelena olena
ekaterina yekaterina kateryna katerina
mikhail mykhailo michail
oksana oxana
evgeny yevgeny yevhen evgeni evgenii
oleg oleh
igor ihor
irina iryna
natalia nataliia natalya nataliya
pavel pavlo
petr pyotr petro
vasily vasyl vasili vasiliy
yuri yury yurii iurii
viktor victor
maksim maxim maksym
aleksei alexei alexey oleksii oleksiy
anatoly anatoli anatolii anatoliy
tatiana tatyana tetiana
mohammed muhammad mohamed mohammad muhammed mohamad
ahmed ahmad ahmet
hussein husain hussain husayn hossein
yusuf youssef yousef yusef yousuf
ibrahim ebrahim
abdullah abdallah abdulla
abdul abdel
omar umar
osama usama
khaled khalid
saeed said saeid
mahmoud mahmud mehmood
moammar muammar
katherine catherine kathryn katharine
stephen steven stefan
geoffrey jeffrey
philip phillip
sara sarah
eric erik
marc mark
carl karl
brian bryan
alan allan allen
graham graeme
theresa teresa
sean shaun shawn
frederick frederic fredrick
michelle michele
rachel rachael
isabel isabelle isobel
jose josé
xi hsi
`;

const lineOf = new Map<string, number>();
NAMES.trim()
  .split('\n')
  .forEach((line, i) => {
    for (const name of line.split(' ')) lineOf.set(name, i);
  });

/** Whether two folded given names are spellings of one name. */
export function isSameGivenName(a: string, b: string): boolean {
  const line = lineOf.get(a);
  return line !== undefined && line === lineOf.get(b);
}
