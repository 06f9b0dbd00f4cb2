/** What says that several stand in a row, by language (ISO 639). Words as in `LanguageTable`. */
export const ROW_WORDS: Readonly<Record<string, string>> = {
  en: `in_a_row in_row in_a_line in_line in_rows lined_up all_lined_up lined_up_in_a_row standing_in_a_row standing_in_a_line sitting_in_a_row
    next_to_each_other side_by_side beside_each_other queueing queuing in_a_queue single_file in_single_file`,
  de: `in_einer_reihe in_der_reihe in_reihe aufgereiht nebeneinander nebeneinander_stehend in_einer_schlange seite_an_seite in_einer_linie`,
  fr: "en_rang en_ligne en_rangée alignés alignées côte_à_côte en_file à_la_file l'un_à_côté_de_l'autre les_uns_à_côté_des_autres",
  es: 'en_fila en_línea en_una_fila alineados alineadas uno_al_lado_del_otro unos_al_lado_de_otros en_hilera',
  pt: 'em_fila em_linha em_uma_fila alinhados alinhadas enfileirados lado_a_lado um_ao_lado_do_outro',
  it: "in_fila in_riga allineati allineate in_una_fila fianco_a_fianco uno_accanto_all'altro l'uno_accanto_all'altro",
  nl: 'op_een_rij in_een_rij op_rij naast_elkaar op_een_rijtje in_de_rij',
  pl: 'w_rzędzie w_szeregu obok_siebie w_kolejce jeden_obok_drugiego',
  ru: 'в_ряд в_линию рядом_друг_с_другом бок_о_бок в_один_ряд выстроились_в_ряд друг_за_другом',
  uk: 'в_ряд у_ряд поруч_один_з_одним в_один_ряд пліч-о-пліч',
  tr: 'yan_yana sıra_halinde arka_arkaya sırayla dizilmiş sıralanmış',
  ja: '一列の 一列に 一列に並んだ 並んだ 並んでいる 並んで 横並びの 横一列に並んだ 整列した',
  zh: '排成一排 排成一行 一字排开 并排 並排 排队 排隊 排成一列 排成一排的 并排的',
  ko: '한_줄로 일렬로 줄지어 나란히 줄_서_있는 나란히_있는 한_줄로_선',
  hi: 'एक_पंक्ति_में पंक्ति_में कतार_में एक_कतार_में साथ_साथ',
  ar: 'في_صف في_صف_واحد جنبا_إلى_جنب مصطفة مصطفين',
};
