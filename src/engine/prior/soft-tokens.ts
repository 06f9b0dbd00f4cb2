import { createRng, type Rng } from '../basics/index.js';
import type { LatentContext } from '../context/index.js';
import type { Latents } from '../latents/index.js';
import type { Session } from '../runtime/index.js';
import { cacheSizes, KvCache } from './kv-cache.js';
import { createTokenReader } from './next-tokens.js';
import { crossInputs, type PromptEncoding } from './prompt-encoder.js';
import { sampleFavoured } from './sample-code.js';
import type { TokenOptions } from './sample-token.js';
import { encodeSequence, padSequences, sliceSequence, type TokenSequence } from './sequence.js';

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
  const ask = createTokenReader(prior, manifest, options.temperature);
  const longest = Math.max(0, ...rows.map(({ sequence }) => sequence.ids.length));
  const cache = new KvCache({ ...cacheSizes(manifest), rows: rows.length }, longest);
  if (fixedBlock !== undefined) for (const row of rows) row.block = fixedBlock;
  let active = rows;
  while (active.length > 0) {
    signal?.throwIfAborted();
    const ends = active.map((row) => Math.min(row.first + row.done + row.block - 1, row.sequence.ids.length - 1));
    const fed = active.map((row, k) => sliceSequence(row.sequence, row.cached, ends[k]!));
    const { inputs, width } = padSequences(fed, manifest);
    // Behind the token before each of those that are looked at.
    const asked = active.flatMap(({ first, done, cached }, row) =>
      Array.from({ length: ends[row]! - (first + done) + 1 }, (_, k) => ({
        row,
        token: row * width + first + done - 1 - cached + k,
      })),
    );
    const answer = await ask({
      inputs: { ...inputs, ...cache.inputs, ...crossInputs(encoding, active.length) },
      parts: asked.map(() => 'codes'),
      tokens: asked.map(({ token }) => token),
    });
    const isOpen = active.map(() => true);
    const before = active.map(({ done }) => done);
    for (const [k, { row: slot }] of asked.entries()) {
      const row = active[slot]!;
      if (!isOpen[slot] || row.done === row.drafted.length) continue;
      const head = answer.next[k]!;
      if (head.part !== 'codes') throw new TypeError('Codes were asked for.');
      const favour = { code: row.drafted[row.done]!, beta };
      const uniform = row.draws.uniform();
      const code =
        sampleFavoured(head, favour, options, uniform) ?? sampleFavoured(await head.whole(), favour, options, uniform)!;
      row.sequence.ids[row.first + row.done] = firstCode + code;
      row.done++;
      isOpen[slot] = code === favour.code;
    }
    // What was fed behind a refused token was fed in vain: the cache keeps only what comes before it.
    const kept = active.map((row, k) => Math.min(row.first + row.done - (isOpen[k] ? 0 : 1), ends[k]!) - row.cached);
    cache.append(answer.entries, kept);
    answer.release();
    active.forEach((row, k) => {
      row.cached += kept[k]!;
      const accepted = row.done - before[k]!;
      row.block = fixedBlock ?? (isOpen[k] ? Math.min(2 * row.block, LONGEST_BLOCK) : accepted);
    });
    const open = active.filter(({ done, drafted: all }) => done < all.length);
    if (open.length < active.length && open.length > 0) cache.keepRows(open.map((row) => active.indexOf(row)));
    active = open;
  }
  cache.release();
  return rows.map(({ sequence, first }) => sequence.ids.slice(first).map((id) => id - firstCode));
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
