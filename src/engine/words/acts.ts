import { asKey } from './as-key.js';
import {
  TOGETHER as BOTH,
  DOINGS,
  type Doing,
  EVERYDAY_VERBS,
  LEAPS,
  type PosedAct,
  SPOTS,
  type Spot,
} from './languages/index.js';
import { listed } from './vocabularies.js';

/**
 * What somebody does with a thing, as far as pictures show it: it is eaten, drunk or licked; read; jumped over;
 * fought; breathed out, pushed, pulled, run after or fled from. `costumed` is who is dressed as a thing, `housed`
 * what is a house, `strewn` what several small things are that somebody is in, `topped` what a dish is with fruit on
 * it, and `set` what a thing is with a gem or a star on it; `between` is who has the others on both sides, `potted` a
 * plant in a flower pot. A posed act is seen by how the first of all holds their limbs.
 */
export type Act =
  | 'between'
  | 'eaten'
  | 'read'
  | 'over'
  | 'strewn'
  | 'topped'
  | 'set'
  | 'costumed'
  | 'housed'
  | 'potted'
  | Doing
  | PosedAct
  | Spot;

const everyday = (verb: 'eaten' | 'read') => Object.values(EVERYDAY_VERBS[verb].words).join(' ');

/** Words for it, of those for how things stand so. */
const ACTS: Readonly<
  Record<
    Exclude<Act, 'between' | 'strewn' | 'topped' | 'set' | 'costumed' | 'housed' | 'potted' | Doing | PosedAct | Spot>,
    ReadonlySet<string>
  >
> = {
  eaten: new Set(
    listed(`eating eats eat munching munching_on nibbling nomming drinking drinks drinking_from drinking_out_of drinks_from sipping sipping_on sipping_from biting licking licks chewing chewing_on smoking isst essend frisst fressend
      trinkt trinkend kaut comiendo come bebiendo bebe tomando toma comiendose mange mangeant qui_mange boit buvant qui_boit mangia mangiando che_mangia beve bevendo che_beve
      comendo bebendo eet etend drinkt drinkend je jedzacy pije pijacy ест едящий кушает пьет пьющий жует їсть п'є yiyen yiyor icen iciyor ji jedi spiser drikker äter dricker
      syö juo eszik iszik eszi mănâncă bea τρώει πίνει खाता खाती खाते खा पीता पीती पी يأكل تأكل يشرب تشرب を食べる を食べた 食べた を飲んだ 飲んだ を食べている 食べている 食べる
      を食べて を飲む を飲んでいる 飲んでいる 飲む 食べてる を食べてる 먹고_있다 먹는다 마시고_있다 먹는 먹고_있는 먹고있는 마시는 마시고_있는 กิน ดื่ม 吃 吃着 在吃 喝 喝着 在喝 ${everyday('eaten')}`),
  ),
  read: new Set(
    listed(`reading reads read liest lesend lesende lesender die_liest der_liest das_liest lit lisant qui_lit lee leyendo que_lee legge leggendo che_legge lendo
      lê que_lê leest lezend die_leest czyta czytający czytająca читает читающий читающая читає okuyan okuyor kitap_okuyan を読む を読んだ を読んでいる を読んでる 读 讀 看 在看 在读 阅读 읽는 읽고_있는
      पढ़ रहा पढ़_रहा पढ़_रही पढ़ते يقرأ تقرأ läser læser leser čte olvas lukee citește διαβάζει อ่าน ${everyday('read')}`),
  ),
  over: new Set(
    listed(`jumping_over jumps_over leaping_over leaps_over flying_over flies_over hovering_over springt_über fliegt_über saltando_sobre volando_sobre saute_par-dessus par-dessus
      прыгает_через летит_над ${Object.values(LEAPS).join(' ')}`),
  ),
};

const DONE = Object.fromEntries(
  Object.entries(DOINGS).map(([doing, { words }]) => [doing, new Set(listed(Object.values(words).join(' ')))]),
) as unknown as Readonly<Record<Doing, ReadonlySet<string>>>;

/** What two do with each other though no more is said than that they do it, beside words for standing close. */
const TOGETHER = new Set(
  listed(`dancing dancing_together dances playing_together fighting talking kissing tanzen tanzend tanzende bailando dansant dansent ballando dançando dansend tańczą tańczące
    танцуют танцующие танцюють dans_eden 踊る 踊っている 춤추는 跳舞 跳舞的 नाचते يرقصان dansar danser`),
);

/** What is done close to each other that pictures show no more of than that they are close. */
const ONLY_CLOSE = new Set(
  listed(
    `petting meets meeting playing_with looking_at loves loving_a watching greeting playing_together streichelt trifft`,
  ),
);

const BOTH_WORDS = Object.entries(BOTH).map(
  ([act, words]) => [act as Act, new Set(listed(Object.values(words).join(' ')))] as const,
);

/** What two do with each other, by the words for it that are said of both, or by itself: “a duel between …”. */
export const actOfBoth = (key: string): Act | undefined => BOTH_WORDS.find(([, words]) => words.has(key))?.[0];

/** What two are said to do with each other, as far as pictures show it. */
export function actOfTwo(said: string): Act | undefined {
  const act = actOfBoth(asKey(said)) ?? actOf(said);
  return act !== undefined && Object.hasOwn(BOTH, act) ? act : undefined;
}

/** What something falls off: what it was on, whatever language says how. */
const LEDGES: ReadonlySet<string> = new Set(
  `table,desk,bookshelf,bed,couch,chair,bench,piano,house,bridge,ladder,brick,castle,fridge,tree,mountain,fireplace,cat tree,armchair,horse,bicycle,skateboard`.split(
    ',',
  ),
);
const TIPPED: ReadonlySet<Act | undefined> = new Set(['dropped', 'pushed']);

/** Whether who does what is said so does it off something of a name: “knocks a cup … the table”. */
export const isOffLedge = (said: string, name: string): boolean => TIPPED.has(actOf(said)) && LEDGES.has(name);

/** What says by itself no more than where something comes from. */
const FROM: ReadonlySet<string> = new Set(['vom']);

/** Whether a word for falling off is one only behind what makes a thing fall: “wirft eine Tasse **vom** Tisch”. */
export const isNotFalling = (said: string, doneBefore: string): boolean => {
  const act = actOf(doneBefore);
  return FROM.has(asKey(said)) && !TIPPED.has(act) && act !== 'aimed';
};

/** Whether two that are close, and look at each other, plainly do it: hug, kiss, hold hands. */
export const isShownClose = (said: string): boolean => !ONLY_CLOSE.has(asKey(said));

/** Whether two of a kind of whom that is said do it with each other. */
export const isDoneTogether = (said: string): boolean =>
  TOGETHER.has(asKey(said)) || actOfBoth(asKey(said)) !== undefined;

/** What is done, by the words for it; undefined where a picture shows no more than how things stand. */
export function actOf(said: string): Act | undefined {
  const spot = SPOTS.find((one) => one === said);
  if (spot) return spot;
  const key = asKey(said);
  const doing = (Object.keys(DOINGS) as Doing[]).find((one) => DONE[one].has(key));
  return doing ?? (Object.keys(ACTS) as (keyof typeof ACTS)[]).find((act) => ACTS[act].has(key));
}
