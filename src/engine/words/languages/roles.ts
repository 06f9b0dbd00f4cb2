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
  ['bow and arrow', 'holding', 'archer ranger marksman bogenschütze arquero_medieval arciere boogschutter łucznik'],
  [
    'axe',
    'holding',
    'lumberjack executioner woodcutter holzfäller bûcheron leñador lenhador boscaiolo houthakker drwal',
  ],
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
    'mailman mail_guy mail_lady mailwoman postman mail_carrier postbote briefträger facteur cartero carteiro postino postbode listonosz',
  ],
  [
    'package',
    'holding',
    'courier package_guy package_man parcel_guy ups_guy amazon_guy amazon_driver delivery_guy delivery_man delivery_driver paketbote livreur repartidor entregador corriere bezorger kurier',
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
    'hiker backpacker adventurer explorer traveler traveller wayfarer abenteurer abenteurerin aventurier aventurière aventurero aventurera aventureiro aventureira avventuriero avonturier poszukiwacz_przygód wanderer wanderin randonneur senderista mochilero caminhante escursionista wandelaar turysta',
  ],
  ['shopping bags', 'holding', 'shopper'],
  ['loudspeaker', 'holding', 'cheerleader'],
  ['laptop', 'behind', 'streamer youtuber blogger influencer freelancer'],
  ['pizza', 'holding', 'pizza_guy pizza_delivery_guy pizza_man pizza_boy pizzabote pizzabäcker pizzaiolo pizzero'],
  ['banjo', 'holding', 'bard minstrel troubadour barde trovador'],
  ['electric guitar', 'holding', 'bassist guitarist gitarrist guitariste guitarrista chitarrista'],
  ['latin cross', 'holding', 'cleric priest priestess nun pastor bishop priester prêtre cura sacerdote prete ksiądz'],
  ['money bag', 'holding', 'merchant shopkeeper trader innkeeper vendor händler marchand mercader mercante kupiec'],
  ['hammer', 'holding', 'blacksmith moderator discord_mod chat_mod mod admin schmied forgeron herrero fabbro kowal'],
  ['potion', 'holding', 'alchemist alchemistin alchimiste alquimista alchimista alchemik'],
  ['laser sword', 'holding', 'jedi sith jedi_knight sith_lord'],
  ['game controller', 'holding', 'gamer noob gamer_guy video_gamer speedrunner'],
  [
    'fountain pen',
    'holding',
    'writer author novelist poet schriftsteller autor écrivain escritor poète scrittore pisarz',
  ],
  ['bus', 'in front of', 'bus_driver busfahrer'],
];
