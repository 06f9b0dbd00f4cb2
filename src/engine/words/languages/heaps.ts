import type { GroupWay } from '../../memory/index.js';

/** Words for several things that lie on each other, by language (ISO 639). Words as in `LanguageTable`. */
export const HEAP_WORDS: Readonly<Record<string, Readonly<Partial<Record<GroupWay, string>>>>> = {
  en: {
    row: 'row_of a_row_of line_of a_line_of rows_of queue_of a_queue_of',
    stack: `stack_of a_stack_of stacks_of tower_of a_tower_of stacked`,
    pile: `pile_of a_pile_of piles_of heap_of a_heap_of heaps_of mound_of a_mound_of mountain_of a_mountain_of basketful_of`,
  },
  de: {
    row: 'eine_reihe eine_reihe_von reihe_von',
    stack: 'ein_stapel einen_stapel stapel turm_aus gestapelte',
    pile: 'ein_haufen einen_haufen haufen ein_berg_von berg_von berg_aus',
  },
  fr: {
    row: 'une_rangée_de rangée_de une_file_de',
    stack: 'une_pile_de pile_de une_tour_de',
    pile: 'un_tas_de tas_de une_montagne_de montagne_de',
  },
  es: {
    row: 'una_fila_de fila_de',
    stack: 'una_pila_de pila_de una_torre_de',
    pile: 'un_montón_de montón_de una_montaña_de',
  },
  it: {
    row: 'una_fila_di fila_di',
    stack: 'una_pila_di pila_di una_torre_di',
    pile: 'un_mucchio_di mucchio_di una_montagna_di',
  },
  pt: { row: 'uma_fila_de fila_de', stack: 'uma_pilha_de pilha_de uma_torre_de', pile: 'um_monte_de monte_de' },
  nl: { row: 'een_rij rij', stack: 'een_stapel stapel', pile: 'een_hoop een_berg' },
  pl: { row: 'rząd szereg', stack: 'stos sterta', pile: 'kupa' },
  ru: { row: 'ряд', stack: 'стопка стопку', pile: 'куча кучу груда гора_из' },
  ja: { stack: '積み重なった 積まれた', pile: '山積みの' },
  zh: { row: '一排 一行', stack: '一摞 一叠 一疊', pile: '一堆' },
};
