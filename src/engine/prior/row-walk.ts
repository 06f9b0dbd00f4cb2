import type { LatentContext } from '../context/index.js';
import { type Grammar, type IdSet, type LatentKind, type Latents, latentKind } from '../latents/index.js';

import type { VocabularyPart } from './next-tokens.js';
import { encodeSequence, kindIdOf, segmentPlaces, startOf, type TokenSequence } from './sequence.js';

/** Log-likelihood of tokens that were drawn. Where there was no choice, nothing was. */
export interface Score {
  /** Of all together, natural, under the grammar and at temperature 1; ≤ 0. */
  sum: number;
  drawn: number;
}

/** The mean of scores taken together, ≤ 0; 0 when nothing was drawn. */
export function meanScore(scores: readonly Readonly<Score>[]): number {
  const drawn = scores.reduce((count, score) => count + score.drawn, 0);
  return drawn === 0 ? 0 : scores.reduce((sum, score) => sum + score.sum, 0) / drawn;
}

/**
 * One row while it is being sampled: the tokens so far and what may come next. Between segments only the next kind's
 * start token may come; inside one, what the kind's grammar allows.
 */
export class RowWalk {
  /** Pinned values and the kinds finished so far. */
  readonly latents: Latents;
  readonly sequence: TokenSequence;
  readonly #context: LatentContext;
  readonly #open: LatentKind[];
  #segment: { kind: LatentKind; grammar: Grammar; content: number[]; places: readonly number[] } | undefined;
  readonly #scores: Record<VocabularyPart, Score> = { words: { sum: 0, drawn: 0 }, codes: { sum: 0, drawn: 0 } };

  /**
   * @param pinned values that go first, in canonical order
   * @param kinds kinds to sample after them, in canonical order; pinned ones are left out
   * @throws EngineError `bad_pin` when a pinned value does not fit the bundle
   */
  constructor(pinned: Latents, kinds: readonly LatentKind[], context: LatentContext) {
    this.latents = { ...pinned };
    this.sequence = encodeSequence(pinned, context);
    this.#context = context;
    this.#open = kinds.filter((kind) => pinned[kind] === undefined);
  }

  /** Whether nothing is left to sample. */
  get done(): boolean {
    return this.#segment === undefined && this.#open.length === 0;
  }

  /** Kind of the segment that the next token belongs to; absent between segments, where only a start token may come. */
  get kind(): LatentKind | undefined {
    return this.#segment?.kind;
  }

  /** Which part of the vocabulary the next token is drawn from; absent between segments, where there is no choice. */
  get part(): VocabularyPart | undefined {
    if (this.#segment === undefined) return undefined;
    return this.#segment.kind === 'tokens' ? 'codes' : 'words';
  }

  /** Of the tokens so far that were drawn, apart for either part of the vocabulary. */
  get scores(): Readonly<Record<VocabularyPart, Readonly<Score>>> {
    return this.#scores;
  }

  /** Fills the set with the ids that may come next. The row must not be done. */
  allowed(into: IdSet): void {
    into.clear();
    if (this.#segment !== undefined) this.#segment.grammar.allowed(into);
    else into.add(startOf(this.#open[0]!, this.#context.manifest));
  }

  /**
   * Appends an allowed id.
   * @param logLikelihood of an id that was drawn; absent when there was no choice
   */
  accept(id: number, logLikelihood?: number): void {
    if (logLikelihood !== undefined) {
      const score = this.#scores[this.part!];
      score.sum += logLikelihood;
      score.drawn++;
    }
    this.#segment ??= this.#begin();
    const { kind, grammar, content, places } = this.#segment;
    const position = id === startOf(kind, this.#context.manifest) ? 0 : content.length + 1;
    this.sequence.ids.push(id);
    this.sequence.kindIds.push(kindIdOf(kind, this.#context.manifest));
    this.sequence.positions.push(position);
    this.sequence.places.push(places[position] ?? 0);
    if (position === 0) return;
    if (id === this.#context.manifest.vocabulary.specials.end) {
      this.#finish(kind, content);
    } else {
      content.push(id);
      grammar.accept(id);
    }
  }

  #begin() {
    const kind = this.#open.shift()!;
    return {
      kind,
      grammar: latentKind(kind).grammar(this.#context, this.latents),
      content: [],
      places: segmentPlaces(kind, this.sequence, this.#context.manifest),
    };
  }

  #finish<K extends LatentKind>(kind: K, content: readonly number[]): void {
    this.latents[kind] = latentKind(kind).decode(content, this.#context);
    this.#segment = undefined;
  }
}
