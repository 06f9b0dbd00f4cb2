/** Words that English sentences are full of, and no German one has. */
const ENGLISH =
  /(?<![\p{L}\p{N}_-])(the|is|are|must|not|of|and|or|cannot|with|that|this|you|your|be|to|from|here|there|which|has|have|it)(?![\p{L}\p{N}_-])/giu;
/** What is quoted, code, or the beginning of a command: data, in whatever language it is. */
const DATA = /“[^”]*”|„[^“]*“|"[^"]*"|`[^`]*`|https?:\S+|kaleido imagine[^.]*/gu;

/** The English words of a text in another language, which should be none. */
export function englishIn(text: string): string[] {
  return text.replace(DATA, '').match(ENGLISH) ?? [];
}
