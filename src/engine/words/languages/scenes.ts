/** Words for “at”, before what somebody sits or stands at and before a time of day, in the languages that have one. */
export const AT = 'at am an à au aux al alla allo all przy за bei beim';

/** Caption names of what somebody works or plays at, which stands before who does. */
export const SAT_AT: ReadonlySet<string> = new Set([
  'laptop',
  'computer',
  'desktop computer',
  'keyboard',
  'musical keyboard',
]);

/** Words for where something is, in whatever language → caption names of the scene. Words as in `LanguageTable`. */
export const SCENE_PLACES: Readonly<Record<string, string>> = {
  'milky way': `space outer_space galaxy universe weltall all weltraum im_all espace l'espace espacio espaço spazio ruimte kosmos kosmosie космос космосе
    космосі uzay uzayda 宇宙 宇宙で 太空 우주 우주에서 우주에 अंतरिक्ष الفضاء`,
  cityscape: `the_city city stadt ville ciudad cidade città stad miasto mieście город городе місто місті şehir şehirde 街 城市 도시 शहर مدينة المدينة`,
  'beach with umbrella': `strand plage playa praia spiaggia plaża plaży пляж пляже пляжі plaj plajda 海辺 浜辺 海滩 沙滩 해변 해변에서 समुद्र_तट الشاطئ`,
  desert: 'wüste désert desierto deserto woestijn pustynia пустыня пустыне 砂漠 沙漠 사막',
};

/** Words for the night, in which a city has lights. */
export const NIGHT =
  'night at_night the_night nacht nuit noche noite notte noc nocy ночь ночью ніч вночі gece 夜 밤 रात الليل';
