/** Words without what engines take for options: what people type names no networks of the host's. */
export function withoutMarks(text: string): string {
  return text.replace(/[<>|{}\\]/g, ' ');
}

const REFUSING = /content.?(?:policy|filter)|responsible.?ai|moderation|\bsafety\b|nsfw (?:content|detected)/i;

/** Whether what an engine says is that it shows no such picture. */
export function isRefusal(said: string): boolean {
  return REFUSING.test(said);
}

/** Words and nothing else for engines that read weights and parts in prompts, too. */
export function plainWords(text: string): string {
  return withoutMarks(text)
    .replace(/[()[\]]/g, '\\$&')
    .replace(/\bembedding:/gi, 'embedding ')
    .replace(/\b(?:AND|BREAK)\b/g, (word) => word.toLowerCase());
}
