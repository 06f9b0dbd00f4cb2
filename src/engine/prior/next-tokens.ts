import { type FloatTensor, floatTensor, type IntTensor, intTensor, ownValue, type Tensor } from '../basics/index.js';
import type { Manifest } from '../manifest/index.js';
import { floatOutput, intOutput, release, type Session } from '../runtime/index.js';

/** The vocabulary's codes of visual tokens, or all its other ids. No grammar leaves a choice between the two. */
export type VocabularyPart = 'words' | 'codes';

/** What may come behind one token. */
export type NextToken = WordLogits | CodeHead;

/** The logit of id i stands at `data[offset + i]`, for all ids that are no codes. */
export interface WordLogits {
  part: 'words';
  data: Float32Array;
  offset: number;
}

/** The most probable codes, in descending order, the lower one first on a tie. Those left out are rarely needed. */
export interface CodeHead {
  part: 'codes';
  /** [M] */
  logits: Float32Array;
  /** [M], counted from `firstCode`. */
  codes: BigInt64Array;
  /** Vocabulary id of code 0. */
  firstCode: number;
  /** Whether M is the number of all codes. */
  isWhole: boolean;
  /** Probability of the first code among all codes, at temperature 1. */
  peak: number;
  /** The same at the temperature that was asked for. */
  temperedPeak: number;
  /** The same with all codes. It must not be asked for once the next call of the prior has begun. */
  whole(): Promise<CodeHead>;
}

/** What to feed to the prior but for the choice of logits, and which logits are wanted. */
export interface PriorCall {
  inputs: Readonly<Record<string, Tensor>>;
  /** Of each row: which part of the vocabulary is wanted, if any. */
  parts: readonly (VocabularyPart | undefined)[];
  /** Of each row: the token behind which it is wanted, counted through the batch's B · N tokens. */
  tokens: readonly number[];
}

/** What one call of the prior told. */
export interface PriorAnswer {
  /** Of each row, where it was wanted. */
  next: (NextToken | undefined)[];
  /** The cache's new entries. */
  entries: FloatTensor;
  /** Frees all of it. */
  release(): void;
}

/** Runs `prior.onnx` once and reads what may come next in each row. */
export type TokenReader = (call: PriorCall) => Promise<PriorAnswer>;

/** How many codes leave the graph: a bundle's own top-p is reached within them at nearly every token. */
const HEAD = 128;

const NONE = intTensor([0], []);

/** Inputs of `prior.onnx` by which it computes no logits. */
export const NO_LOGITS = {
  word_rows: NONE,
  code_rows: NONE,
  code_count: intTensor([], [1]),
  code_temperature: floatTensor([], Float32Array.of(1)),
};

const CODE_OUTPUTS = ['code_logits', 'code_ids', 'code_peaks'];

/** @param codeTemperature of the visual tokens, ≥ 0 */
export function createTokenReader(prior: Session, { vocabulary }: Manifest, codeTemperature: number): TokenReader {
  const [firstCode, endOfCodes] = vocabulary.ranges.code;
  const range = { firstCode, all: endOfCodes - firstCode };
  // At temperature 0 the first code is taken, whatever it weighs.
  const temperature = floatTensor([], Float32Array.of(codeTemperature || 1));
  const counts = { head: intTensor([], [Math.min(HEAD, range.all)]), all: intTensor([], [range.all]) };
  const wordRows = createRowList();
  const codeRows = createRowList();

  return async ({ inputs, parts, tokens }) => {
    const words = tokens.filter((_, row) => parts[row] === 'words');
    const codes = tokens.filter((_, row) => parts[row] === 'codes');
    const feeds = { ...inputs, word_rows: wordRows(words), code_rows: codeRows(codes), code_temperature: temperature };
    const outputs = await prior.run({ ...feeds, code_count: counts.head }, [
      ...(words.length > 0 ? ['word_logits'] : []),
      ...(codes.length > 0 ? CODE_OUTPUTS : []),
      'new_entries',
    ]);
    // Asked for by one row, the codes of all rows are there.
    let asked: Promise<CodeHead[]> | undefined;
    const askForAll = async () => readHeads(await prior.run({ ...feeds, code_count: counts.all }, CODE_OUTPUTS), range);
    const heads = readHeads(outputs, range, async (k) => {
      asked ??= askForAll();
      return (await asked)[k]!;
    });
    const wordLogits = words.map((_, k): WordLogits => {
      return { part: 'words', data: floatOutput(outputs, 'word_logits').data, offset: k * firstCode };
    });
    return {
      next: inRowOrder(parts, wordLogits, heads),
      entries: floatOutput(outputs, 'new_entries'),
      release: () => release(Object.values(outputs)),
    };
  };
}

/**
 * The heads of all rows that asked for codes; none where no row did.
 * @param range of the vocabulary's codes: the first id, and how many there are
 * @param whole head of the k-th of these rows with all codes; absent where all are there
 */
function readHeads(
  outputs: Readonly<Record<string, Tensor>>,
  { firstCode, all }: { firstCode: number; all: number },
  whole?: (k: number) => Promise<CodeHead>,
): CodeHead[] {
  if (ownValue(outputs, 'code_logits') === undefined) return [];
  const { data, dims } = floatOutput(outputs, 'code_logits');
  const ids = intOutput(outputs, 'code_ids').data;
  const peaks = floatOutput(outputs, 'code_peaks').data;
  const [rows, count] = dims as [number, number];
  return Array.from({ length: rows }, (_, k) => {
    const head: CodeHead = {
      part: 'codes',
      logits: data.subarray(k * count, (k + 1) * count),
      codes: ids.subarray(k * count, (k + 1) * count),
      firstCode,
      isWhole: count === all,
      peak: peaks[k]!,
      temperedPeak: peaks[rows + k]!,
      whole: async () => (whole ? whole(k) : head),
    };
    return head;
  });
}

/** Of each row what it asked for; words and codes are listed in the order of the rows that asked for them. */
function inRowOrder(
  parts: readonly (VocabularyPart | undefined)[],
  words: readonly WordLogits[],
  codes: readonly CodeHead[],
): (NextToken | undefined)[] {
  let word = 0;
  let code = 0;
  return parts.map((part) => {
    if (part === undefined) return undefined;
    return part === 'codes' ? codes[code++] : words[word++];
  });
}

/** Makes the tensor of a list that mostly stays the same from call to call. */
function createRowList(): (rows: readonly number[]) => IntTensor {
  let last = NONE;
  let known: readonly number[] = [];
  return (rows) => {
    const isSame = rows.length === known.length && rows.every((row, k) => row === known[k]);
    if (!isSame) last = intTensor([rows.length], rows);
    known = rows;
    return last;
  };
}
