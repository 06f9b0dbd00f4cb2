import { createRng, type Rng } from '../basics/index.js';
import type { LatentContext } from '../context/index.js';
import type { Latents } from '../latents/index.js';
import type { Session } from '../runtime/index.js';
import { cacheSizes, KvCache } from './kv-cache.js';
import { createTokenReader, type PriorAnswer } from './next-tokens.js';
import { crossInputs, type PromptEncoding } from './prompt-encoder.js';
import { sampleFavoured } from './sample-code.js';
import type { TokenOptions } from './sample-token.js';
import { encodeSequence, padSequences, sliceSequence, type TokenSequence } from './sequence.js';

/** Visual tokens to sample as drafts suggest them (`Prior.sampleSoftTokens`). */
export interface SoftTokensRequest {
  encoding: PromptEncoding;
  /** One a row, all kinds that stand before the visual tokens. */
  latents: readonly Omit<Latents, 'tokens'>[];
  /** Of each row: the visual tokens of its draft. */
  drafted: readonly (readonly number[])[];
  /** By how much the logits of a draft's tokens are raised, in nats, ≥ 0 and finite. */
  beta: number;
  /** Any unsigned 32-bit integer; a row's draws depend on it and on the row's number alone. */
  seed: number;
  /** Default: those of the bundle for visual tokens. */
  options?: TokenOptions;
  signal?: AbortSignal;
}

/**
 * Tokens of a row that one pass looks at. It begins with 8, which on a CPU take as long as three passes of one, and
 * follows how many of the draft's were accepted in a run: more than 16 save nothing, and where none is accepted only
 * the first is of use.
 */
const FIRST_BLOCK = 8;
const LONGEST_BLOCK = 16;

/** A row while its visual tokens are sampled. */
interface Row {
  /** All of it, the draft's tokens in the place of those that are not sampled yet. */
  sequence: TokenSequence;
  /** Index of the first visual token in the sequence. */
  first: number;
  drafted: readonly number[];
  /** Number of tokens sampled. */
  done: number;
  /** Number of tokens of the sequence that the cache holds. */
  cached: number;
  /** Number of tokens that the next pass looks at. */
  block: number;
  draws: Rng;
}

/**
 * See `Prior.sampleSoftTokens`. Speculative sampling (Leviathan et al. 2211.17192) with the draft as the proposal,
 * which is certain of itself: a token is accepted with the probability that the favoured prior gives it, and the first
 * refused one is drawn from the rest. Since the draft's token comes first where one draws by inversion, one draw a
 * token decides both, and the result is the very one that sampling token by token gives with these draws.
 *
 * @param fixedBlock tokens of a row that one pass looks at, ≥ 1; 1 samples one by one. Default: as many as are likely
 *   to be accepted
 */
export async function sampleSoftTokens(
  prior: Session,
  context: LatentContext,
  { encoding, latents, drafted, beta, seed, signal, ...request }: SoftTokensRequest,
  fixedBlock?: number,
): Promise<number[][]> {
  const { manifest } = context;
  const options = request.options ?? bundleOptions(manifest.defaults);
  const firstCode = manifest.vocabulary.ranges.code[0];
  const rows = latents.map((one, k) =>
    rowOf({ ...one, tokens: [...drafted[k]!] }, createRng(seed, 'soft-tokens', k), context),
  );
  if (fixedBlock !== undefined) for (const row of rows) row.block = fixedBlock;
  const ask = createTokenReader(prior, manifest, options.temperature);
  const longest = Math.max(0, ...rows.map(({ sequence }) => sequence.ids.length));
  const cache = new KvCache({ ...cacheSizes(manifest), rows: rows.length }, longest);
  let active = rows;
  while (active.length > 0) {
    signal?.throwIfAborted();
    const ends = active.map(endOfBlock);
    const fed = active.map((row, k) => sliceSequence(row.sequence, row.cached, ends[k]!));
    const { inputs, width } = padSequences(fed, manifest);
    const asked = askedOf(active, ends, width);
    const answer = await ask({
      inputs: { ...inputs, ...cache.inputs, ...crossInputs(encoding, active.length) },
      parts: asked.map(() => 'codes'),
      tokens: asked.map(({ token }) => token),
    });
    const runs = await sampleRuns(active, asked, answer, { beta, options, firstCode });
    // What was fed behind a refused token was fed in vain: the cache keeps only what comes before it.
    const kept = active.map((row, k) => {
      return Math.min(row.first + row.done - (runs[k]!.isRefused ? 1 : 0), ends[k]!) - row.cached;
    });
    cache.append(answer.entries, kept);
    answer.release();
    active.forEach((row, k) => {
      const { length, isRefused } = runs[k]!;
      row.cached += kept[k]!;
      row.block = fixedBlock ?? (isRefused ? length : Math.min(2 * row.block, LONGEST_BLOCK));
    });
    const open = active.filter(({ done, drafted: all }) => done < all.length);
    if (open.length < active.length && open.length > 0) cache.keepRows(open.map((row) => active.indexOf(row)));
    active = open;
  }
  cache.release();
  return rows.map(({ sequence, first }) => sequence.ids.slice(first).map((id) => id - firstCode));
}

/** Index of the last token that the next pass looks at, which needs not be fed itself. */
function endOfBlock({ first, done, block, sequence }: Row): number {
  return Math.min(first + done + block - 1, sequence.ids.length - 1);
}

/** A token that is looked at in a pass. */
interface AskedToken {
  /** Index of the row. */
  row: number;
  /** The fed token before it, counted through all B · N of the pass: behind that one it is asked for. */
  token: number;
}

/** The tokens that a pass looks at, row by row. @param width N */
function askedOf(rows: readonly Row[], ends: readonly number[], width: number): AskedToken[] {
  return rows.flatMap(({ first, done, cached }, row) =>
    Array.from({ length: ends[row]! - (first + done) + 1 }, (_, k) => ({
      row,
      token: row * width + first + done - 1 - cached + k,
    })),
  );
}

/** What one pass sampled of a row: tokens of the draft and, where one of these was refused, one in its place. */
interface Run {
  length: number;
  isRefused: boolean;
}

/** Samples each row's tokens up to the first that is refused, and puts them into its sequence. */
async function sampleRuns(
  rows: readonly Row[],
  asked: readonly AskedToken[],
  { next }: PriorAnswer,
  { beta, options, firstCode }: { beta: number; options: TokenOptions; firstCode: number },
): Promise<Run[]> {
  const runs = rows.map((): Run => ({ length: 0, isRefused: false }));
  for (const [k, { row: slot }] of asked.entries()) {
    const [row, run] = [rows[slot]!, runs[slot]!];
    if (run.isRefused || row.done === row.drafted.length) continue;
    const head = next[k]!;
    if (head.part !== 'codes') throw new TypeError('Codes were asked for.');
    const favour = { code: row.drafted[row.done]!, beta };
    const uniform = row.draws.uniform();
    const code =
      sampleFavoured(head, favour, options, uniform) ?? sampleFavoured(await head.whole(), favour, options, uniform)!;
    row.sequence.ids[row.first + row.done] = firstCode + code;
    row.done++;
    run.length++;
    run.isRefused = code !== favour.code;
  }
  return runs;
}

function bundleOptions(defaults: LatentContext['manifest']['defaults']): TokenOptions {
  return {
    temperature: defaults.tokens_temperature ?? defaults.temperature,
    topP: defaults.tokens_top_p ?? defaults.top_p,
  };
}

function rowOf(latents: Latents, draws: Rng, context: LatentContext): Row {
  const drafted = latents.tokens!;
  const whole = encodeSequence(latents, context);
  // Without the <end> behind the tokens.
  const sequence = sliceSequence(whole, 0, whole.ids.length - 1);
  return {
    sequence,
    first: sequence.ids.length - drafted.length,
    drafted,
    done: 0,
    cached: 0,
    block: FIRST_BLOCK,
    draws,
  };
}
