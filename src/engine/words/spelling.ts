/** As the text tokenizer reads it: “Äpfel” is “apfel”, “œuf” is “oeuf”. */
export function withoutAccents(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœø]/g, (letter) => SPELLED_OUT[letter]!);
}

const SPELLED_OUT: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o' };

/** The words and numbers of a text in lower case, as they stand otherwise, and its commas. “l'ours” is two. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('’', "'")
      .replace(/(?<![\p{L}\p{N}])(l|un)'(?=\p{L})/gu, '$1 ')
      .match(/[\p{L}\p{N}'-]+|,/gu) ?? []
  );
}
