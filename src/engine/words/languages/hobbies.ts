/**
 * What people do together, by the caption name of what stands for it where nothing else is named: “logo for my
 * gardening club”. Words as in `LanguageTable`, in whatever language.
 */
export const HOBBIES: Readonly<Record<string, string>> = {
  'potted plant': `gardening gardener gardeners allotment horticulture gartenarbeit gärtnern gartenbau jardinage jardinería giardinaggio jardinagem tuinieren
    ogrodnictwo ogrodniczy садоводство садівництво zahradničení bahçecilik plants houseplants 园艺 원예 園芸`,
  cooking:
    'cooking kochen kochclub cuisine cocina cucina culinária koken gotowanie кулинария кулінарія vaření aşçılık 烹饪 요리 料理',
  bread:
    'baking backen pâtisserie repostería panadería pasticceria panificação bakken pieczenie выпечка випічка pečení sourdough 烘焙 베이킹',
  yarn: 'knitting crochet crocheting stricken häkeln tricot ganchillo maglia uncinetto tricô breien haken dzierganie вязание вʼязання pletení örgü 编织 뜨개질 編み物',
  thread: 'sewing quilting embroidery nähen couture costura cucito naaien szycie шитьё šití dikiş',
  camping:
    'camping campers zelten acampada campeggio acampamento kamperen kemping кемпинг kempování kamp scouting scouts キャンプ',
  'hiking boot':
    'hiking trekking hikers wandern randonnée senderismo escursionismo caminhada wandelen wędrówki поход turistika yürüyüş walking_group 登山 등산',
  'fishing pole':
    'fishing angling anglers angeln pêche pesca vissen wędkarstwo рыбалка риболовля rybaření balıkçılık 钓鱼 낚시 釣り',
  books:
    'reading readers lesen lecture lectura lettura leitura lezen czytanie чтение читання čtení literature bookworms 読書 독서 阅读',
  'chess pawn':
    'chess schach échecs ajedrez scacchi xadrez schaken szachy шахматы шахи šachy satranç チェス 체스 国际象棋',
  'game controller': 'gaming gamers games esports zocken jeux videojuegos videogiochi jogos gamen ゲーム 게임 游戏',
  pick: 'minecraft',
  dice: 'dnd d&d rpg ttrpg boardgames boardgame tabletop brettspiele warhammer',
  'musical note':
    'music musik musique música musica muziek muzyka музыка музика hudba müzik orchestra choir chor chorale coro 音楽 음악 音乐',
  microphone: 'singing karaoke podcasting gesang',
  camera:
    'photography photographers fotografie photographie fotografía fotografia фотография fotoğrafçılık 写真 사진 摄影',
  'artist palette':
    'painting art drawing artists malen peinture pintura pittura schilderen malarstwo рисование живопись malování resim 美術 미술',
  bicycle: 'cycling cyclists radfahren cyclisme ciclismo wielrennen kolarstwo велоспорт cyklistika bisiklet',
  'running shirt': 'marathon joggers',
  sneaker: 'running jogging runners laufen lauftreff hardlopen bieganie бег běh koşu',
  goggles: 'swimming swimmers schwimmen natation natación nuoto natação zwemmen pływanie плавание plavání yüzme',
  'person in lotus position': 'yoga meditation pilates',
  'flexed biceps': 'fitness gym workout lifting bodybuilding crossfit',
  laptop:
    'coding programming developers coders hackathon programmieren programmation programación programmazione programowanie программирование',
  telescope: 'astronomy stargazing astronomie astronomía astronomia астрономия',
  bird: 'birdwatching birding birders',
  honey: 'beekeeping beekeepers imkerei',
  beer: 'brewing homebrewing',
  wine: 'winemaking wine_tasting',
  'performing arts': 'theatre theater drama acting cosplay improv théâtre teatro teatr театр divadlo',
  'clapper board': 'filmmaking movies cinema film',
  dancer: 'dancing dance tanzen danse baile danza dança dansen taniec танцы tanec dans',
  'person climbing':
    'climbing bouldering climbers klettern escalade escalada arrampicata klimmen wspinaczka скалолазание lezení',
  'person surfing': 'surfing surfers',
  skis: 'skiing skiers skifahren',
  'ice skate': 'skating iceskating',
  'test tube': 'science chemistry',
  scissors: 'crafting crafts basteln',
  hammer: 'woodworking woodworkers carpentry diy heimwerken bricolage bricolaje',
  airplane: 'travel travelling traveling travellers reisen voyage viajes viaggi viagens podróże путешествия',
  whiteboard: 'meeting meetings team_meeting besprechung réunion reunión riunione reunião vergadering spotkanie',
  'glass of water': 'water wasser eau agua água acqua woda',
  'cold face': 'cold chilly freezing',
  'hot face': 'hot sweating',
  'face with tears of joy': 'laugh laughing',
  smiley: 'smile',
  bed: 'sleep sleeping',
  'bow and arrow': 'hunting archery',
  'shopping bags': 'shopping',
  'black nib': 'writing writers poetry schreiben écriture escritura scrittura',
};

/** What people are together who have a logo, a name or a place: never a thing by itself beside what they do. */
export const SOCIETIES = `server servers club clubs channel channels discord slack team teams group groups guild guilds clan clans community communities society societies association
  company startup shop store business page site website blog podcast stream streamer youtube twitch brand school class course crew squad league meetup workspace forum subreddit
  gruppe verein kanal mannschaft laden firma kurs serveur chaîne équipe groupe boutique entreprise cours servidor canal equipo grupo tienda empresa curso equipe loja
  squadra gruppo negozio azienda corso groep winkel bedrijf serwer kanał drużyna grupa sklep firma kurs сервер канал команда группа магазин група tým skupina obchod
  sunucu kanal takım grup dükkan サーバー サークル 部 服务器 群 서버 팀 동아리`;
