/** Words for “at”, before what somebody sits or stands at and before a time of day, in the languages that have one. */
export const AT = 'at am an à au aux al alla allo all przy за bei beim by';

/** Caption names of what somebody works or plays at, which stands before who does. */
export const SAT_AT: ReadonlySet<string> = new Set([
  'laptop',
  'computer',
  'desktop computer',
  'keyboard',
  'musical keyboard',
  'piano',
  'drum kit',
  'turntable',
  'podium',
]);

/** Words for where something is, in whatever language → caption names of the scene. Words as in `LanguageTable`. */
export const SCENE_PLACES: Readonly<Record<string, string>> = {
  'outer space': `space outer_space deep_space the_cosmos cosmos galaxy universe the_universe the_void weltall all weltraum im_all espace l'espace espacio espaço spazio ruimte kosmos kosmosie космос космосе
    космосі uzay uzayda 宇宙 宇宙で 太空 우주 우주에서 우주에 अंतरिक्ष अंतरिक्ष_में الفضاء`,
  cityscape: `the_city city stadt ville ciudad cidade città stad miasto mieście город городе місто місті şehir şehirde 街 城市 도시 शहर مدينة المدينة`,
  beach: `strand plage playa praia spiaggia plaża plaży пляж пляже пляжі plaj plajda 海辺 浜辺 海滩 沙滩 해변 해변에서 समुद्र_तट الشاطئ`,
  'night sky': `the_dark dark the_darkness moonlight the_moonlight the_night night nacht nuit noche noite notte noc nocy 夜 夜晚 밤 रात الليل`,
  seabed: 'wasser eau agua água acqua wodzie воде воді suda',
  'open sea': `the_ocean ocean the_sea sea meer mer mar mare zee morzu море морі denizde 海 海里 바다 समुद्र البحر`,
  'blue sky': `the_sky sky the_clouds the_air air heaven himmel luft ciel cielo céu lucht niebie небе небі gökyüzünde 空 天空 하늘 आसमान السماء`,
  forest: 'the_forest the_wild wilderness лес лесу лісі lesie ormanda जंगल الغابة',
  meadow: 'nature field outdoors',
  garden: 'ogrodzie саду bahçede बगीचे الحديقة',
  'city park': `park the_park parc parque parco parku парке парку parkta पार्क`,
  'city street': 'town village',
  kitchen: 'kuchni кухне кухні mutfakta المطبخ',
  'living room': 'home room',
  office: 'work office_room',
  desert: 'wüste désert desierto deserto woestijn pustynia пустыня пустыне 砂漠 沙漠 사막',
};

/**
 * What says by itself where or when something is, by language (ISO 639) and the caption name of the scene: “at night”,
 * “underwater”. Words as in `LanguageTable`.
 */
export const SCENE_PHRASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    'night sky': `at_nite tonight tonite 2nite 2night late_at_night at_night at_nighttime at_midnight by_night by_moonlight in_the_moonlight in_moonlight under_the_moonlight under_the_stars under_the_starry_sky
      under_a_starry_sky under_the_night_sky at_1am at_2am at_3am at_4am at_1_am at_2_am at_3_am at_4_am at_11pm at_11_pm`,
    seabed: `underwater under_water under_the_water under_the_sea under_the_ocean below_the_sea beneath_the_sea beneath_the_waves in_the_deep_sea`,
    'blue sky': 'in_the_clouds above_the_clouds in_midair in_mid-air',
    classroom: 'at_school in_school in_class',
    'winter landscape':
      'in_a_snowy_landscape in_the_arctic in_winter in_the_winter at_the_north_pole at_the_south_pole',
    'living room': 'at_home',
    office: 'at_work at_the_office',
    'autumn forest': 'in_autumn in_fall in_the_autumn in_the_fall',
    meadow: 'in_spring in_the_spring in_summer in_the_summer',
    'rainy street': 'on_a_rainy_day on_rainy_days on_a_rainy_morning on_a_rainy_afternoon on_a_rainy_evening',
    'rainy night': 'on_a_rainy_night',
    'snowy night': 'on_a_snowy_night on_a_winter_night',
    'stormy night': 'on_a_stormy_night on_a_dark_and_stormy_night',
  },
  de: {
    'night sky':
      'nachts in_der_nacht bei_nacht im_mondlicht im_mondschein unter_den_sternen unter_dem_sternenhimmel um_mitternacht im_dunkeln',
    seabed: 'unter_wasser unterwasser im_wasser am_meeresgrund',
    classroom: 'in_der_schule',
    'living room': 'zuhause zu_hause daheim',
  },
  fr: {
    'night sky': 'la_nuit de_nuit dans_la_nuit au_clair_de_lune sous_les_étoiles sous_la_lune à_minuit',
    seabed: "sous_l'eau sous_l_eau sous_la_mer sous_l’eau dans_l'eau",
    classroom: "à_l'école",
    'living room': 'à_la_maison',
  },
  es: {
    'night sky': 'de_noche por_la_noche en_la_noche bajo_las_estrellas a_la_luz_de_la_luna a_medianoche',
    seabed: 'bajo_el_agua bajo_el_mar en_el_agua',
    classroom: 'en_la_escuela en_el_colegio',
    'living room': 'en_casa',
  },
  pt: {
    'night sky': 'à_noite de_noite na_noite sob_as_estrelas ao_luar à_meia-noite',
    seabed: 'debaixo_d_água debaixo_da_água embaixo_da_água no_fundo_do_mar na_água',
    classroom: 'na_escola',
    'living room': 'em_casa',
  },
  it: {
    'night sky': 'di_notte nella_notte sotto_le_stelle al_chiaro_di_luna a_mezzanotte',
    seabed: "sott'acqua sott’acqua sotto_il_mare nell'acqua",
    classroom: 'a_scuola',
    'living room': 'a_casa',
  },
  nl: {
    'night sky': "'s_nachts s_nachts in_de_nacht bij_nacht onder_de_sterren in_het_maanlicht",
    seabed: 'onder_water onderwater in_het_water',
    classroom: 'op_school',
    'living room': 'thuis',
  },
  pl: {
    'night sky': 'nocą w_nocy pod_gwiazdami w_świetle_księżyca o_północy',
    seabed: 'pod_wodą w_wodzie',
    classroom: 'w_szkole',
    'living room': 'w_domu',
  },
  ru: {
    'night sky': 'ночью в_ночи под_звёздами под_луной в_полночь в_темноте',
    seabed: 'под_водой в_воде',
    classroom: 'в_школе',
    'living room': 'дома',
  },
  uk: {
    'night sky': 'вночі під_зорями під_зірками опівночі в_темряві',
    seabed: 'під_водою у_воді',
    classroom: 'у_школі',
    'living room': 'вдома',
  },
  tr: {
    'night sky': 'gece geceleyin yıldızların_altında ay_ışığında',
    seabed: 'su_altında sualtında suda',
    classroom: 'okulda',
    'living room': 'evde',
    forest: 'ormanda',
    garden: 'bahçede',
    library: 'kütüphanede',
    kitchen: 'mutfakta',
    'city park': 'parkta',
  },
  ja: { 'night sky': '夜の 夜に 星空の下 月明かりの', seabed: '水中 水中の 海の中 海の中の 水の中' },
  zh: { 'night sky': '夜里 夜晚 晚上 星空下 月光下', seabed: '水下 水里 海底' },
  ko: {
    'night sky': '밤에 밤의 별빛_아래',
    seabed: '물속 물속의 물속에서 바닷속 수중',
    forest: '숲속 숲속의 숲속에서 숲에서',
  },
  hi: { 'night sky': 'रात_में तारों_के_नीचे', seabed: 'पानी_में पानी_के_नीचे' },
  ar: { 'night sky': 'ليلا ليلاً في_الليل تحت_النجوم', seabed: 'تحت_الماء' },
};

/** Words for the night, in which a city has lights. */
export const NIGHT =
  'night nite at_night at_nite tonight the_night nacht nuit noche noite notte noc nocy ночь ночью ніч вночі gece 夜 밤 रात الليل';
