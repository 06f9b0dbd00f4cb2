import { type FloatTensor, floatTensor, intTensor } from '../basics/index.js';
import type { CadsOptions } from '../guidance/index.js';
import { noiseCondition } from '../guidance/index.js';
import { floatOutput, type Session } from '../runtime/index.js';

/** What B cells are painted from. Masks are 1 for a real entry; padding is on the right. */
export interface Condition {
  /** [B, T, D], of the text encoder. */
  encoderStates: FloatTensor;
  /** [B, T] */
  encoderMask: FloatTensor;
  /** [B, N, D], the prior's states of the latents. */
  hiddenStates: FloatTensor;
  /** [B, N] */
  hiddenMask: FloatTensor;
  /** [B, 4, size, size], the picture that the visual tokens alone decode to; 0 for a cell without them. */
  guess: FloatTensor;
}

/**
 * Decodes each cell's visual tokens to its rough picture.
 *
 * @param session `visual_decoder.onnx`
 * @param tokens one entry a cell: its 0-based codes, absent when the cell has none
 * @param size side of the picture in pixels
 * @returns [B, 4, size, size], −1…1; 0 for cells without tokens
 */
export async function decodeGuesses(
  session: Session,
  tokens: readonly (readonly number[] | undefined)[],
  size: number,
): Promise<FloatTensor> {
  const guesses = floatTensor([tokens.length, 4, size, size]);
  const cells = [...tokens.keys()].filter((cell) => tokens[cell] !== undefined);
  if (cells.length === 0) return guesses;
  const given = cells.map((cell) => tokens[cell]!);
  const codes = intTensor([given.length, given[0]!.length], given.flat());
  const decoded = floatOutput(await session.run({ codes }, ['guess']), 'guess');
  cells.forEach((cell, k) => {
    rowOf(guesses, cell).set(rowOf(decoded, k));
  });
  return guesses;
}

/** One cell of a condition. */
export interface ConditionRow {
  condition: Condition;
  /** From 0. */
  row: number;
}

/** The condition of cells from several prompts or plans: shorter rows are padded on the right. */
export function joinRows(rows: readonly ConditionRow[]): Condition {
  const join = (tensorOf: (condition: Condition) => FloatTensor): FloatTensor => {
    const tensors = rows.map(({ condition }) => tensorOf(condition));
    const width = Math.max(...tensors.map(({ dims }) => dims[1]!));
    const inner = tensors[0]!.dims.slice(2);
    const joined = floatTensor([rows.length, width, ...inner]);
    rows.forEach(({ row }, k) => {
      rowOf(joined, k).set(rowOf(tensors[k]!, row));
    });
    return joined;
  };
  return {
    encoderStates: join(({ encoderStates }) => encoderStates),
    encoderMask: join(({ encoderMask }) => encoderMask),
    hiddenStates: join(({ hiddenStates }) => hiddenStates),
    hiddenMask: join(({ hiddenMask }) => hiddenMask),
    guess: join(({ guess }) => guess),
  };
}

/** The condition of B cells followed by B null rows (docs/bundle.md: masks and guess all 0), [2B, …]. */
export function withNullRows(condition: Condition): Condition {
  return mapTensors(condition, ({ dims, data }) => {
    const doubled = new Float32Array(2 * data.length);
    doubled.set(data);
    return floatTensor([2 * dims[0]!, ...dims.slice(1)], doubled);
  });
}

/**
 * A copy of the condition with CADS noise on each cell's encoder states, hidden states and guess. Each of the three is
 * rescaled by itself, over its real entries; a cell without a guess stays without.
 *
 * @param gamma share of the condition that is left, from `cadsGamma`
 * @param draw N(0, 1) draws for a cell of this condition
 */
export function noisedCondition(
  condition: Condition,
  gamma: number,
  options: CadsOptions,
  draw: (cell: number, length: number) => Float32Array,
): Condition {
  const noised = mapTensors(condition, ({ dims, data }) => floatTensor(dims, data.slice()));
  const perturb = (cell: number, values: Float32Array) =>
    values.set(noiseCondition(values, gamma, options, draw(cell, values.length)));
  for (let cell = 0; cell < condition.guess.dims[0]!; cell++) {
    perturb(cell, realEntries(noised.encoderStates, noised.encoderMask, cell));
    perturb(cell, realEntries(noised.hiddenStates, noised.hiddenMask, cell));
    const guess = rowOf(noised.guess, cell);
    if (guess.some((value) => value !== 0)) perturb(cell, guess);
  }
  return noised;
}

function realEntries(states: FloatTensor, mask: FloatTensor, row: number): Float32Array {
  const real = rowOf(mask, row).reduce((sum, value) => sum + value, 0);
  return rowOf(states, row).subarray(0, real * states.dims[2]!);
}

function rowOf({ dims, data }: FloatTensor, row: number): Float32Array {
  const length = data.length / dims[0]!;
  return data.subarray(row * length, (row + 1) * length);
}

function mapTensors(condition: Condition, change: (tensor: FloatTensor) => FloatTensor): Condition {
  return {
    encoderStates: change(condition.encoderStates),
    encoderMask: change(condition.encoderMask),
    hiddenStates: change(condition.hiddenStates),
    hiddenMask: change(condition.hiddenMask),
    guess: change(condition.guess),
  };
}
