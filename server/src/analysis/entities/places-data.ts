import { dictionary } from '../dictionary.ts';

/** Names of places that the data packages lack: current usage, first-level divisions, regions in the news, unions. */

function names(list: string): string[] {
  return list.split(',').map((name) => name.trim());
}

/** Other names of countries, the usual one first; folded on use. */
export const COUNTRY_ALIASES: Record<string, string[]> = dictionary({
  TR: ['Turkey', 'Türkiye', 'Turkiye'],
  US: ['United States', 'U.S.', 'US', 'USA', 'U.S.A.', 'United States of America', 'America', 'the States'],
  GB: ['United Kingdom', 'UK', 'U.K.', 'Britain', 'Great Britain'],
  RU: ['Russia', 'Russian Federation'],
  CN: ['China', "People's Republic of China", 'PRC'],
  KR: ['South Korea', 'Republic of Korea'],
  KP: ['North Korea', 'DPRK'],
  IR: ['Iran'],
  SY: ['Syria'],
  VE: ['Venezuela'],
  BO: ['Bolivia'],
  TZ: ['Tanzania'],
  VN: ['Vietnam', 'Viet Nam'],
  LA: ['Laos'],
  MD: ['Moldova'],
  MK: ['North Macedonia', 'Macedonia'],
  CZ: ['Czech Republic', 'Czechia'],
  CD: ['Democratic Republic of Congo', 'Democratic Republic of the Congo', 'DR Congo', 'DRC', 'Congo-Kinshasa'],
  CG: ['Republic of Congo', 'Congo-Brazzaville'],
  CI: ['Ivory Coast', "Côte d'Ivoire"],
  MM: ['Myanmar', 'Burma'],
  PS: ['Palestine', 'Palestinian Territories', 'Palestinian territories'],
  TW: ['Taiwan'],
  AE: ['United Arab Emirates', 'UAE', 'U.A.E.', 'Emirates'],
  SA: ['Saudi Arabia'],
  VA: ['Vatican', 'Vatican City', 'Holy See'],
  XK: ['Kosovo'],
  SZ: ['Eswatini', 'Swaziland'],
  CV: ['Cape Verde', 'Cabo Verde'],
  TL: ['East Timor', 'Timor-Leste'],
  BN: ['Brunei'],
  NL: ['Netherlands', 'Holland'],
  HK: ['Hong Kong'],
  MO: ['Macau', 'Macao'],
  FK: ['Falkland Islands', 'Falklands'],
  BA: ['Bosnia and Herzegovina', 'Bosnia', 'Bosnia-Herzegovina'],
  TT: ['Trinidad and Tobago', 'Trinidad'],
  LY: ['Libya'],
  FM: ['Micronesia'],
  GM: ['Gambia'],
  BS: ['Bahamas'],
  LK: ['Sri Lanka', 'Ceylon'],
});

/** Demonyms, folded, by country, where the package has none or another. */
export const DEMONYMS: Record<string, string[]> = dictionary({
  US: ['american', 'u.s.', 'us'],
  GB: names('british,briton,english,scottish,welsh,northern irish,uk'),
  FR: names('french,frenchman'),
  DE: names('german'),
  NL: names('dutch'),
  ES: names('spanish,spaniard,catalan'),
  PT: names('portuguese'),
  PL: names('polish,pole'),
  DK: names('danish,dane'),
  SE: names('swedish,swede'),
  NO: names('norwegian'),
  FI: names('finnish,finn'),
  TR: names('turkish,turk'),
  GR: names('greek'),
  CH: names('swiss'),
  IE: names('irish'),
  CZ: names('czech'),
  SK: names('slovak,slovakian'),
  SI: names('slovenian,slovene'),
  HR: names('croatian,croat'),
  RS: names('serbian,serb'),
  BA: names('bosnian'),
  ME: names('montenegrin'),
  MK: names('macedonian'),
  XK: names('kosovan,kosovar'),
  AR: names('argentine,argentinian,argentinean'),
  IL: names('israeli'),
  PS: names('palestinian'),
  IQ: names('iraqi'),
  KW: names('kuwaiti'),
  QA: names('qatari'),
  SA: names('saudi,saudi arabian'),
  AE: names('emirati'),
  OM: names('omani'),
  YE: names('yemeni'),
  PK: names('pakistani'),
  AF: names('afghan'),
  KZ: names('kazakh,kazakhstani'),
  UZ: names('uzbek'),
  TM: names('turkmen'),
  TJ: names('tajik'),
  KG: names('kyrgyz'),
  KP: names('north korean'),
  KR: names('south korean,korean'),
  JP: names('japanese'),
  TW: names('taiwanese'),
  PH: names('philippine,filipino'),
  MM: names('burmese,myanmar'),
  TH: names('thai'),
  NZ: names('new zealand,kiwi'),
  PE: names('peruvian'),
  LU: names('luxembourgish'),
  CY: names('cypriot'),
  BW: names('botswanan'),
  LS: names('basotho'),
  AG: names('antiguan'),
  NE: names('nigerien'),
  RU: names('russian'),
  UA: names('ukrainian'),
  CN: names('chinese'),
});

/** First-level divisions by country and GeoNames code. */
export const DIVISIONS: Record<string, string> = dictionary({
  ...divisions(
    'US',
    `AL alabama,AK alaska,AZ arizona,AR arkansas,CA california,CO colorado,CT connecticut,DE delaware,FL florida,
    GA georgia,HI hawaii,ID idaho,IL illinois,IN indiana,IA iowa,KS kansas,KY kentucky,LA louisiana,ME maine,MD maryland,
    MA massachusetts,MI michigan,MN minnesota,MS mississippi,MO missouri,MT montana,NE nebraska,NV nevada,
    NH new hampshire,NJ new jersey,NM new mexico,NY new york,NC north carolina,ND north dakota,OH ohio,OK oklahoma,
    OR oregon,PA pennsylvania,RI rhode island,SC south carolina,SD south dakota,TN tennessee,TX texas,UT utah,VT vermont,
    VA virginia,WA washington,WV west virginia,WI wisconsin,WY wyoming,DC district of columbia,PR puerto rico`,
  ),
  ...divisions('GB', 'ENG england,SCT scotland,WLS wales,NIR northern ireland'),
  ...divisions(
    'CA',
    `01 alberta,02 british columbia,03 manitoba,04 new brunswick,05 newfoundland,07 nova scotia,08 ontario,
    09 prince edward island,10 quebec,11 saskatchewan,12 yukon,13 northwest territories,14 nunavut`,
  ),
  ...divisions(
    'AU',
    `01 australian capital territory,02 new south wales,03 northern territory,04 queensland,05 south australia,
    06 tasmania,07 victoria,08 western australia`,
  ),
});

function divisions(country: string, list: string): Record<string, string> {
  return Object.fromEntries(
    names(list).map((entry) => {
      const [code, ...name] = entry.split(' ');
      return [`${country}.${code}`, name.join(' ')];
    }),
  );
}

/** Regions that the news names, by country. */
export const REGIONS: Record<string, string[]> = dictionary({
  UA: names('crimea,donbas,donbass,donetsk oblast,luhansk oblast,galicia,zakarpattia'),
  RU: names(
    'siberia,chechnya,dagestan,ingushetia,tatarstan,bashkortostan,kamchatka,sakhalin,north ossetia,caucasus,urals',
  ),
  DE: names(
    'bavaria,saxony,hesse,thuringia,brandenburg,lower saxony,north rhine-westphalia,saarland,schleswig-holstein',
  ),
  FR: names('brittany,normandy,corsica,provence,alsace,burgundy,aquitaine,occitanie,picardy,lorraine'),
  ES: names(
    'catalonia,andalusia,galicia,basque country,canary islands,balearic islands,castile,aragon,asturias,navarre',
  ),
  IT: names('sicily,sardinia,tuscany,lombardy,piedmont,umbria,calabria,puglia,campania,veneto,liguria,lampedusa'),
  GB: names(`yorkshire,cornwall,kent,essex,sussex,surrey,devon,dorset,somerset,norfolk,suffolk,lancashire,cumbria,
    northumberland,cheshire,merseyside,greater manchester,west midlands,tyneside,wiltshire,hampshire,oxfordshire,
    cambridgeshire,nottinghamshire,derbyshire,staffordshire,leicestershire,lincolnshire,gloucestershire,berkshire,
    hertfordshire,bedfordshire,buckinghamshire,northamptonshire,worcestershire,warwickshire,shropshire,durham,
    aberdeenshire,fife,ulster,westminster,whitehall,isle of wight,channel islands,isle of man,shetland,orkney,hebrides`),
  IE: names('munster,leinster,connacht'),
  IN: names(`kashmir,jammu and kashmir,punjab,gujarat,kerala,tamil nadu,karnataka,maharashtra,uttar pradesh,bihar,assam,
    rajasthan,west bengal,odisha,jharkhand,haryana,telangana,andhra pradesh,himachal pradesh,uttarakhand,manipur,goa`),
  PK: names('punjab,sindh,balochistan,khyber pakhtunkhwa,waziristan'),
  CN: names(`tibet,xinjiang,guangdong,sichuan,yunnan,hunan,hubei,henan,hebei,shandong,shanxi,shaanxi,fujian,zhejiang,
    jiangsu,liaoning,inner mongolia,hainan,guizhou,anhui,gansu,qinghai,jilin,heilongjiang,guangxi`),
  IQ: names('kurdistan,anbar,nineveh'),
  SY: names('idlib province,rojava'),
  PS: names('gaza strip,gaza,west bank,east jerusalem'),
  IL: names('golan heights,negev,galilee'),
  ID: names('java,sumatra,bali,aceh,papua,sulawesi,borneo,lombok,kalimantan'),
  PH: names('mindanao,luzon,visayas'),
  JP: names('okinawa prefecture,hokkaido,honshu,kyushu,shikoku'),
  SD: names('darfur,kordofan'),
  ET: names('tigray,oromia,amhara'),
  NG: names('borno,kano state,niger delta'),
  ZA: names('gauteng,kwazulu-natal,western cape,eastern cape,limpopo'),
  SO: names('puntland,somaliland'),
  MX: names('chiapas,oaxaca,sinaloa,jalisco,sonora,yucatan,baja california'),
  BR: names('amazonas,bahia,mato grosso,minas gerais,parana'),
  US: names(
    'long island,manhattan,brooklyn,queens,bronx,staten island,silicon valley,new england,midwest,capitol hill,guam',
  ),
  GE: names('abkhazia,south ossetia'),
  AZ: names('nagorno-karabakh,karabakh'),
  TR: names('anatolia,thrace'),
  AT: names('tyrol,styria,carinthia'),
  BE: names('flanders,wallonia'),
  PT: names('madeira,azores,algarve'),
  GR: names('crete,lesbos,corfu,rhodes,macedonia'),
  BG: names('thrace'),
});

/** What is larger than a country: members by ISO code, or "@" and a continent code. */
export const SUPRANATIONAL: Record<string, string[]> = dictionary({
  europe: ['@EU'],
  asia: ['@AS'],
  africa: ['@AF'],
  'north america': ['@NA'],
  'south america': ['@SA'],
  oceania: ['@OC'],
  antarctica: ['@AN'],
  'latin america': names('MX,GT,HN,SV,NI,CR,PA,CO,VE,EC,PE,BO,CL,AR,UY,PY,BR,CU,DO'),
  'central america': names('GT,HN,SV,NI,CR,PA,BZ'),
  'middle east': names('IL,PS,JO,LB,SY,IQ,IR,SA,YE,OM,AE,QA,BH,KW,EG,TR,CY'),
  balkans: names('AL,BA,BG,HR,XK,ME,MK,RS,SI,GR,RO'),
  scandinavia: names('DK,NO,SE'),
  'eastern europe': names('PL,CZ,SK,HU,RO,BG,UA,BY,MD,RU'),
  'western europe': names('FR,DE,NL,BE,LU,AT,CH,GB,IE'),
  caribbean: names('CU,JM,HT,DO,BS,BB,TT,GD,LC,VC,AG,KN,DM,PR'),
  'southeast asia': names('TH,VN,LA,KH,MM,MY,SG,ID,PH,BN,TL'),
  'central asia': names('KZ,UZ,TM,TJ,KG'),
  'horn of africa': names('SO,ET,ER,DJ'),
  caucasus: names('GE,AM,AZ'),
  'european union': names('AT,BE,BG,HR,CY,CZ,DK,EE,FI,FR,DE,GR,HU,IE,IT,LV,LT,LU,MT,NL,PL,PT,RO,SK,SI,ES,SE'),
});

/** Other names of towns, and places in towns: ISO code and, after a slash, the region. */
export const LANDMARKS: Record<string, string> = dictionary({
  kiev: 'UA',
  kharkov: 'UA',
  odessa: 'UA',
  lvov: 'UA',
  'new york city': 'US/new york',
  washington: 'US',
  'st petersburg': 'RU',
  peking: 'CN',
  bombay: 'IN',
  calcutta: 'IN',
  madras: 'IN',
  bangalore: 'IN',
  saigon: 'VN',
  rangoon: 'MM',
  jerusalem: 'IL',
  plzen: 'CZ',
  leningrad: 'RU',
  constantinople: 'TR',
  'the hague': 'NL',
  hague: 'NL',
  hollywood: 'US/california',
});

/** Towns with several names in English-language news, folded, the usual one first. */
export const EXONYMS: string[][] =
  `kyiv kiev|kharkiv kharkov|odesa odessa|lviv lvov lemberg|mykolaiv nikolaev|dnipro dnipropetrovsk|
  zaporizhzhia zaporozhye|chernobyl chornobyl|luhansk lugansk|bakhmut artemivsk|beijing peking|mumbai bombay|kolkata calcutta|
  chennai madras|bengaluru bangalore|yangon rangoon|ho chi minh city,saigon|st petersburg,saint petersburg,st. petersburg,leningrad|
  pilsen plzen|prague praha|brno brunn|wroclaw breslau|gdansk danzig|krakow cracow|warsaw warszawa|munich munchen|cologne koln|
  nuremberg nurnberg|vienna wien|geneva geneve|zurich zuerich|basel basle|florence firenze|venice venezia|milan milano|rome roma|
  turin torino|naples napoli|genoa genova|lisbon lisboa|seville sevilla|brussels bruxelles|antwerp antwerpen|ghent gent|
  the hague,hague,den haag|copenhagen kobenhavn|gothenburg goteborg|helsinki helsingfors|belgrade beograd|bucharest bucuresti|
  athens athina|thessaloniki salonica|nicosia lefkosia|istanbul constantinople|izmir smyrna|jerusalem al-quds|tel aviv,tel aviv-yafo|
  mecca makkah|damascus dimashq|aleppo halab|raqqa raqa|mosul mawsil|fallujah falluja|najaf an-najaf|basra basrah|kabul cabul|
  astana nur-sultan|almaty alma-ata|tbilisi tiflis|gyumri leninakan|ulaanbaatar,ulan bator|guangzhou canton|nanjing nanking|
  new york,new york city,nyc|los angeles,la,l.a.|washington,washington dc,washington d.c.,d.c.|mexico city,ciudad de mexico|
  gaza,gaza strip|donbas donbass|crimea krym|transnistria trans-dniester|moscow moskva|kaliningrad konigsberg|chisinau kishinev|
  vilnius vilna|kaunas kovno|tallinn reval|ljubljana laibach|bratislava pressburg|skopje skopye|pristina prishtina|sarajevo serajevo`
    .split('|')
    .map((group) => group.trim())
    .map((group) => (group.includes(',') ? group.split(',') : group.split(/\s+/)).map((name) => name.trim()));
