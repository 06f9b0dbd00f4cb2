import type { Stand } from './table.js';

/** Who does a trade or the like: nobody that pictures show in a body that is not a person's. */
export interface Trade {
  /** Caption name of what they are known by. */
  readonly thing: string;
  /** How they stand to it. */
  readonly stand: Stand;
  /** What they are called in whatever language, as in `LanguageTable`. */
  readonly words: string;
  /** Caption names of what they wear besides. */
  readonly worn?: readonly string[];
  /** Caption names of who is drawn so where nobody else is named; a person where absent. */
  readonly who?: readonly string[];
}

/** Trades whose pictures, if there are any, show a person, which an animal or a toy that has them is not. */
export const TRADES: readonly Trade[] = [
  {
    thing: 'open book',
    stand: 'holding',
    words:
      "teacher professor_of lehrer lehrerin professeur maître_d'école maestro maestra profesor profesora professor professora insegnante leraar lerares nauczyciel nauczycielka учитель учительница вчитель вчителька öğretmen 先生 教師 老师 教师 선생님 교사 शिक्षक अध्यापक معلم معلمة",
    worn: ['glasses', 'worn necktie'],
  },
  {
    thing: 'hammer',
    stand: 'holding',
    words:
      'judge richter richterin juge juez juíza juiz giudice rechter sędzia судья суддя yargıç 裁判官 法官 판사 न्यायाधीश قاض',
    worn: ['glasses'],
  },
  {
    thing: 'microphone',
    stand: 'holding',
    words:
      'singer sänger sängerin chanteur chanteuse cantante cantor cantora zanger zangeres piosenkarz piosenkarka певец певица співак співачка şarkıcı 歌手 가수 गायक مغني',
    worn: ['star glasses'],
  },
  {
    thing: 'wrench',
    stand: 'holding',
    words:
      'mechanic mechaniker automechaniker mécanicien mécano mecánico mecânico meccanico monteur mechanik механик механік tamirci 整備士 机修工 정비사 मिस्त्री ميكانيكي',
    worn: ['billed cap'],
  },
  {
    thing: 'laptop',
    stand: 'behind',
    words:
      'programmer coder developer web_developer software_engineer hacker technologist programmierer programmiererin entwickler programmeur développeur programador programadora desenvolvedor programmatore sviluppatore ontwikkelaar programista programistka программист хакер програміст yazılımcı プログラマー ハッカー 程序员 黑客 프로그래머 해커 प्रोग्रामर مبرمج',
    worn: ['glasses'],
  },
  {
    thing: 'briefcase',
    stand: 'holding',
    words:
      "office_worker businessman businesswoman salesman saleswoman geschäftsmann geschäftsfrau homme_d'affaires hombre_de_negocios empresario empresário uomo_d'affari zakenman biznesmen бизнесмен бізнесмен iş_adamı サラリーマン ビジネスマン 商人 회사원 사업가 व्यापारी رجل_أعمال",
    worn: ['worn necktie'],
  },
  {
    thing: 'fork and knife with plate',
    stand: 'holding',
    words:
      'waiter waitress kellner kellnerin serveur serveuse camarero camarera mesero garçom garçonete cameriere cameriera ober serveerster kelner kelnerka официант официантка офіціант garson ウェイター ウェイトレス 服务员 웨이터 वेटर نادل',
    worn: ['bow tie'],
  },
  {
    thing: 'teacup',
    stand: 'holding',
    words: 'butler diener majordome mayordomo mordomo maggiordomo lokaj дворецкий дворецький uşak 執事 管家 집사',
    worn: ['bow tie', 'top hat'],
  },
  {
    thing: 'broom',
    stand: 'holding',
    words:
      'maid housemaid dienstmädchen zimmermädchen femme_de_chambre criada empregada cameriera_ai_piani dienstmeid pokojówka горничная покоївка hizmetçi メイド 女仆 메이드 नौकरानी خادمة',
    worn: ['apron'],
  },
  {
    thing: 'kitchen knife',
    stand: 'holding',
    words:
      "butcher metzger fleischer boucher carnicero açougueiro macellaio slager rzeźnik мясник м'ясник kasap 肉屋 屠夫 정육점_주인 कसाई جزار",
    worn: ['apron'],
  },
  {
    thing: 'scissors',
    stand: 'holding',
    words:
      'barber hairdresser friseur friseurin coiffeur coiffeuse peluquero peluquera barbero cabeleireiro barbeiro parrucchiere barbiere kapper fryzjer fryzjerka парикмахер перукар kuaför 美容師 理发师 미용사 नाई حلاق',
    worn: ['apron'],
  },
  {
    thing: 'surfboard',
    stand: 'on',
    words: 'surfer surfeur surfista surferka сёрфер серфер sörfçü サーファー 冲浪者 서퍼',
    worn: ['sunglasses'],
  },
  {
    thing: 'skateboard',
    stand: 'on',
    words: 'skateboarder skater skatista skateur skejter скейтер скейтбордист スケーター 滑板手 스케이터',
    worn: ['billed cap'],
  },
  {
    thing: 'bicycle',
    stand: 'on',
    words:
      'cyclist radfahrer radfahrerin cycliste ciclista fietser wielrenner rowerzysta kolarz велосипедист bisikletçi サイクリスト 骑行者 사이클리스트',
  },
  {
    thing: 'motorcycle',
    stand: 'on',
    words:
      'biker motorcyclist motorradfahrer motard motero motociclista motoqueiro motorrijder motocyklista байкер мотоциклист мотоцикліст motosikletçi バイカー 摩托车手 바이커',
    worn: ['sunglasses', 'leather jacket'],
  },
  {
    thing: 'racing car',
    stand: 'in',
    words:
      'race_car_driver racing_driver race_driver racer f1_driver formula_1_driver rennfahrer rennfahrerin pilote_de_course pilote_de_f1 piloto_de_carreras piloto_de_corrida pilota_di_formula_1 coureur kierowca_rajdowy гонщик гонщица гонщик yarışçı レーサー 赛车手 레이서',
    worn: ['goggles'],
  },
  {
    thing: 'tooth',
    stand: 'holding',
    words:
      'dentist zahnarzt zahnärztin dentiste dentista tandarts dentysta dentystka стоматолог дантист diş_hekimi 歯医者 牙医 치과의사 दंत_चिकित्सक طبيب_أسنان',
    worn: ['face mask'],
  },
  {
    thing: 'crystal ball',
    stand: 'holding',
    words:
      'fortune_teller fortuneteller wahrsager wahrsagerin voyante adivina vidente cartomante chiromante waarzegster wróżka_z_kulą гадалка ворожка falcı 占い師 算命师 점쟁이',
    worn: ['turban', 'gold chain'],
  },
  {
    thing: 'four leaf clover',
    stand: 'holding',
    words: 'leprechaun',
    worn: ['top hat'],
  },
  {
    thing: 'barbell',
    stand: 'holding',
    words:
      'bodybuilder weightlifter powerlifter gym_bro gymbro gewichtheber haltérophile culturista culturiste halterofilista fisiculturista sollevatore_di_pesi gewichtheffer kulturysta бодибилдер качок культурист vücutçu ボディビルダー 健美运动员 보디빌더',
    worn: ['headband'],
  },
  {
    thing: 'medal',
    stand: 'holding',
    words:
      'athlete olympian sportler sportlerin athlète atleta sportowiec спортсмен спортсменка спортсмен sporcu アスリート 选手 运动员 운동선수 खिलाड़ी رياضي',
    worn: ['headband'],
  },
  {
    thing: 'bone',
    stand: 'holding',
    words:
      'caveman cavewoman cave_man höhlenmensch steinzeitmensch homme_des_cavernes cavernícola troglodita homem_das_cavernas uomo_delle_caverne holbewoner jaskiniowiec пещерный_человек печерна_людина 原始人 穴居人 원시인',
  },
  {
    thing: 'bouquet',
    stand: 'holding',
    words: 'bride braut mariée novia noiva sposa bruid panna_młoda невеста наречена gelin 花嫁 新娘 신부 दुल्हन عروس',
    worn: ['flower crown'],
  },
  {
    thing: 'bouquet',
    stand: 'holding',
    words:
      'groom bridegroom bräutigam marié noivo sposo bruidegom pan_młody жених наречений damat 花婿 新郎 신랑 दूल्हा عريس',
    worn: ['top hat', 'bow tie'],
  },
  {
    thing: 'katana',
    stand: 'holding',
    words: 'samurai ronin самурай самураи 侍 武士 사무라이 ساموراي समुराई',
    worn: ['samurai helmet'],
    who: ['man', 'person'],
  },
  {
    thing: 'compass',
    stand: 'holding',
    words:
      'pilot aviator flieger pilotin aviateur aviador aviatore piloot лётчик летчик пилот льотчик パイロット 飞行员 조종사 पायलट طيار',
    worn: ['goggles', 'worn scarf'],
  },
];
