import { randomInt } from 'node:crypto';
import type { PainterSettings } from '../../app/painters/index.js';
import { promptNoticeText } from '../../chat/cards/index.js';
import { badArgument } from '../../chat/errors/index.js';
import { createTranslator } from '../../chat/i18n/index.js';
import { withoutUndefined } from '../../core/basics/index.js';
import { withOwnAtHand } from '../../core/contents/index.js';
import type { Lost } from '../../core/index.js';
import {
  alternativesOf,
  aspectFor,
  findStyle,
  isOfAnyPainter,
  promptNotices,
  readPins,
  requireKnown,
} from '../../core/prompts/index.js';
import { type Aspect, DEFAULT_STRENGTH, RANGES } from '../../engine/basics/index.js';
import type { LatentContext } from '../../engine/context/index.js';
import type { Draft } from '../../engine/draft/index.js';
import { CADS_TIMES } from '../../engine/guidance/index.js';
import { findKind, KIND_NAMES } from '../../engine/latents/index.js';
import type { OwnThing } from '../../engine/own/index.js';
import {
  type PaintRequest,
  type PlanRequest,
  recallOfStrength,
  type SamplerName,
} from '../../engine/requests/index.js';
import type { ProviderWish } from '../../engine/runtime/index.js';
import type { PlannedInWords } from '../../engine/text-prior/index.js';
import { aboutOwn, type ReadOptions } from '../../engine/words/index.js';
import { painterAspects, painterNames } from '../../remote/choices/index.js';
import type { PriorSettings } from '../../remote/index.js';

/** What `kaleido imagine` was asked for; ranges are checked where the command line is read. */
export interface ImagineOptions {
  /** Default: 4, and at least one for each alternative of the prompt. */
  count?: number;
  /** `DEFAULT_VARIETY` when absent. */
  variety?: number;
  /** How much memory says, in `RANGES.recall`; the bundle's default when absent. */
  recall?: number;
  /** One of the bundle's styles. */
  style?: string;
  /** What is not wanted, in words. */
  without?: string;
  /** One of `painterNames`, or `kaleido`; default: the usual one. */
  model?: string;
  /** Shape of the pictures; default: that of a code among the pins, else square. */
  aspect?: Aspect;
  /** Random when absent. */
  seed?: number;
  /** Guidance scale; the bundle's default when absent, as for the three below. */
  guidance?: number;
  steps?: number;
  sampler?: SamplerName;
  guidanceRule?: PaintRequest['guidanceRule'];
  guidanceInterval?: [low: number, high: number];
  /** Scale of CADS noise; off when absent. */
  cads?: number;
  pins: readonly string[];
  /** Own things, as `readOwnThings` reads them. */
  things: readonly string[];
  /** Path of a picture to begin from, and how much of it stays, in `RANGES.strength`. */
  image?: string;
  strength?: number;
  /** Names of the kinds to use; all when absent. */
  kinds?: readonly string[];
  showLatents: boolean;
  out: string;
  /** Folder for one transparent PNG a cell. */
  cells?: string;
  json: boolean;
  /** Every latent and code, also in a window, where a report is short otherwise. */
  details: boolean;
  bundleDir: string;
  providers: readonly ProviderWish[];
  threads?: number;
  /** What is configured of who paints, whoever is chosen. */
  settings: Pick<PainterSettings, 'painter' | 'painterModels'>;
  /** Where something else than Kaleido paints, how it is reached. */
  remote?: PainterSettings & PriorSettings & { priorFor: PlannedInWords };
}

/** Options with nothing left to choose. */
export type SettledOptions = ImagineOptions & { count: number; variety: number };

/** The command line speaks English, and reads words as English where two languages differ. */
const LOCALE = 'en';

/** What somebody asked for, read in a bundle's terms. */
export interface AskedGrid {
  prompts: string[];
  /** What was said of memory, style and what is not wanted. */
  wishes: Pick<PlanRequest, 'recall' | 'style' | 'without'>;
  /** How the prompts are read. */
  reading: Pick<PlanRequest, keyof ReadOptions | 'recall'>;
  /** How cells are painted, as far as it was said: the rest follows recall, cell by cell. */
  painting: Pick<
    PaintRequest,
    'guidance' | 'steps' | 'sampler' | 'guidanceRule' | 'guidanceInterval' | 'cads' | 'aspect'
  >;
  /** Where nothing is open, nothing is recalled: the picture is of the artwork that its code names. */
  replayed: Draft | null;
  request: PlanRequest;
}

/**
 * Reads a prompt and what was said with it.
 *
 * @param own things that somebody brings
 * @param notify told what of it is read otherwise than somebody may think, or cannot be had
 * @throws KaleidoError or CoreError for what cannot be used
 */
export function readAsked(
  prompt: string,
  options: SettledOptions,
  context: LatentContext,
  own: readonly OwnThing[],
  notify: (message: string) => void,
): AskedGrid {
  const { manifest } = context;
  const written = readPins(options.pins, context);
  const { latents: pinned, lost, draft } = withOwnAtHand(written, own);
  const aspect = aspectOf(options, written.aspect);
  const kinds = options.kinds?.map((name) => findKind(name, manifest)) ?? manifest.kinds;
  const wishes = {
    ...recallOf(options),
    ...(options.style === undefined ? {} : { style: findStyle(options.style, manifest.styles) }),
    ...(options.without === undefined ? {} : { without: options.without }),
  };
  const things = own.filter(({ isWhole }) => !isWhole);
  const prompts = alternativesOf(prompt).map((one) => aboutOwn(one, things));
  const brought = own.length === 0 ? {} : { own };
  const reading = { locale: LOCALE, ...wishes, ...brought };
  const isForAnyWords = options.remote !== undefined;
  if (!isForAnyWords) requireKnown(prompts, reading, pinned, context);
  const t = createTranslator('en');
  for (const notice of promptNotices(prompts, reading, context))
    if (!isForAnyWords || isOfAnyPainter(notice)) notify(promptNoticeText(notice, t));
  for (const one of lost) notify(lossInWords(one));
  return {
    prompts,
    wishes,
    reading,
    painting: paintingOf(options, aspect),
    replayed: kinds.every((kind) => pinned[kind] !== undefined) ? draft : null,
    request: {
      prompt: things.length === 0 ? prompt : prompts[0]!,
      seed: options.seed ?? randomInt(RANGES.seed.max + 1),
      count: options.count,
      variety: options.variety,
      ...wishes,
      ...brought,
      locale: LOCALE,
      isForAnyWords,
      ...(aspect === undefined ? {} : { aspect }),
      pinned,
      kinds,
      ...(draft === null ? {} : { draft }),
    },
  };
}

function paintingOf(options: SettledOptions, aspect: Aspect | undefined): AskedGrid['painting'] {
  const { guidance, steps, sampler, guidanceRule, guidanceInterval } = options;
  const cads = options.cads === undefined ? undefined : { ...CADS_TIMES, scale: options.cads };
  return withoutUndefined({ guidance, steps, sampler, guidanceRule, guidanceInterval, cads, aspect });
}

/** Who paints besides Kaleido itself, if anybody does. */
export function painterOf({ remote, model }: Pick<SettledOptions, 'remote' | 'model'>): string | undefined {
  return remote && (model ?? painterNames(remote)[0]);
}

/** @throws CoreError `aspect_refused` where whoever paints it cannot */
function aspectOf(options: SettledOptions, kept: Aspect | undefined): Aspect | undefined {
  const { settings } = options;
  const here = { painters: painterNames(settings), aspectsOf: (name: string) => painterAspects(settings, name) };
  return aspectFor(here, { asked: options.aspect, kept }, painterOf(options));
}

/** @throws ArgumentError for a strength of no picture */
function recallOf({ recall, image, strength }: SettledOptions): Pick<PlanRequest, 'recall'> {
  if (image !== undefined) return { recall: recallOfStrength(strength ?? DEFAULT_STRENGTH) };
  if (strength !== undefined) throw badArgument('image', { why: 'missing' });
  return recall === undefined ? {} : { recall };
}

function lossInWords({ kind, how }: Lost): string {
  if (how === 'without_picture')
    return "The code is of a picture of somebody's own, which is not here: it is painted from the latents alone. With --thing it comes out as it was.";
  const name = `The code's ${KIND_NAMES[kind]} of another model`;
  return how === 'dropped'
    ? `${name} cannot be used with this one: this part is chosen anew, the rest is kept.`
    : `${name}: not all of that fits into this one, so a part is left out.`;
}
