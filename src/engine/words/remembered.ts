/** Answers that are kept at most; then all are forgotten, as the words of a language come back at once. */
const MOST_KEPT = 4096;

/** A pure function of a text that keeps its answers. */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    if (kept.has(text)) return kept.get(text)!;
    const answer = of(text);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(text, answer);
    return answer;
  };
}
