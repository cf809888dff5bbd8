/**
 * The closed word classes of news English that the entity rules read: titles, roles, heads of organization and place
 * names, and the verbs and prepositions that show what a name is. All lower case.
 */
function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** Forms of address and ranks that stand before a person's name and are no part of it. */
export const TITLES = set(`mr mr. mrs mrs. ms ms. miss mx dr dr. prof prof. sir dame lord lady baroness baron count
  countess viscount earl madam madame monsieur mme m. herr frau senor señor señora don doña rev rev. reverend fr fr.
  father sister brother imam sheikh sheik shaikh ayatollah mullah maulana rabbi pope cardinal archbishop bishop
  monsignor saint king queen prince princess emperor empress sultan emir duke duchess tsar hon hon. rt
  gen gen. general lt lt. lieutenant col col. colonel maj maj. major capt capt. captain sgt sgt. sergeant cpl cpl.
  corporal pte pvt private adm adm. admiral brig brig. brigadier cmdr cmdr. commander marshal constable det insp
  supt pc sen sen. rep rep. gov gov. pres pres. amb hajji assoc. asst justice professor
  maj.-gen lt.-col`);

/** What a person can be; before a name it is a title, with "the" it can stand for the person. */
export const ROLES = set(`president vice-president premier minister chancellor secretary undersecretary senator
  congressman congresswoman representative lawmaker deputy mp mep governor mayor councillor councilman councilwoman
  commissioner ambassador envoy diplomat consul spokesman spokeswoman spokesperson aide adviser advisor counsel lawyer
  attorney solicitor barrister prosecutor judge magistrate sheriff detective inspector superintendent officer trooper
  chief boss head leader chair chairman chairwoman chairperson director ceo cfo coo cto executive manager founder
  co-founder owner partner investor analyst economist strategist banker broker trader entrepreneur businessman
  businesswoman tycoon billionaire magnate engineer scientist researcher academic historian lecturer author writer
  novelist poet journalist reporter correspondent editor columnist commentator photographer presenter anchor host
  broadcaster critic actor actress singer musician rapper guitarist drummer dancer comedian director filmmaker producer
  composer conductor artist painter model designer architect celebrity star coach trainer captain skipper striker
  forward midfielder defender goalkeeper keeper winger quarterback linebacker receiver pitcher catcher outfielder
  shortstop center guard batsman bowler referee umpire jockey driver rider cyclist swimmer sprinter runner boxer wrestler
  golfer champion player teammate doctor surgeon physician nurse paramedic psychologist psychiatrist midwife patient
  victim suspect defendant witness gunman shooter attacker bomber hijacker killer murderer robber thief burglar
  inmate prisoner hostage militant rebel terrorist insurgent commander soldier marine veteran pilot astronaut sailor
  officer firefighter fireman policeman policewoman cop student pupil teacher headteacher principal dean rector vicar
  priest pastor nun monk cleric imam activist campaigner protester dissident politician candidate nominee incumbent
  republican democrat conservative socialist liberal resident neighbor neighbour farmer fisherman fitter worker
  shopkeeper pensioner teenager toddler schoolboy schoolgirl baby boy girl man woman wife husband widow widower
  father mother dad mum mom son daughter brother sister uncle aunt cousin nephew niece grandfather grandmother granddad
  grandson granddaughter boyfriend girlfriend fiance fiancee friend colleague counterpart predecessor successor
  king queen prince princess emperor pope archbishop bishop cardinal rabbi general admiral colonel sergeant lieutenant
  speaker negotiator mediator chairman whip regulator ombudsman auditor treasurer clerk curator librarian butler
  chef cook baker butcher waiter landlord tenant drummer frontman bassist vocalist songwriter playwright screenwriter
  dictator ruler strongman warlord oligarch hacker whistleblower informant agent spy counsellor counselor therapist
  biologist chemist physicist astronomer geologist seismologist meteorologist forecaster epidemiologist virologist
  economist sociologist anthropologist archaeologist philosopher theologian mathematician programmer developer`);

/** Adjectives and nouns that come before a role in a title ("Deputy Foreign Minister", "Press Secretary"). */
export const ROLE_MODIFIERS = set(`prime vice deputy assistant associate acting former ex late senior junior chief
  foreign defence defense interior finance home health education trade energy justice environment transport press
  general attorney national regional local federal state first second third lead managing executive chief financial
  operating technology press shadow opposition outgoing incoming interim retired then special presidential police
  fire security political military intelligence business science sports sport city environment economics diplomatic
  crown grand supreme honorary joint staff lieutenant major brigadier rear air field under permanent labour labor
  agriculture culture tourism economy treasury district circuit county news night managing consultant international
  veteran new-elect king fellow world olympic star pop rock film head assistant communications information house
  senate parliamentary congressional company staff lord privy personal private party cabinet`);

/** The last word of an organization's name. */
export const ORGANIZATION_HEADS = set(`agency ministry department office bureau commission committee council board
  authority administration service services inspectorate directorate secretariat tribunal court parliament assembly
  congress senate duma knesset bundestag cabinet government treasury army navy force forces guard police corps brigade
  battalion regiment division squadron militia movement party union alliance coalition front league federation
  association society foundation trust institute institution centre center academy university college school faculty
  hospital clinic laboratory laboratories lab labs observatory museum gallery library theatre theater orchestra choir
  band ensemble company co co. corp corp. corporation inc inc. incorporated ltd ltd. limited plc llc llp lp ag gmbh sa
  s.a. nv bv spa s.p.a. oyj ab asa as kg se ad jsc pjsc oao ooo pty group holding holdings industries industry
  enterprises enterprise partners associates brothers bros sons international systems technologies technology solutions
  software networks network media entertainment studios studio pictures records productions publishing press news times
  post herald gazette tribune chronicle telegraph guardian mirror observer journal daily weekly monitor courier
  examiner inquirer globe dispatch register magazine review radio television tv broadcasting channel bank banks bancorp
  financial finance capital investments investment securities insurance assurance mutual fund funds equity ventures
  consulting advisors advisers motors motor automotive airlines airline airways aviation aerospace railways railway rail
  shipping lines logistics transport energy power petroleum oil gas electric electricity utilities mining minerals
  metals steel chemical chemicals pharmaceuticals pharmaceutical pharma biotech therapeutics healthcare foods food
  brewery breweries brewing beverages restaurants restaurant hotels resorts stores store supermarkets retail outfitters
  fc f.c. afc cf united rovers wanderers athletic club city-club team racing rangers church diocese ministries mission
  synagogue chamber exchange registry consortium organization organisation confederation conference congress guild
  railroad regiment infantry cavalry artillery wing fleet command casino winery diner deli tavern pub ballet
  opera conservatory daycare records cycles works theatres cinemas fitness realty mortgage trucking freight
  fraternity syndicate cartel gang mafia brotherhood jihad caucus tribunal watch network initiative project program
  programme task-force taskforce intelligence directorate constabulary`);

/** Legal forms: what ends in one is a company. */
export const LEGAL_FORMS = set(`inc inc. ltd ltd. plc llc llp corp corp. co co. ag gmbh sa s.a. nv bv spa s.p.a. oyj ab
  asa kg se ad jsc pjsc oao ooo pty holdings incorporated limited corporation company`);

/** The last word of a place's name. */
export const PLACE_HEADS = set(`river sea ocean lake bay gulf strait straits channel-sea canal creek falls waterfall
  island islands isle isles archipelago peninsula cape coast beach reef atoll mountain mountains mount hill hills
  valley canyon desert forest woods park gardens plain plains plateau province state-province county district
  municipality borough region oblast raion prefecture territory territories republic kingdom emirate emirates city
  town village township suburb quarter street st st. road rd avenue ave boulevard blvd lane drive highway freeway
  motorway expressway square plaza place bridge tunnel airport airfield station port harbour harbor terminal pier dock
  stadium arena dome field-stadium palace castle tower towers cathedral abbey mosque temple shrine cemetery prison jail
  camp base dam reservoir volcano glacier basin delta heights strip zone checkpoint crossing border ridge springs
  grove meadows mall hall house building base barracks gym pavilion junction brook mill mills parish pass point cove
  pond swamp terrace crescent court cottage manor fort crossing range loch commune canton arrondissement estate building center-place mall ranch farm`);

/** The first word of a place's name. */
export const PLACE_STARTS = set(`mount mt mt. lake cape port fort lago rio isle gulf strait bay camp st. saint san santa
  los las el puerto north south east west northern southern eastern western central upper lower new old greater`);

/** The first word of an organization's name that goes on with "of" or "for". */
export const OF_HEADS = set(`university college school institute academy faculty bank ministry department office bureau
  board council court house chamber church federation association society league union organization organisation
  centre center commission committee agency authority museum museums library club order knights daughters army
  bishop republic kingdom city gulf bay strait isle cape sea state states commonwealth emirate islands duchy
  foundation fund fellowship alliance confederation congress conference campaign coalition friends brotherhood
  institutes corporation hospital palace tower port forum group network movement party front voice line
  guild registrar district diocese archdiocese province sons ministers rights directorate`);

/** The last word of an event's name. */
export const EVENT_HEADS = set(`war wars games olympics paralympics cup championship championships open tournament
  summit festival fair expo election elections referendum revolution uprising crisis earthquake hurricane typhoon
  cyclone storm flood massacre genocide holocaust treaty accord accords agreement pact convention protocol marathon
  derby prix grand-prix masters series bowl awards award oscars grammys biennale carnival parade day conference
  inquiry operation raid attack attacks bombing bombings tragedy disaster pandemic epidemic`);

/** The last word of a work's or law's name. */
export const WORK_HEADS = set(`act bill law amendment constitution bible koran quran report symphony sonata concerto
  song album novel trilogy episode edition dictionary encyclopedia manifesto charter declaration`);

/** Verbs whose subject is somebody who speaks or acts. */
export const SAYING_VERBS = set(`say tell add note argue claim insist warn admit deny explain believe think hope know
  want ask reply answer respond comment remark declare announce recall write tweet post joke quip smile laugh shout
  fume grumble praise criticize criticise accuse blame thank confirm confess testify suggest vow pledge promise urge
  plead concede acknowledge reiterate stress emphasize emphasise complain predict tout boast greet shrug sigh`);

/** Verbs whose subject is a person. */
export const PERSON_VERBS = set(`die marry divorce resign retire smile laugh cry sleep wake sit stand walk run drive
  speak talk wear eat drink sing dance score graduate bear live be-born arrest charge sentence convict jail shoot stab
  kill murder injure hospitalize hospitalise arrive attend flee`);

/** Prepositions whose object is mostly a place. */
export const PLACE_PREPOSITIONS = set('in near outside inside across throughout into toward towards around off via');

/** Nouns after "the … of" or before a name that make the name a place ("the city of X", "the village of X"). */
export const PLACE_NOUNS = set(`city town village suburb district province region state county capital island port
  neighborhood neighbourhood municipality borough hamlet resort outskirts streets coast north south east west
  northeast northwest southeast southwest southern northern residents country nation`);

/** Nouns that make the name beside them an organization ("the union X", "X shares", "X spokesman"). */
export const ORGANIZATION_NOUNS = set(`company firm union group party bank giant maker retailer agency newspaper
  magazine website broadcaster network channel airline carrier manufacturer supplier operator charity club team
  startup start-up app band outfit watchdog regulator shares stock shareholders investors employees staff executives
  spokesman spokeswoman spokesperson representative officials supporters members fans customers ceo chief boss
  caterer caterers brewery bakery distillery producer importer exporter wholesaler distributor
  contractor developer builder consultancy nonprofit ngo charity trader miner shipper carmaker automaker drugmaker
  chipmaker planemaker conglomerate utility airline headquarters subsidiary unit lender insurer brewer chain publisher dairy foundation`);

export const KINSHIP = set(`granny grandma grandpa grandad granddad nana auntie aunt aunty uncle`);

/** Lower-case words inside a person's name. */
export const PARTICLES = set(`de del della der den di da dos das du van von zu zur ter ten la le el al bin ibn bint abu
  ul ur y e af av ap san st`);

/** Parts of a person's name that come after the surname. */
export const NAME_SUFFIXES = set('jr jr. sr sr. ii iii iv v phd ph.d. md m.d. esq esq. qc kc mp mbe obe cbe');

export const DAYS_AND_MONTHS = set(`monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays
  thursdays fridays saturdays sundays mon tue tues wed thu thur thurs fri sat sun january february march april may june
  july august september october november december jan jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug. sep
  sep. sept sept. oct oct. nov nov. dec dec. gmt est edt pst pdt cet bst utc am pm a.m. p.m. christmas easter ramadan
  thanksgiving halloween hanukkah passover eid diwali spring summer autumn winter bc ad bce`);

/** Words of the furniture of a news page that are capitalized and name nothing. */
export const FURNITURE = set(`photo photos image images picture pictures file video watch read more related published
  updated update by advertisement share subscribe newsletter caption credit courtesy source sources via live breaking
  exclusive opinion analysis politics business sports world tech technology culture lifestyle health science
  entertainment travel home page part chapter section figure table no no. ps re fw fwd cc subject sent hi hello dear
  hey thanks regards sincerely yes ok okay please sorry god lol faq q a tel fax email e-mail http www
  internet web pdf dvd cd dna hiv aids covid covid-19 tv pc gdp vat bbq asap fyi btw imo imho wmd suv atm usb id iq`);

/** Names of peoples, religions and political families that no country list gives. */
export const OTHER_NORPS = set(`european europeans asian asians african africans arab arabs western westerners
  muslim muslims islamic islamist islamists christian christians catholic catholics protestant protestants orthodox
  jewish jew jews hindu hindus buddhist buddhists sikh sikhs sunni sunnis shia shias shiite shiites kurd kurds kurdish
  latino latinos hispanic hispanics roma rohingya uighur uighurs uyghur uyghurs tibetan tibetans chechen chechens
  palestinian palestinians soviet soviets nazi nazis communist communists marxist marxists republican republicans
  democrat democrats democratic tory tories conservative conservatives liberal liberals labourite socialist socialists
  scottish scots scot welsh english englishman irish irishman british briton britons brits american americans
  catalan catalans basque basques bavarian sicilian cornish flemish walloon quebecois hawaiian alaskan texan texans
  californian londoner londoners parisian parisians muscovite muscovites scandinavian scandinavians nordic baltic
  balkan slavic latin anglo-saxon germanic mediterranean caribbean mideast eastern afro-american tamil tamils
  punjabi bengali pashtun pashtuns hazara tajik tajiks uzbek uzbeks turkmen kazakh kazakhs kyrgyz crimean tatar tatars
  hutu tutsi zulu maori aboriginal inuit native biblical evangelical anglican methodist baptist mormon mormons amish
  french frenchman dutch dutchman spanish spaniard spaniards swiss polish pole poles danish dane danes swede swedes
  swedish finnish finn finns turk turks turkish greek greeks serb serbs serbian croat croats slovak slovaks czech czechs
  korean koreans burmese filipino filipinos thai thais taiwanese hongkonger iraqi iraqis israeli israelis saudi saudis
  emirati emiratis qatari kuwaiti omani yemeni syrian lebanese jordanian iranian persian afghan pakistani indian
  chinese japanese vietnamese russian russians ukrainian ukrainians belarusian georgian armenian azeri azeris
  argentine kiwi kiwis aussie aussies yankee german germans italian italians mexican cuban haitian kosovan kosovar
  bosnian macedonian montenegrin byzantine roman ottoman chechnyan northern-irish`);

/** Acronyms and short names that every newspaper reader knows; kind by first letter: o(rganization) or p(lace). */
export const WELL_KNOWN: ReadonlyMap<string, 'organization' | 'place'> = new Map([
  ...[
    ...set(`UN EU NATO OPEC OSCE WHO IMF WTO IAEA UNICEF UNESCO UNHCR UNRWA WFP OECD ASEAN ECOWAS FIFA UEFA IOC ICC ICJ
    FBI CIA NSA DEA ATF TSA FAA FDA CDC EPA SEC FCC FTC IRS NASA NOAA USGS FEMA DHS DOJ DOD NIH USDA NTSB NHTSA ACLU
    NAACP NRA GOP DNC RNC NYPD LAPD BBC CNN NBC CBS ABC NPR PBS MSNBC ITV AFP AP DPA UPI RTE CBC ESPN HBO NFL NBA MLB
    NHL NCAA PGA ATP WTA FIA UFC WWE MI5 MI6 GCHQ NHS MoD SNP DUP UKIP TUC ONS IRA ETA PLO PKK FARC ISIS ISIL KGB FSB
    GRU SVR IDF IRGC RSF RAF USAF HSBC IBM AMD BMW VW GM GE AIG UBS RBS KPMG PwC BP EDF AT&T TWA UPS DHL IKEA SAP TSMC
    MIT UCLA NYU LSE USC Interpol Europol Hamas Hezbollah Taliban Reuters Kremlin Pentagon Bloomberg Al-Qaeda Labour
    Congress Senate Parliament Downing Bundestag Duma Knesset Medicaid Nasdaq Scotland-Yard Vatican-Bank Politburo
    Red-Cross Interfax TASS Xinhua Google Microsoft Apple Amazon Facebook Twitter YouTube Netflix Toyota Honda Sony
    Samsung Boeing Airbus Intel Walmart Goldman Citigroup Pfizer`),
  ].map((name) => [name, 'organization'] as const),
  ...[...set('US U.S. USA U.S.A. UK U.K. UAE U.A.E. USSR U.S.S.R. DRC PRC DPRK NYC LA L.A. DC D.C.')].map(
    (name) => [name, 'place'] as const,
  ),
]);

/** {@link WELL_KNOWN} by folded name. */
export const WELL_KNOWN_FOLDED: ReadonlyMap<string, 'organization' | 'place'> = new Map(
  [...WELL_KNOWN].map(([name, type]) => [name.toLowerCase(), type]),
);
