/** Words without what engines take for options: what people type names no networks of the host's. */
export function withoutMarks(text: string): string {
  return text.replace(/[<>|{}\\]/g, ' ');
}

/** Words and nothing else for engines that read weights and parts in prompts, too. */
export function plainWords(text: string): string {
  return withoutMarks(text)
    .replace(/[()[\]]/g, '\\$&')
    .replace(/\bembedding:/gi, 'embedding ')
    .replace(/\b(?:AND|BREAK)\b/g, (word) => word.toLowerCase());
}
