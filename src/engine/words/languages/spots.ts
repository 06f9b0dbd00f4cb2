/** Where on somebody's body something is, other than on the head. */
export const SPOTS = ['onBack', 'onNose', 'onTail', 'onBelly', 'onShoulder'] as const;
export type Spot = (typeof SPOTS)[number];

/**
 * Words for parts of bodies, in whatever language, and the forms that they have behind a word for “on”; `head` is what
 * is at its crown. Words as in `LanguageTable`.
 */
export const SPOT_WORDS: Readonly<Record<Spot | 'head', string>> = {
  onBack: `back backs shell spine hump humps saddle carapace rücken panzer dos carapace espalda lomo caparazón costas dorso casco schiena groppa guscio rug schild
    grzbiecie plecach plecy skorupie спине спину панцире панцирь спині панцирі sırtında sırtındaki kabuğunda`,
  onNose: `nose snout beak muzzle trunk nase schnauze schnabel rüssel nez museau bec trompe nariz hocico pico trompa focinho bico naso muso becco neus snuit snavel
    nosie nos pysku dziobie носу нос носике клюве хоботе носі дзьобі burnunda burnundaki gagasında`,
  onTail: `tail tails schwanz queue cola rabo cauda coda staart ogonie ogon ogona хвосте хвост хвосту хвості kuyruğunda kuyruğundaki kuyruğuna`,
  onBelly: `belly stomach tummy chest lap bauch brust schoß ventre poitrine barriga panza tripa vientre pecho peito pancia petto grembo buik borst schoot brzuchu
    brzuch piersi животе живот груди животі göbeğinde karnında karnındaki`,
  onShoulder: `shoulder shoulders wing wings arm arms schulter schultern flügel épaule épaules aile hombro hombros ala ombro ombros asa spalla spalle schouder
    schouders vleugel ramieniu ramię skrzydle плече плечо плечах крыле плечі крилі omzunda omuzunda omzundaki kanadında`,
  head: `head heads ears antlers horns horn kopf ohren ohr tête oreilles cabeza orejas cabeça orelhas testa orecchie hoofd kop oren głowie uszach голове ушах рогах
    голові вухах kafasında`,
};

/** Such phrases as a whole, of languages that write them without spaces, or part them otherwise. */
export const SPOT_PHRASES: Readonly<Record<string, Readonly<Record<Spot, string>>>> = {
  es: {
    onBack: 'en_la_espalda en_su_espalda en_el_lomo en_su_lomo en_el_caparazón en_su_caparazón',
    onNose: 'en_la_nariz en_su_nariz en_el_hocico en_su_hocico en_el_pico',
    onTail: 'en_la_cola en_su_cola atado_a_la_cola atado_a_su_cola',
    onBelly: 'en_la_barriga en_su_barriga en_la_panza en_el_pecho',
    onShoulder: 'en_el_hombro en_su_hombro en_los_hombros en_el_ala',
  },
  tr: {
    onBack: 'sırtında sırtındaki kabuğunun_üstünde',
    onNose: 'burnunda burnundaki burnunun_üstünde gagasında',
    onTail: 'kuyruğunda kuyruğundaki kuyruğuna_bağlı',
    onBelly: 'göbeğinde karnında kucağında',
    onShoulder: 'omzunda omuzunda omzundaki kanadında',
  },
  ja: {
    onBack: '背中に 背中の上に 背中の上の 甲羅に 甲羅の上に 背に',
    onNose: '鼻に 鼻の上に 鼻先に くちばしに',
    onTail: 'しっぽに 尻尾に',
    onBelly: 'お腹に おなかに お腹の上に ひざに 胸に',
    onShoulder: '肩に 肩の上に 翼に',
  },
  zh: {
    onBack: '背上 背上有 背着 龟壳上 壳上 驮着',
    onNose: '鼻子上 鼻子上有 鼻尖上 嘴上',
    onTail: '尾巴上 尾巴上有',
    onBelly: '肚子上 胸前 腿上',
    onShoulder: '肩上 肩膀上 肩膀上有 翅膀上',
  },
  ko: {
    onBack: '등에 등_위에 등위에 등껍질에',
    onNose: '코에 코_위에 코끝에 부리에',
    onTail: '꼬리에',
    onBelly: '배에 배_위에 무릎에 가슴에',
    onShoulder: '어깨에 어깨_위에 날개에',
  },
  hi: {
    onBack: 'पीठ_पर अपनी_पीठ_पर',
    onNose: 'नाक_पर अपनी_नाक_पर चोंच_पर',
    onTail: 'पूंछ_पर पूँछ_पर',
    onBelly: 'पेट_पर गोद_में',
    onShoulder: 'कंधे_पर अपने_कंधे_पर',
  },
  ar: {
    onBack: 'على_ظهره على_ظهرها فوق_ظهره',
    onNose: 'على_أنفه على_أنفها',
    onTail: 'على_ذيله على_ذيلها في_ذيله',
    onBelly: 'على_بطنه على_بطنها',
    onShoulder: 'على_كتفه على_كتفها',
  },
};

/** Words that fasten something to such a part, or have it between two of a kind: “tied to its tail”. */
export const FASTENED = `tied_to attached_to hanging_from hung_from stuck_to glued_to strapped_to fastened_to hooked_to between around landing_on landed_on balanced_on
  gebunden_an an zwischen um attaché_à accroché_à entre autour_de atado_a colgando_de amarrado_a preso_a legato_a tra aan tussen do между привязан_к привязанный_к
  привязанным_к к між`;
