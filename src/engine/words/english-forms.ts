import { remembered } from './remembered.js';

/** What an English word may be a form of, itself first: “kitties”, “running”, “chased”. */
export const englishForms: (word: string) => readonly string[] = remembered(formsOf);

function formsOf(word: string): string[] {
  const forms = [word];
  if (word.length < 4 || !/[sdgyntr]$|(.)\1\1/.test(word)) return forms;
  const add = (ending: RegExp, instead: string) => {
    if (ending.test(word)) forms.push(word.replace(ending, instead));
  };
  add(/ies$/, 'y');
  add(/ves$/, 'f');
  add(/([sxzo]|ch|sh)es$/, '$1');
  add(/s$/, '');
  add(/men$/, 'man');
  add(/ied$/, 'y');
  add(/ed$/, '');
  add(/ed$/, 'e');
  add(/([bdglmnprt])\1ed$/, '$1');
  add(/ing$/, '');
  add(/ing$/, 'e');
  add(/([bdglmnprt])\1ing$/, '$1');
  add(/ier$/, 'y');
  add(/iest$/, 'y');
  add(/ly$/, '');
  add(/in$/, 'ing');
  add(/(.)\1{2,}/g, '$1');
  add(/(.)\1{2,}/g, '$1$1');
  return forms;
}

export const isPluralForm = (word: string, form: string): boolean =>
  word !== form && /s$|men$/.test(word) && !form.endsWith('s');
