import type { Occasion } from './occasions.js';

/** What somebody wears who is dressed as somebody, or for an occasion. */
export interface Outfit {
  /** Caption names of what is worn, what says most first. */
  worn: readonly string[];
  /** Caption names of those who are drawn so. */
  things?: readonly string[];
  /** What they are called besides, in whatever language; as in `LanguageTable`. */
  words?: string;
  /** Whether they are no thing of their own: somebody is drawn who wears it. */
  isNobody?: boolean;
  /** Caption names of who is drawn in it where nobody else is named, whoever else may be called so. */
  who?: readonly string[];
  /** Whether its words are what is put on, and nobody: “in a **tuxedo**”. People who are drawn in it are `things`. */
  isGarment?: boolean;
  /** Whether its words say how somebody is: of animals alone. */
  isManner?: boolean;
  /** An occasion for which animals and people dress and dishes do not; by its words, too, the outfit is called. */
  occasion?: Occasion;
}

export const OUTFITS: readonly Outfit[] = [
  {
    worn: ['witch hat'],
    isNobody: true,
    who: ['woman', 'girl'],
    words: `witch witchy hexe bruja bruxa sorcière sorciere strega heks wiedźma czarownica ведьма відьма cadı 魔女 마녀 चुड़ैल ساحرة`,
  },
  {
    worn: ['wizard hat'],
    things: ['wizard'],
    words: `wizard mage sorcerer warlock magician zauberer magier mago mágico sorcier magicien tovenaar czarodziej волшебник маг чарівник büyücü 魔法使い 巫师 마법사 जादूगर ساحر`,
  },
  {
    worn: ['pirate hat', 'eye patch'],
    words: 'pirate piratey pirat piratin pirata piraat пират пірат korsan 海賊 海盗 해적 समुद्री_डाकू قرصان',
    isNobody: true,
  },
  {
    worn: ['cowboy hat'],
    things: ['cowboy hat face'],
    words: 'cowboy cowgirl sheriff vaquero vaqueiro ковбой kovboy カウボーイ 牛仔 카우보이 काउबॉय راعي_بقر',
  },
  {
    worn: ['santa hat'],
    things: ['santa'],
    words: `santa santa_claus weihnachtsmann père_noël papa_noël papá_noel papai_noel babbo_natale kerstman mikołaj дед_мороз noel_baba サンタ 圣诞老人 산타 सांता بابا_نويل`,
  },
  {
    worn: ['santa hat'],
    words: 'festive weihnachtlicher',
    occasion: 'christmas',
  },
  { worn: ['witch hat'], occasion: 'halloween' },
  { worn: ['party hat'], words: 'cumpleañero cumpleañera aniversariante', occasion: 'birthday' },
  { worn: ['elf hat'], things: ['elf'], words: 'elf' },
  {
    worn: ['chef hat'],
    things: ['cook'],
    words:
      'chef cook baker koch köchin cuisinier cocinero cozinheiro cuoco kok kucharz повар кухар aşçı シェフ 厨师 요리사 रसोइया طباخ',
  },
  {
    worn: ['crown'],
    things: ['prince', 'princess', 'person with crown'],
    words: `king queen royal majestic regal noble imperial emperor empress prince princess royale royaler königlich königlicher königliche könig königin prinz prinzessin roi reine rey reina rei rainha regina koning koningin król królowa король королева kral kraliçe
      王様 女王 国王 왕 여왕 राजा रानी ملك ملكة`,
  },
  {
    worn: ['viking helmet'],
    words: 'viking barbarian berserker wikinger vikingo viquingue vichingo викинг вікінг ヴァイキング 바이킹',
    isNobody: true,
  },
  {
    worn: ['knight helmet'],
    words:
      'knight paladin squire crusader templar warrior gladiator ritter chevalier caballero cavaleiro cavaliere ridder rycerz рыцарь лицар şövalye 騎士 骑士 기사 शूरवीर فارس',
    isNobody: true,
  },
  { worn: ['ninja mask', 'headband'], things: ['ninja'], words: 'ninja shinobi ниндзя ніндзя 忍者 닌자' },
  { worn: ['headband'], words: 'karate karateka' },
  {
    worn: ['cape', 'domino mask'],
    things: ['superhero'],
    words: `superhero hero epic heroic legendary super_hero superheld superhéroe super-héros supereroe superheld superbohater супергерой 슈퍼히어로 スーパーヒーロー 超级英雄`,
  },
  {
    worn: ['astronaut helmet'],
    things: ['astronaut'],
    words:
      'astronaut cosmonaut spaceman astronauta astronaute космонавт астронавт astronot 宇宙飛行士 宇航员 우주비행사',
  },
  {
    worn: ['police cap'],
    things: ['police officer'],
    words: 'police cop policeman polizei polizist policía policier polizia politie policja полицейский polis 警察 경찰',
  },
  {
    worn: ['detective hat'],
    things: ['detective'],
    words: 'detective sherlock spy detektiv détective detetive investigatore детектив dedektif 探偵 侦探 탐정',
  },
  {
    worn: ['firefighter helmet'],
    things: ['firefighter'],
    words:
      'firefighter fireman feuerwehrmann bombero pompier bombeiro pompiere brandweerman strażak пожарный itfaiyeci 消防士 消防员 소방관',
  },
  {
    worn: ["rescue worker's helmet"],
    things: ['construction worker'],
    words: 'builder construction_worker bauarbeiter',
  },
  {
    worn: ['straw hat'],
    things: ['farmer'],
    words: 'farmer bauer granjero fermier agricultor contadino rolnik фермер 農家 农民 농부',
  },
  {
    worn: ['graduation cap'],
    things: ['student'],
    words: 'graduate graduating graduation student scholar professor graduado diplômé absolvent',
  },
  {
    worn: ['beret'],
    things: ['artist'],
    words: 'artist painter künstler artista artiste peintre pintor художник 画家 화가',
  },
  {
    worn: ['sailor hat'],
    words: 'sailor captain matrose kapitän marinero marin marinheiro marinaio matroos матрос 船長',
    isNobody: true,
  },
  {
    worn: ['worn stethoscope'],
    things: ['health worker'],
    words: 'doctor nurse vet medic arzt ärztin médico docteur medico врач доктор 医者 医生 의사',
  },
  {
    worn: ['angel halo', 'angel wings'],
    things: ['baby angel'],
    words:
      'angel angelic holy saint saintly blessed divine heavenly sacred engel ángel ange anjo angelo anioł ангел melek 天使 천사',
  },
  {
    worn: ['devil horns'],
    words:
      'devil devilish demon demonic satanic hellish evil wicked maléfique malvado malvada malvagio malvagia teufel diablo diable diabo diavolo duivel diabeł дьявол şeytan 悪魔 恶魔 악마',
  },
  { worn: ['fairy wings'], things: ['fairy'], words: 'fairy hada fée fada fata фея 妖精 요정' },
  { worn: ['jester hat'], words: 'jester court_jester hofnarr bufón bouffon', isNobody: true },
  { worn: ['clown nose'], things: ['clown'], words: 'clown payaso palhaço pagliaccio клоун ピエロ 小丑 광대' },
  { worn: ['reindeer antlers'], words: 'reindeer_costume rentier' },
  { worn: ['sombrero'], words: 'mariachi mexican', isNobody: true },
  {
    worn: ['military helmet'],
    things: ['guard'],
    words: 'soldier army military soldat soldado soldato солдат 兵士 士兵 군인',
  },
  {
    worn: ['cape', 'bat wings'],
    things: ['vampire'],
    words:
      'vampire dracula vampiric vampir vampiro vampira vampiresque wampir вампир вампір vampyr 吸血鬼 ヴァンパイア 뱀파이어',
  },
  {
    worn: ['lab coat', 'goggles'],
    things: ['scientist'],
    words:
      'scientist mad_scientist chemist wissenschaftler científico scientifique cientista scienziato учёный ученый 科学者 科学家 과학자',
  },
  {
    worn: ['top hat', 'bow tie'],
    words: `fancy elegant classy posh dapper gentleman sophisticated formal vornehm elegante élégant élégante chic elegancki elegancka элегантный элегантная
      елегантний şık zarif 上品な 優雅な 优雅的 우아한 أنيق أنيقة`,
    isManner: true,
  },
  {
    worn: ['top hat', 'worn monocle'],
    words: `rich wealthy millionaire billionaire aristocratic reich reicher reiche riche rico rica ricco ricca rijke bogaty bogata богатый богатая zengin お金持ちの 有钱的 부자`,
    isManner: true,
  },
  {
    worn: ['sunglasses'],
    words: `cool badass gigachad giga_chad chad sigma based goated swag swaggy fly_looking lässig lässiger krass cooler coole coolen stylé guay chulo chula stiloso figo крутой крутая клёвый かっこいい クールな 酷 酷的 멋진 쿨한`,
    isManner: true,
  },
  {
    worn: ['beanie', 'worn scarf'],
    words: `cozy cosy comfy winter wintry gemütlich gemütlicher gemütliche kuschelig kuscheliger kuschelige winterlich winterlicher douillet douillette acogedor acogedora aconchegante accogliente
      gezellig gezellige przytulny przytulna уютный уютная затишний затишна rahat もこもこの 舒适的 포근한`,
    isManner: true,
  },
  {
    worn: ['straw hat', 'sunglasses'],
    words: 'summer summery vacation holiday_maker tourist sommerlich sommerlicher',
    isManner: true,
  },
  {
    worn: ['santa beard'],
    words: `old elderly ancient aged wise alt alter alte altes weiser weise vieux vieille sage viejo vieja anciano anciana sabio velho velha idoso sábio vecchio vecchia saggio oude
      wijze stary stara mądry старый старая мудрый мудрая старий стара yaşlı 年老いた 年老的 老 늙은 बूढ़ा बूढ़ी عجوز`,
    isManner: true,
  },
  { worn: ['beanie', 'glasses'], words: 'hipster' },
  { worn: ['sunglasses', 'worn necktie'], words: 'mafia mobster mafioso secret_agent bodyguard agent' },
  {
    worn: ['worn necktie', 'glasses'],
    words: 'business corporate businesslike boss ceo lawyer banker accountant office geschäftlich',
    isManner: true,
  },
  {
    worn: ['star glasses', 'gold chain'],
    words: 'rockstar rock_star popstar pop_star celebrity diva famous',
    isManner: true,
  },
  { worn: ['flower crown'], words: 'hippie hippy boho spring', isManner: true },
  { worn: ['headphones'], words: 'dj gaming streamer' },
  { worn: ['glasses'], words: 'nerd nerdy geek geeky smart' },
  { worn: ['pixel sunglasses', 'gold chain'], words: 'thug gangster gangsta rapper hip_hop thug_life' },
  {
    worn: ['tuxedo'],
    things: ['person in tuxedo'],
    words: `tuxedo tux dinner_jacket smoking smokings smokingu frack frac esmoquin smóking fato fraque frak fraku смокинг смокинге смокінг смокінгу smokin タキシード 燕尾服 턱시도`,
    isGarment: true,
  },
  {
    worn: ['suit jacket'],
    things: ['person in tuxedo'],
    words: `suit suits business_suit suit_and_tie three-piece_suit blazer anzug anzügen sakko costume-cravate costume_cravate traje trajes terno completo giacca_e_cravatta pak maatpak garnitur
      garnituru garniturze костюме_и_галстуке takım_elbise スーツ 西装 정장`,
    isGarment: true,
  },
  {
    worn: ['sweater'],
    words:
      'sweaters cardigan strickjacke rollkragenpullover maillot_de_laine rebeca swetrze свитере светр светрі セータ',
    isGarment: true,
  },
  {
    worn: ['hoodie'],
    words: 'sudadera felpa moletom bluza bluzie',
    isGarment: true,
  },
  {
    worn: ['pyjamas'],
    words: 'nightgown nightie sleepwear nachthemd schlafanzug',
    isGarment: true,
  },
  {
    worn: ['bathrobe'],
    words: 'bata szlafroku халат халате',
    isGarment: true,
  },
  {
    worn: ['space suit', 'astronaut helmet'],
    things: ['astronaut'],
    words: `space_suit spacesuit space_suits spacesuits astronaut_suit cosmonaut_suit nasa_suit raumanzug astronautenanzug weltraumanzug combinaison_spatiale combinaison_d'astronaute traje_espacial
      traje_de_astronauta tuta_spaziale tuta_da_astronauta ruimtepak astronautenpak skafander skafandrze скафандр скафандре скафандрі uzay_giysisi 宇宙服 宇航服 太空服 우주복`,
    isGarment: true,
  },
  {
    worn: ['dress'],
    words:
      'gown ball_gown ballgown evening_gown tutu skirt wedding_dress ballkleid abendkleid brautkleid robe_de_soirée tutù falda gonna saia rok spódnica spódnicy suknia юбка юбке etek',
    isGarment: true,
  },
  {
    worn: ['t-shirt'],
    words: 'polo polo_shirt tank_top blouse bluse maillot',
    isGarment: true,
  },
  {
    worn: ['coat'],
    words: 'parka windbreaker anorak cazadora giubbotto chaquetón paletot wintermantel',
    isGarment: true,
  },
  {
    worn: ['knight helmet'],
    words:
      'armor armour suit_of_armor suit_of_armour plate_armor rüstung ritterrüstung armure armadura armatura harnas zbroja zbroi доспехах',
    isGarment: true,
  },
];

/** Garments that nobody is drawn in, by what is worn in their stead: caption names. */
export const WORN_INSTEAD: Readonly<Record<string, string>> = {
  't-shirt': 'running_shirt',
  kimono: 'martial_arts_uniform',
  'worn sneaker': "high_heel flat_shoe shoe woman's_sandal thong_sandal ballet_shoes",
  'worn boot': 'hiking_boot socks roller_skate ice_skate',
};

/** What is put on: “a wizard **costume**”. */
export const COSTUMES = `costume costumes outfit disguise cosplay suit onesie onesies kigurumi fursuit getup kostüm verkleidung anzug disfraz pijama déguisement fantasia travestimento kostuum pak kostium strój
  przebranie костюм костюме костюмі kostümü kostümlü 着ぐるみ コスチューム コスプレ 服装 服 衣服 装 의상 코스튬 옷`;
/** Begins what somebody is dressed as, beside words for wearing. */
export const AS = 'as like als wie como comme en_tant_que come jako как';
/** Of these, and others, what says of nothing else than whom somebody is drawn as. */
export const AS_WHOM = 'as als como en_tant_que jako как як в_образе в_роли в_образі у_ролі';
/** The same right before whom, without an article: “un chat **en** pirate”, “un gatto **da** pirata”. */
export const AS_BARE = 'en da';
/** Says what somebody is dressed as, by language (ISO 639). */
export const DRESSED_AS: Readonly<Record<string, string>> = {
  en: `dressed_as dressed_up_as dressed_like dressed_up_like disguised_as cosplaying cosplaying_as pretending_to_be`,
  de: 'verkleidet_als',
  es: 'disfrazado_de disfrazada_de vestido_de vestida_de disfrazado_como disfrazada_como',
  fr: 'déguisé_en déguisée_en habillé_en habillée_en costumé_en',
  it: 'vestito_da vestita_da travestito_da travestita_da mascherato_da',
  pt: 'vestido_de vestida_de fantasiado_de fantasiada_de disfarçado_de mascarado_de',
  nl: 'verkleed_als',
  pl: 'przebrany_za przebrana_za przebrane_za',
  ru: 'одетый_как одетая_как переодетый_в наряженный',
  uk: 'одягнений_як переодягнений_в',
  tr: 'kılığında kılığındaki kostümlü kostümü_giymiş kostümünde kostümündeki',
  ja: 'の着ぐるみを着た の着ぐるみを着ている の格好をした の格好をしている のコスプレをした のコスチュームを着た に仮装した に変装した',
  zh: '打扮成 装扮成 扮成 假扮成',
  ko: '의상을_입은 옷을_입은 코스튬을_입은 의상_을_입은 옷_을_입은 코스튬_을_입은 분장을_한 처럼_입은',
};
