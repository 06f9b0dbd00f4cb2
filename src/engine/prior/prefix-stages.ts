/** One call over sequences of which many begin alike: tokens `from` … `to` − 1 of every beginning that differs. */
export interface PrefixStage {
  from: number;
  to: number;
  /** Of each beginning of `to` tokens (or all, where the sequence ends before): a sequence that begins so. */
  rows: number[];
  /** Of each of them: its place among the previous stage's; 0 in the first stage. */
  parents: number[];
}

/** What a call costs, and a row more in it, in tokens: with one thread 64 rows take 23 ms with a token each, 64 ms with 4, 193 ms with 16. */
const CALL_COST = 5;
const ROW_COST = 1.3;

/**
 * How many tokens each of the sequences, sorted, has in common with the one before it; 0 of the first.
 * @param sequences sorted as `compareSequences` sorts
 */
export function commonPrefixes(sequences: readonly (readonly number[])[]): number[] {
  return sequences.map((sequence, k) => {
    const before = sequences[k - 1] ?? [];
    const differs = sequence.findIndex((id, at) => id !== before[at]);
    return differs === -1 ? sequence.length : differs;
  });
}

/** Token by token; what ends first comes first. */
export function compareSequences(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((id, at) => id !== b[at]);
  if (differs === -1) return a.length - b.length;
  return differs < b.length ? a[differs]! - b[differs]! : 1;
}

/**
 * Divides the depth of sequences into calls so that what they have in common is fed once, at the least estimated cost: few calls
 * where they differ early, more where long beginnings are shared.
 *
 * @param lengths tokens of each sequence, in sorted order
 * @param common of each sequence, as `commonPrefixes` gives
 */
export function prefixStages(lengths: readonly number[], common: readonly number[]): PrefixStage[] {
  const depth = Math.max(0, ...lengths);
  // Sorted, those that begin alike are neighbours, and none that has ended stands between them.
  const beginnings = (from: number, to: number) =>
    [...lengths.keys()].filter((k) => lengths[k]! > from && (k === 0 || common[k]! < Math.min(to, lengths[k]!)));
  const cheapest = [0];
  const startOf = [0];
  for (let to = 1; to <= depth; to++) {
    cheapest[to] = Number.POSITIVE_INFINITY;
    for (let from = 0; from < to; from++) {
      const cost = cheapest[from]! + CALL_COST + beginnings(from, to).length * (ROW_COST + to - from);
      if (cost >= cheapest[to]!) continue;
      cheapest[to] = cost;
      startOf[to] = from;
    }
  }
  const cuts = [depth];
  while (cuts[0]! > 0) cuts.unshift(startOf[cuts[0]!]!);
  const stages: PrefixStage[] = [];
  for (const [k, to] of cuts.slice(1).entries()) {
    const rows = beginnings(cuts[k]!, to);
    const before = stages.at(-1)?.rows ?? [];
    const parents = rows.map((row) =>
      Math.max(
        0,
        before.findLastIndex((one) => one <= row),
      ),
    );
    stages.push({ from: cuts[k]!, to, rows, parents });
  }
  return stages;
}
