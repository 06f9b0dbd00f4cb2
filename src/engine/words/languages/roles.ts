import type { Stand } from './table.js';

/**
 * Who is nobody that pictures show, by what they are known by: its caption name, how they stand to it, and words in
 * whatever language, as in `LanguageTable`.
 */
export const ROLES: readonly (readonly [thing: string, stand: Stand, words: string])[] = [
  [
    'goal net',
    'in front of',
    'goalkeeper goalie torwart torhüter torfrau gardien_de_but portero arquero goleiro portiere keeper doelman bramkarz вратарь воротар ゴールキーパー 守门员 골키퍼',
  ],
  [
    'soccer ball',
    'with',
    'footballer soccer_player football_player fußballer fußballspieler footballeur futbolista jogador_de_futebol calciatore voetballer piłkarz',
  ],
  [
    'basketball',
    'holding',
    'basketball_player basketballspieler basketballer basketteur baloncestista jogador_de_basquete cestista koszykarz',
  ],
  ['tennis racket', 'holding', 'tennis_player tennisspieler joueur_de_tennis tenista tennista'],
  ['baseball bat', 'holding', 'baseball_player'],
  ['ice hockey', 'holding', 'hockey_player eishockeyspieler'],
  ['boxing glove', 'holding', 'boxer kickboxer boxeur boxeador pugile bokser boksör боксёр боксер'],
  [
    'ring buoy',
    'holding',
    'lifeguard rettungsschwimmer bademeister maître-nageur socorrista salva-vidas bagnino badmeester ratownik',
  ],
  ['drum kit', 'behind', 'drummer schlagzeuger batteur baterista batterista perkusista'],
  ['piano', 'beside', 'pianist pianista pianiste klavierspieler'],
  ['violin', 'holding', 'violinist fiddler geiger geigerin violoniste violinista skrzypek'],
  ['turntable', 'behind', 'disc_jockey'],
  ['camera', 'holding', 'photographer paparazzi paparazzo fotograf fotografin photographe fotógrafo fotografo'],
  [
    'microphone',
    'holding',
    'reporter journalist comedian podcaster stand-up_comedian reporterin journaliste periodista jornalista giornalista dziennikarz',
  ],
  ['coffee', 'holding', 'barista'],
  ['cocktail', 'holding', 'bartender barkeeper barman barmann'],
  [
    'books',
    'holding',
    'librarian bibliothekar bibliothekarin bibliothécaire bibliotecario bibliotecário bibliothecaris bibliotekarz',
  ],
  ['watering can', 'holding', 'gardener gärtner gärtnerin jardinier jardinero jardineiro giardiniere tuinman ogrodnik'],
  ['bow and arrow', 'holding', 'archer bogenschütze arquero_medieval arciere boogschutter łucznik'],
  ['axe', 'holding', 'lumberjack woodcutter holzfäller bûcheron leñador lenhador boscaiolo houthakker drwal'],
  ['pick', 'holding', 'miner coal_miner bergmann bergarbeiter minero mineiro minatore mijnwerker górnik'],
  ['fishing pole', 'holding', 'fisherman angler fischer pêcheur pescador pescatore visser rybak wędkarz'],
  [
    'broom',
    'holding',
    'janitor cleaner cleaning_lady putzfrau hausmeister concierge conserje zelador bidello schoonmaker sprzątaczka',
  ],
  [
    'envelope',
    'holding',
    'mailman postman mail_carrier postbote briefträger facteur cartero carteiro postino postbode listonosz',
  ],
  [
    'package',
    'holding',
    'courier delivery_guy delivery_man delivery_driver paketbote livreur repartidor entregador corriere bezorger kurier',
  ],
  ['plunger', 'holding', 'plumber klempner plombier fontanero encanador idraulico loodgieter hydraulik'],
  [
    'carpentry saw',
    'holding',
    'carpenter tischler zimmermann schreiner charpentier menuisier carpintero carpinteiro falegname timmerman stolarz',
  ],
  ['scissors', 'holding', 'tailor schneider tailleur sastre alfaiate sarto kleermaker krawiec'],
  [
    'backpack',
    'holding',
    'hiker backpacker wanderer wanderin randonneur senderista mochilero caminhante escursionista wandelaar turysta',
  ],
  ['shopping bags', 'holding', 'shopper'],
  ['loudspeaker', 'holding', 'cheerleader'],
  ['laptop', 'behind', 'streamer youtuber blogger influencer freelancer'],
];
