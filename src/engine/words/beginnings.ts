/** What phrases of several words begin with, without their last word, without their last two, and so on. */
export function beginningsOf(phrases: Iterable<string>): Set<string> {
  const found = new Set<string>();
  for (const phrase of phrases) noteBeginnings(phrase, found);
  return found;
}

export function noteBeginnings(phrase: string, found: Set<string>): void {
  for (let gap = phrase.indexOf(' '); gap > 0; gap = phrase.indexOf(' ', gap + 1)) found.add(phrase.slice(0, gap));
}
