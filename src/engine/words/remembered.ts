/** Answers that are kept at least, once there are as many; twice as many at most. */
const MOST_KEPT = 2048;

/** A pure function of a text that keeps its answers: those that were asked for lately, in two generations. */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (text) => {
    let answer = young.get(text);
    if (answer !== undefined || young.has(text)) return answer!;
    answer = old.get(text);
    if (answer === undefined && !old.has(text)) answer = of(text);
    if (young.size >= MOST_KEPT) {
      old = young;
      young = new Map();
    }
    young.set(text, answer!);
    return answer!;
  };
}
