import { asKey } from './as-key.js';
import { listed } from './vocabularies.js';

/** What somebody does with a thing, as far as pictures show it: it is eaten, drunk or licked; or it is read. */
export type Act = 'eaten' | 'read';

/** Words for it, of those for holding. */
const ACTS: Readonly<Record<Act, ReadonlySet<string>>> = {
  eaten: new Set(
    listed(`eating eats eat munching munching_on nibbling nomming drinking drinks sipping biting licking licks chewing chewing_on smoking blowing isst essend frisst fressend
      trinkt trinkend kaut comiendo come bebiendo bebe tomando toma comiendose mange mangeant qui_mange boit buvant qui_boit mangia mangiando che_mangia beve bevendo che_beve
      comendo bebendo eet etend drinkt drinkend je jedzacy pije pijacy ест едящий кушает пьет пьющий жует їсть п'є yiyen yiyor icen iciyor ji jedi spiser drikker äter dricker
      syö juo eszik iszik eszi mănâncă bea τρώει πίνει खाता खाती खाते खा पीता पीती पी يأكل تأكل يشرب تشرب を食べる を食べた 食べた を飲んだ 飲んだ を食べている 食べている 食べる
      を食べて を飲む を飲んでいる 飲んでいる 飲む 食べてる を食べてる 먹고_있다 먹는다 마시고_있다 먹는 먹고_있는 먹고있는 마시는 마시고_있는 กิน ดื่ม 吃 吃着 在吃 喝 喝着 在喝`).map(
      asKey,
    ),
  ),
  read: new Set(
    listed(`reading reads read liest lesend lesende lesender die_liest der_liest das_liest lit lisant qui_lit lee leyendo que_lee legge leggendo che_legge lendo
      lê que_lê leest lezend die_leest czyta czytający czytająca читает читающий читающая читає okuyan okuyor kitap_okuyan を読む を読んだ を読んでいる を読んでる 读 讀 看 在看 在读 阅读 읽는 읽고_있는
      पढ़ रहा पढ़_रहा पढ़_रही पढ़ते يقرأ تقرأ läser læser leser čte olvas lukee citește διαβάζει อ่าน`).map(asKey),
  ),
};

/** What is done, by the words for it; undefined where a picture shows no more than how things stand. */
export function actOf(said: string): Act | undefined {
  const key = asKey(said);
  return (Object.keys(ACTS) as Act[]).find((act) => ACTS[act].has(key));
}
