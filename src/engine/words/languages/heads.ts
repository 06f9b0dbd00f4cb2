/** What says that something is on somebody's head, by language (ISO 639). Words as in `LanguageTable`. */
export const ON_HEAD_WORDS: Readonly<Record<string, string>> = {
  en: `balancing balances on_its_head on_his_head on_her_head on_their_head on_their_heads on_the_head on_head on_my_head on_top_of_its_head on_top_of_his_head
    on_top_of_her_head on_top_of_their_head on_top_of_the_head atop_its_head atop_his_head atop_her_head over_its_head upon_its_head upon_his_head`,
  de: `balanciert balancierend auf_dem_kopf auf_seinem_kopf auf_ihrem_kopf am_kopf auf_den_kopf auf_den_köpfen auf_m_kopf`,
  fr: 'en_équilibre tient_en_équilibre qui_tient_en_équilibre tenant_en_équilibre sur_la_tête sur_sa_tête sur_leur_tête',
  es: 'balanceando equilibrando haciendo_equilibrio_con que_equilibra en_la_cabeza sobre_la_cabeza en_su_cabeza sobre_su_cabeza encima_de_la_cabeza encima_de_su_cabeza',
  pt: 'equilibrando que_equilibra na_cabeça sobre_a_cabeça em_cima_da_cabeça na_sua_cabeça',
  it: 'in_equilibrio tenendo_in_equilibrio che_tiene_in_equilibrio sulla_testa in_testa sulla_sua_testa sul_capo',
  nl: 'balanceert balancerend op_zijn_hoofd op_haar_hoofd op_het_hoofd op_z_n_hoofd op_zijn_kop',
  pl: 'balansuje_z balansujący balansująca na_głowie na_swojej_głowie',
  ru: 'балансирует балансирующий балансирующая балансирует_с на_голове на_своей_голове',
  uk: 'на_голові на_своїй_голові',
  tr: 'dengede_tutan kafasında başında kafasının_üstünde başının_üstünde kafasında_olan',
  ja: 'を頭に乗せた を頭に載せた を頭にのせた を頭に乗せている 頭に 頭の上に 頭の上の 頭上に',
  zh: '顶着 頂著 头上 頭上 头顶 頭頂 头上有 頭上有 头顶着 头上顶着',
  ko: '머리에_얹은 머리에_올린 머리에 머리_위에 머리위에',
  hi: 'सिर_पर अपने_सिर_पर',
  ar: 'على_رأسه على_رأسها فوق_رأسه فوق_رأسها',
};
