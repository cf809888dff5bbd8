/**
 * Countries with the words that stand for them: adjective, capital, seat of government. One line per country:
 * `name|other names|adjectives and inhabitants|capital and seats that stand for the government`.
 */
const NATIONS = `
russia|russian federation|russian russians|moscow kremlin
ukraine||ukrainian ukrainians|kyiv kiev
united states|us u.s. usa u.s america|american americans|washington white-house
united kingdom|uk u.k. britain great-britain england|british briton britons english|london downing-street
france||french|paris elysee
germany||german germans|berlin
italy||italian italians|rome
spain||spanish|madrid
portugal||portuguese|lisbon
greece||greek greeks|athens
turkey|turkiye türkiye|turkish turks|ankara
poland||polish poles|warsaw
netherlands|holland|dutch|hague
belgium||belgian belgians|brussels
sweden||swedish swedes|stockholm
norway||norwegian norwegians|oslo
denmark||danish danes|copenhagen
finland||finnish finns|helsinki
switzerland||swiss|bern
austria||austrian austrians|vienna
hungary||hungarian hungarians|budapest
czech republic|czechia|czech czechs|prague
slovakia||slovak slovaks|bratislava
romania||romanian romanians|bucharest
bulgaria||bulgarian bulgarians|sofia
serbia||serbian serbs|belgrade
croatia||croatian croats|zagreb
ireland||irish|dublin
scotland||scottish scots|edinburgh
wales||welsh|cardiff
china||chinese|beijing
japan||japanese|tokyo
south korea||south-korean|seoul
north korea||north-korean|pyongyang
india||indian indians|delhi
pakistan||pakistani pakistanis|islamabad
bangladesh||bangladeshi|dhaka
afghanistan||afghan afghans|kabul
iran||iranian iranians|tehran
iraq||iraqi iraqis|baghdad
israel||israeli israelis|jerusalem
syria||syrian syrians|damascus
lebanon||lebanese|beirut
egypt||egyptian egyptians|cairo
saudi arabia||saudi saudis|riyadh
qatar||qatari qataris|doha
yemen||yemeni yemenis|sanaa
jordan||jordanian jordanians|amman
libya||libyan libyans|tripoli
sudan||sudanese|khartoum
ethiopia||ethiopian ethiopians|addis-ababa
kenya||kenyan kenyans|nairobi
nigeria||nigerian nigerians|abuja
somalia||somali somalis|mogadishu
south africa||south-african|pretoria
zimbabwe||zimbabwean|harare
canada||canadian canadians|ottawa
mexico||mexican mexicans|mexico-city
brazil||brazilian brazilians|brasilia
argentina||argentine argentinian|buenos-aires
chile||chilean chileans|santiago
colombia||colombian colombians|bogota
venezuela||venezuelan venezuelans|caracas
peru||peruvian peruvians|lima
cuba||cuban cubans|havana
australia||australian australians|canberra
new zealand||new-zealander kiwi|wellington
indonesia||indonesian indonesians|jakarta
malaysia||malaysian malaysians|kuala-lumpur
thailand||thai thais|bangkok
vietnam||vietnamese|hanoi
philippines||filipino filipinos philippine|manila
kazakhstan||kazakh kazakhs|astana
turkmenistan||turkmen|ashgabat
georgia||georgian georgians|tbilisi
armenia||armenian armenians|yerevan
azerbaijan||azerbaijani|baku
belarus||belarusian|minsk
`;

const byWord = new Map<string, string>();
const adjectives = new Map<string, string>();
for (const line of NATIONS.trim().split('\n')) {
  const [name = '', others = '', people = '', seats = ''] = line.split('|');
  for (const word of [name, ...others.split(' '), ...seats.split(' ')])
    if (word) byWord.set(word.replace(/-/g, ' '), name);
  for (const word of people.split(' ')) if (word) adjectives.set(word.replace(/-/g, ' '), name);
}

/** The country that a word names, or stands for as adjective, capital or seat of government; lower case in and out. */
export function nationOf(word: string): string | undefined {
  return byWord.get(word) ?? adjectives.get(word);
}

/** The country when the word says where somebody or something is from ("Australian"). */
export function nationality(word: string): string | undefined {
  return adjectives.get(word);
}
