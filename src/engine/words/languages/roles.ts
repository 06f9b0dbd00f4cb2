import { TRADES, type Trade } from './trades.js';

/** Who is nobody that pictures show, by what they are known by, and trades. */
export const ROLES: readonly Trade[] = [
  {
    thing: 'goal net',
    stand: 'in front of',
    words:
      'goalkeeper goalie torwart torhüter torfrau gardien_de_but portero arquero goleiro portiere keeper doelman bramkarz вратарь воротар ゴールキーパー 守门员 골키퍼',
  },
  {
    thing: 'soccer ball',
    stand: 'with',
    words:
      'footballer soccer_player football_player fußballer fußballspieler footballeur futbolista jogador_de_futebol calciatore voetballer piłkarz',
    worn: ['jersey'],
  },
  {
    thing: 'basketball',
    stand: 'holding',
    words:
      'basketball_player basketballspieler basketballer basketteur baloncestista jogador_de_basquete cestista koszykarz',
    worn: ['jersey', 'headband'],
  },
  {
    thing: 'tennis racket',
    stand: 'holding',
    words: 'tennis_player tennisspieler joueur_de_tennis tenista tennista',
    worn: ['headband'],
  },
  {
    thing: 'baseball bat',
    stand: 'holding',
    words: 'baseball_player',
    worn: ['billed cap'],
  },
  {
    thing: 'ice hockey',
    stand: 'holding',
    words: 'hockey_player eishockeyspieler',
  },
  {
    thing: 'boxing glove',
    stand: 'holding',
    words: 'boxer kickboxer boxeur boxeador pugile bokser boksör боксёр боксер',
    worn: ['headband'],
  },
  {
    thing: 'ring buoy',
    stand: 'holding',
    words: 'lifeguard rettungsschwimmer bademeister maître-nageur socorrista salva-vidas bagnino badmeester ratownik',
    worn: ['sunglasses'],
  },
  {
    thing: 'drum kit',
    stand: 'behind',
    words: 'drummer schlagzeuger batteur baterista batterista perkusista',
  },
  {
    thing: 'piano',
    stand: 'beside',
    words: 'pianist pianista pianiste klavierspieler',
    worn: ['bow tie'],
  },
  {
    thing: 'violin',
    stand: 'holding',
    words: 'violinist fiddler geiger geigerin violoniste violinista skrzypek',
    worn: ['bow tie'],
  },
  {
    thing: 'turntable',
    stand: 'behind',
    words: 'disc_jockey',
    worn: ['worn headphones'],
  },
  {
    thing: 'camera',
    stand: 'holding',
    words: 'photographer paparazzi paparazzo fotograf fotografin photographe fotógrafo fotografo',
    worn: ['beret'],
  },
  {
    thing: 'microphone',
    stand: 'holding',
    words:
      'reporter journalist comedian podcaster stand-up_comedian reporterin journaliste periodista jornalista giornalista dziennikarz',
  },
  {
    thing: 'coffee',
    stand: 'holding',
    words: 'barista',
    worn: ['apron'],
  },
  {
    thing: 'cocktail',
    stand: 'holding',
    words: 'bartender barkeeper barman barmann',
    worn: ['bow tie'],
  },
  {
    thing: 'books',
    stand: 'holding',
    words:
      'librarian bibliothekar bibliothekarin bibliothécaire bibliotecario bibliotecário bibliothecaris bibliotekarz',
    worn: ['glasses'],
  },
  {
    thing: 'watering can',
    stand: 'holding',
    words: 'gardener gärtner gärtnerin jardinier jardinero jardineiro giardiniere tuinman ogrodnik',
    worn: ['straw hat'],
  },
  {
    thing: 'bow and arrow',
    stand: 'holding',
    words: 'archer ranger marksman bogenschütze arquero_medieval arciere boogschutter łucznik',
  },
  {
    thing: 'axe',
    stand: 'holding',
    words: 'lumberjack woodcutter holzfäller bûcheron leñador lenhador boscaiolo houthakker drwal',
    worn: ['beanie'],
  },
  {
    thing: 'axe',
    stand: 'holding',
    words: 'executioner',
  },
  {
    thing: 'pick',
    stand: 'holding',
    words: 'miner coal_miner bergmann bergarbeiter minero mineiro minatore mijnwerker górnik',
    worn: ["rescue worker's helmet"],
  },
  {
    thing: 'fishing pole',
    stand: 'holding',
    words: 'fisherman angler fischer pêcheur pescador pescatore visser rybak wędkarz',
    worn: ['straw hat'],
  },
  {
    thing: 'broom',
    stand: 'holding',
    words:
      'janitor cleaner cleaning_lady putzfrau hausmeister concierge conserje zelador bidello schoonmaker sprzątaczka',
  },
  {
    thing: 'envelope',
    stand: 'holding',
    words:
      'mailman mail_guy mail_lady mailwoman postman mail_carrier postbote briefträger facteur cartero carteiro postino postbode listonosz',
    worn: ['billed cap'],
  },
  {
    thing: 'package',
    stand: 'holding',
    words:
      'courier package_guy package_man parcel_guy ups_guy amazon_guy amazon_driver delivery_guy delivery_man delivery_driver paketbote livreur repartidor entregador corriere bezorger kurier',
    worn: ['billed cap'],
  },
  {
    thing: 'plunger',
    stand: 'holding',
    words: 'plumber klempner plombier fontanero encanador idraulico loodgieter hydraulik',
    worn: ['billed cap'],
  },
  {
    thing: 'carpentry saw',
    stand: 'holding',
    words:
      'carpenter tischler zimmermann schreiner charpentier menuisier carpintero carpinteiro falegname timmerman stolarz',
    worn: ["rescue worker's helmet"],
  },
  {
    thing: 'scissors',
    stand: 'holding',
    words: 'tailor schneider tailleur sastre alfaiate sarto kleermaker krawiec',
  },
  {
    thing: 'backpack',
    stand: 'holding',
    words:
      'hiker backpacker adventurer explorer traveler traveller wayfarer abenteurer abenteurerin aventurier aventurière aventurero aventurera aventureiro aventureira avventuriero avonturier poszukiwacz_przygód wanderer wanderin randonneur senderista mochilero caminhante escursionista wandelaar turysta',
  },
  {
    thing: 'shopping bags',
    stand: 'holding',
    words: 'shopper',
  },
  {
    thing: 'loudspeaker',
    stand: 'holding',
    words: 'cheerleader',
  },
  {
    thing: 'laptop',
    stand: 'behind',
    words: 'streamer youtuber blogger influencer freelancer',
    worn: ['headphones'],
  },
  {
    thing: 'pizza',
    stand: 'holding',
    words: 'pizza_guy pizza_delivery_guy pizza_man pizza_boy pizzabote pizzabäcker pizzaiolo pizzero',
    worn: ['chef hat'],
  },
  {
    thing: 'banjo',
    stand: 'holding',
    words: 'bard minstrel troubadour barde trovador',
    worn: ['beret'],
  },
  {
    thing: 'electric guitar',
    stand: 'holding',
    words: 'bassist guitarist gitarrist guitariste guitarrista chitarrista',
  },
  {
    thing: 'latin cross',
    stand: 'holding',
    words: 'cleric priest priestess nun pastor bishop priester prêtre cura sacerdote prete ksiądz',
  },
  {
    thing: 'money bag',
    stand: 'holding',
    words: 'merchant shopkeeper trader innkeeper vendor händler marchand mercader mercante kupiec',
  },
  {
    thing: 'hammer',
    stand: 'holding',
    words: 'blacksmith schmied forgeron herrero fabbro kowal',
    worn: ['apron'],
  },
  {
    thing: 'hammer',
    stand: 'holding',
    words: 'moderator discord_mod chat_mod mod admin',
  },
  {
    thing: 'potion',
    stand: 'holding',
    words: 'alchemist alchemistin alchimiste alquimista alchimista alchemik',
  },
  {
    thing: 'laser sword',
    stand: 'holding',
    words: 'jedi sith jedi_knight sith_lord',
  },
  {
    thing: 'game controller',
    stand: 'holding',
    words: 'gamer noob gamer_guy video_gamer speedrunner',
  },
  {
    thing: 'fountain pen',
    stand: 'holding',
    words: 'writer author novelist poet schriftsteller autor écrivain escritor poète scrittore pisarz',
    worn: ['glasses'],
  },
  {
    thing: 'bus',
    stand: 'in front of',
    words: 'bus_driver busfahrer',
    worn: ['police cap'],
  },
  ...TRADES,
];
