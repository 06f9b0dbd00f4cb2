import type { Stand } from './table.js';

/** Who jumps over something, by language (ISO 639). */
export const LEAPS: Readonly<Record<string, string>> = {
  en: `jumping_over jumps_over jump_over leaping_over leaps_over hopping_over hops_over vaulting_over jumped_over`,
  de: 'springt_über springend_über hüpft_über hüpfend_über',
  fr: 'saute_par-dessus sautant_par-dessus qui_saute_par-dessus saute_au-dessus_de sautant_au-dessus_de',
  es: 'saltando_sobre salta_sobre saltando_por_encima_de salta_por_encima_de',
  pt: 'pulando_sobre pulando_por_cima_de saltando_sobre saltando_por_cima_de pula_sobre',
  it: 'salta_sopra saltando_sopra che_salta_sopra saltando_su',
  nl: 'springt_over springend_over',
  pl: 'skacze_przez skaczący_przez przeskakuje skacze_nad',
  ru: 'прыгает_через прыгающий_через перепрыгивает прыгающая_через',
  uk: 'стрибає_через перестрибує',
  ja: 'を飛び越える を飛び越えた を飛び越えている',
  zh: '跳过 跳過 跃过',
  ko: '뛰어넘는 뛰어넘는다',
};

/**
 * Of the words for how things stand, those that say just that, in all languages; by any other something is done
 * (hugging, eating, jumping over), of which pictures show no more than how the two stand.
 */
export const PLAIN_STANDS: Readonly<Partial<Record<Stand, string>>> = {
  beside: `beside next_to by_the_side_of alongside near close_to with_its_friend and_its or vs versus against gegen contre affrontant contra contro tegen przeciwko kontra против 大战 大戰 对战 neben bei à_côté_de à_côté_du près_de avec_son
    al_lado_de junto_a cerca_de accanto_a vicino_a ao_lado_de ao_lado_do ao_lado_da perto_de naast bij obok przy koło рядом_с возле около поруч_з поряд_з біля
    yanında yanındaki vedle u ved_siden_af ved_siden_av bredvid δίπλα vieressä mellett lângă के_पास बगल_में के_बगल_में بجانب بجوار قرب
    の隣の の隣に の隣で のとなりの のそばの 隣 옆 옆에 옆의 옆에_있는 ข้าง 旁边 旁边的 旁 旁邊`,
  holding: `holding holds hold carrying carries clutching wielding armed_with with_its waving_a bringing offering offers lifting grabbing grabs hält haltend
    trägt_eine_tasse tient tenant qui_tient sosteniendo sostiene agarrando llevando_un tiene tenendo che_tiene segurando segura houdt vasthoudend met_in_zijn_hand
    trzyma trzymający держит держащий тримає tutan tutuyor drží holder håller κρατάει pitää tart ține पकड़े पकड़ा लिए يحمل تحمل يمسك
    を持つ を持った を持っている 持っている を抱えた をさす をさした をさしている をさして 든 들고_있다 들고_있는 들고있는 ถือ 拿 拿着 捧着 撑着 撑 打着`,
  above: `above over flying_over hovering_over floating_above flying_above oberhalb über au-dessus_de au_dessus_de par-dessus por_encima_de arriba_de
    al_di_sopra_di sopra_a acima_de por_cima_de boven over nad ponad над yukarısında πάνω_από deasupra över ovanför أعلى の上空 위쪽 上方 上方的`,
};
