import type { PatternName } from '../../memory/index.js';

/** Words for patterns, as adjectives and as nouns, by language (ISO 639). Words as in `LanguageTable`. */
export const PATTERN_WORDS: Readonly<Record<string, Readonly<Partial<Record<PatternName, string>>>>> = {
  en: {
    stripes:
      'striped stripes stripe stripy stripey stripe_pattern striped_pattern pinstripes pinstriped zebra_print tiger_print zebra_striped zebra-striped',
    dots: `dotted dots dot polka_dot polka_dots polkadot polkadots polka-dot polka-dots polka_dotted polka-dotted spotted spots spot spotty speckled speckles freckled freckles
      polka_dot_pattern dot_pattern leopard_print cheetah_print`,
    patches: 'cow_print patchy patched',
    checks: 'checked checkered chequered checks check_pattern checkered_pattern checkerboard plaid tartan gingham',
    rainbow: `rainbow rainbow_coloured rainbow_colored rainbow-coloured rainbow-colored rainbow_colours rainbow_colors rainbow_stripes rainbow_striped in_rainbow_colours in_rainbow_colors
      multicoloured multicolored multi-coloured multi-colored multicolor multicolour tie-dye tie_dye tie-dyed tie_dyed psychedelic trippy`,
  },
  de: {
    stripes: 'gestreift gestreifte gestreifter gestreiftes gestreiften gestreiftem streifen',
    dots: `gepunktet gepunktete gepunkteter gepunktetes gepunkteten getupft getupfte getupfter getupftes getupften gefleckt gefleckte gefleckter geflecktes gefleckten punkten punkte
      tupfen flecken`,
    checks: 'kariert karierte karierter kariertes karierten karos karomuster schachbrettmuster',
    rainbow: `regenbogenfarben regenbogenfarbene regenbogenfarbener regenbogenfarbenes regenbogenfarbenen in_regenbogenfarben bunt_gestreift`,
  },
  fr: {
    stripes: 'rayé rayée rayés rayées à_rayures rayures',
    dots: 'à_pois pois tacheté tachetée tachetés tachetées',
    checks: 'à_carreaux carreaux',
    rainbow: 'arc-en-ciel multicolore multicolores',
  },
  es: {
    stripes: 'rayado rayada rayados rayadas a_rayas de_rayas con_rayas rayas',
    dots: 'de_lunares a_lunares con_lunares lunares con_puntos moteado moteada con_manchas manchas',
    checks: 'a_cuadros de_cuadros cuadros',
    rainbow: 'arcoíris multicolor de_colores_del_arcoíris',
  },
  it: {
    stripes: 'a_righe a_strisce righe strisce rigato rigata',
    dots: 'a_pois pois a_pallini pallini maculato maculata a_macchie macchie',
    checks: 'a_quadri a_quadretti quadretti a_scacchi',
    rainbow: 'arcobaleno multicolore',
  },
  pt: {
    stripes: 'listrado listrada listrados listradas às_riscas de_listras listras riscas',
    dots: 'de_bolinhas com_bolinhas bolinhas pintado_de_bolinhas malhado malhada com_manchas',
    checks: 'xadrez quadriculado quadriculada',
    rainbow: 'arco-íris multicolorido multicolorida',
  },
  nl: {
    stripes: 'gestreept gestreepte strepen',
    dots: 'gestippeld gestippelde stippen gevlekt gevlekte vlekken',
    checks: 'geruit geruite ruitjes',
    rainbow: 'regenboogkleurig regenboogkleurige veelkleurig veelkleurige',
  },
  pl: {
    stripes: 'w_paski paski prążki pasiasty pasiasta',
    dots: 'w_kropki kropki w_groszki cętkowany cętkowana',
    checks: 'w_kratkę kratka',
    rainbow: 'tęczowy tęczowa tęczowe wielokolorowy',
  },
  ru: {
    stripes: 'полосатый полосатая полосатое полосатые в_полоску полоски полосками',
    dots: 'в_горошек в_крапинку пятнистый пятнистая пятнистое',
    checks: 'в_клетку клетчатый клетчатая клетчатое',
    rainbow: 'радужный радужная радужное разноцветный разноцветная разноцветное',
  },
  uk: {
    stripes: 'смугастий смугаста смугасте смугасті у_смужку в_смужку',
    dots: 'в_горошок у_горошок плямистий плямиста',
    checks: 'в_клітинку у_клітинку картатий картата',
    rainbow: 'райдужний райдужна веселковий веселкова',
  },
  tr: {
    stripes: 'çizgili',
    dots: 'puantiyeli benekli noktalı',
    checks: 'kareli ekose',
    rainbow: 'gökkuşağı_renkli rengarenk',
  },
  ja: {
    stripes: 'しましまの 縞模様の ストライプの 縞々の しま模様の ボーダーの',
    dots: '水玉の 水玉模様の ドットの 斑点の',
    checks: 'チェックの チェック柄の 市松模様の 格子柄の',
    rainbow: '虹色の',
  },
  zh: {
    stripes: '条纹 条纹的 条纹图案 條紋 條紋的',
    dots: '波点 波点的 圆点的 斑点 斑点的 波點 波點的 圓點的',
    checks: '格子 格子的 方格的',
    rainbow: '彩虹色 彩虹色的 七彩 七彩的',
  },
  ko: {
    stripes: '줄무늬 줄무늬의',
    dots: '물방울무늬 물방울무늬의 점박이',
    checks: '체크무늬 체크무늬의',
    rainbow: '무지개색 무지개색의',
  },
};
