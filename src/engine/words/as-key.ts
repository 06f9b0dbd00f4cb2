import { fold } from './fold.js';

/** Is as it is looked up. */
const PLAIN = /^[a-z]+(?: [a-z]+)*$/;

/** A name as tokens are looked up. */
export function asKey(name: string): string {
  if (PLAIN.test(name)) return name;
  return fold(name)
    .replace(/'s?(?= |$)/g, '')
    .replace(/[.,!?]/g, '')
    .trim();
}
