/** What Spanish calls black with a word that English has as a slur: things and animals, whose name goes before. */
const BLACK_IN_SPANISH = (
  'anillo arbol autobus avion barco buho caballo camion cangrejo caracol coche cohete conejo ' +
  'corazon diamante dragon elefante fantasma gato globo helicoptero leon libro lobo mono oso pajaro pato ' +
  'perro pez pinguino pulpo raton robot sombrero tiburon tigre toro tren unicornio zapato zorro'
).split(' ');

/**
 * Words and phrases that the English preset of `obscenity` takes for profanity though they are none, found by running
 * it over lists of English words, names of species and of artists. A beginning stands for all words that continue it.
 */
export const ORDINARY_WORDS: readonly string[] = [
  // anal, anus
  ...[
    'annal',
    'annale',
    'artisanal',
    'analges',
    'analect',
    'analept',
    'analphabet',
    'cryptanaly',
    'disanalog',
    'misanaly',
  ],
  ...['overanaly', 'reanaly', 'metanaly', 'tympanal', 'africanus', 'americanus', 'mexicanus', 'montanus', 'oceanus'],
  ...['pandanus', 'pelecanus', 'silvanus', 'stephanus', 'sylvanus', 'totanus', 'tyrannus', 'varanus', 'coriolanus'],
  // arse, ass
  ...['assegai', 'assegaai', 'assonan', 'assort', 'assuage', 'asswage', 'assyri'],
  // boob
  ...['booby', 'boobies', 'boobialla', 'boobook', 'haboob'],
  // chink, cock, cuck, cum
  ...['chinkapin', 'chinkara', 'pachinko', 'cockpit', 'cockscomb', 'cocksfoot', 'cockspur', 'cocksure', 'cockswain'],
  ...['cumin', 'cummerbund', 'cummin', 'cumquat', 'cumshaw', 'e. e. cummings', 'e e cummings', 'ee cummings'],
  // dick, dyke
  ...['burdick', 'dickcissel', 'dickerson', 'dickey', 'dickinson', 'dickson', 'dicky bird', 'dickybird', 'dicky bow'],
  ...[
    'dickie bow',
    'riddick',
    'roddick',
    'medick',
    'moby dick',
    'moby-dick',
    'dick tracy',
    'dick turpin',
    'dick whittington',
  ],
  ...['dick van dyke', 'philip k dick', 'philip k. dick', 'klondyke', 'vandyke'],
  // fag, fuck
  ...['fagaceous', 'fagin', 'fagus', 'fagott', 'feckless', 'maffick', 'traffick', 'fukuda', 'fukui'],
  ...['fukuoka', 'fukushima', 'fukuyama', 'fu dog', 'fu manchu', 'fu lion'],
  // kike
  'kikker',
  // negro, nigger
  ...BLACK_IN_SPANISH.map((noun) => `${noun} negro`),
  ...['rio negro', 'río negro', 'terengganu', 'tenggara'],
  // orgasm, orgy
  ...['georgy', 'porgies'],
  // penis, piss, pussy
  ...[
    'penistone',
    'pennis',
    'pissarro',
    'pissoir',
    'pussycat',
    'pussy cat',
    'pussyfoot',
    'pussy-foot',
    'pussy willow',
    'pussytoe',
  ],
  // rape, retard
  ...['rapeseed', 'rape seed', 'rape field', 'oilseed rape', 'rapped', 'rappel', 'retardant'],
  // scat, semen, shit
  ...['scat sing', 'semenov', 'shiitake', 'shittim', 'shitzu', 'shiite'],
  // tit, turd, vagina, wank
  ...[
    'bearded tit',
    'blue tit',
    'coal tit',
    'crested tit',
    'great tit',
    'long-tailed tit',
    'marsh tit',
    'willow tit',
    'tit bird',
  ],
  ...['turdus', 'turdine', 'twattling', 'evaginat', 'invaginat', 'wankel'],
];
