import { ownValue } from '../basics/index.js';

/** As training's captions have them (training/kaleido/data/plural.py). */
const IRREGULAR: Readonly<Record<string, string>> = {
  mouse: 'mice',
  snowman: 'snowmen',
  man: 'men',
  woman: 'women',
  person: 'people',
  child: 'children',
  foot: 'feet',
  tooth: 'teeth',
  corn: 'corn',
  volcano: 'volcanoes',
  sheep: 'sheep',
  fish: 'fish',
  wolf: 'wolves',
  leaf: 'leaves',
  bus: 'buses',
  tomato: 'tomatoes',
};

/** The plural of an English name's last word; what is a plural already stays (“grapes”). */
export function plural(name: string): string {
  const start = name.lastIndexOf(' ') + 1;
  return name.slice(0, start) + pluralOf(name.slice(start));
}

function pluralOf(noun: string): string {
  const irregular = ownValue(IRREGULAR, noun);
  if (irregular !== undefined) return irregular;
  if (/(ss|x|ch|sh)$/.test(noun)) return `${noun}es`;
  if (noun.endsWith('s')) return noun;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
