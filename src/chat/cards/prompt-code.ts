/** What stands as it is. */
const PLAIN = /[a-z0-9-]/;
/** What most prompts have besides. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  [' ', '_'],
  [',', '~'],
]);
const CODED = /\.([0-9a-f]{1,6})\.|([_~])|([a-z0-9-])|([\s\S])/gu;

/** A prompt as a part of an action's id, so that a button says what it asks for by itself. */
export function formatPromptCode(prompt: string): string {
  return [...prompt.toLowerCase()]
    .map((letter) => {
      if (PLAIN.test(letter)) return letter;
      return SIGNS.get(letter) ?? `.${letter.codePointAt(0)!.toString(16)}.`;
    })
    .join('');
}

/** Reads one; null when it is none. */
export function readPromptCode(code: string): string | null {
  let prompt = '';
  for (const [, hex, sign, letter] of code.matchAll(CODED)) {
    const point = hex === undefined ? 0 : Number.parseInt(hex, 16);
    if (point > 0x10ffff || (hex ?? sign ?? letter) === undefined) return null;
    prompt += hex === undefined ? (letter ?? (sign === '_' ? ' ' : ',')) : String.fromCodePoint(point);
  }
  return prompt;
}
