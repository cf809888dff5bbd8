/** Nouns that name an office, profession or relation: what can stand before a name as a title. */
export const ROLE_NOUNS = new Set(
  `president minister secretary chancellor premier governor gov mayor senator sen congressman congresswoman representative rep mp
  king queen prince princess pope bishop archbishop cardinal priest reverend rabbi imam sheikh emperor
  chief head director chairman chairwoman chairperson chair officer executive ceo cfo coo boss manager owner founder cofounder partner
  deputy vice aide adviser advisor envoy ambassador diplomat spokesman spokeswoman spokesperson official lawmaker politician leader
  general colonel major captain lieutenant sergeant sgt commander admiral marshal inspector detective constable superintendent officer sheriff
  attorney lawyer prosecutor judge justice solicitor barrister coroner
  doctor dr professor prof surgeon physician nurse scientist researcher economist analyst expert historian author writer journalist reporter
  editor columnist correspondent anchor actor actress singer rapper musician comedian host presenter director producer
  coach quarterback striker midfielder defender goalkeeper linebacker receiver cornerback pitcher baseman outfielder
  slugger boxer champion challenger swimmer climber mountaineer driver runner athlete player captain referee umpire
  teacher student pupil worker employee engineer pilot farmer fisherman trader banker businessman businesswoman entrepreneur
  widow wife husband father mother son daughter brother sister uncle aunt nephew niece cousin grandson granddaughter grandfather grandmother
  girlfriend boyfriend fiancee fiance friend neighbor neighbour partner lady man woman suspect defendant gunman victim witness resident
  mr mrs ms miss sir lord dame baroness count duke duchess mob don godfather boss informant agent spy activist trustee nominee candidate
  contender contestant successor predecessor chaplain caretaker clerk guard commissioner superintendent programmer developer rival counterpart`
    .split(/\s+/)
    .filter(Boolean),
);

/** Courtesy titles, which are no office. */
export const COURTESY = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'sir', 'prof', 'lord', 'dame']);
