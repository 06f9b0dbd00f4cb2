import { randomInt } from 'node:crypto';
import { DEFAULT_COUNT, DEFAULT_STRENGTH, DEFAULT_VARIETY, RANGES } from '../../engine/basics/index.js';
import type { Draft } from '../../engine/draft/index.js';
import { findKind, type Latents, presentKinds } from '../../engine/latents/index.js';

import { type MoodName, USUAL_MOODS } from '../../engine/moods/index.js';
import { checkPaintRequest, checkPlanRequest, recallOfStrength } from '../../engine/requests/index.js';
import { readOptionsOf } from '../../engine/words/index.js';
import { isChildPrivate, type Opened } from '../access/index.js';

import { CoreError, withoutUndefined } from '../basics/index.js';
import { cellSeed, given, newCell, pinsOf } from '../contents/index.js';
import type { AcceptedNow, Core, ImagineInput, Origin } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { ownPictures } from '../own/index.js';
import { findMoods } from '../packs/index.js';
import { KALEIDO, modelNamed, modelsIn, painterCalled, policyOf } from '../policy/index.js';
import { alternativesOf, aspectFor, findStyle, readPins, requireKnown } from '../prompts/index.js';
import type { Actor, CellTask, GenerationSettings, Lost, OwnPicture, Policy, UserSettings } from '../types.js';
import { ask, type Request, shapesHere } from './ask.js';

const SEEDS = RANGES.seed.max + 1;

/** Latents taken from a finished grid. */
export interface Taken {
  parent: Opened<'make'>;
  latents: Latents;
  /** What of them is of another bundle and cannot be taken. */
  lost: readonly Lost[];
  /** What memory recalled for it, where that is to stay. */
  draft: Draft | null;
}

/** A seed for a request that brings none. */
export function drawSeed(): number {
  return randomInt(SEEDS);
}

/** A new grid for a prompt. */
export function imagineUseCase(deps: CoreDeps): Pick<Core, 'imagine'> {
  return { imagine: (actor, input, origin) => imagine(deps, actor, input, origin) };
}

/**
 * Asks for a grid. What the input lacks follows the user's settings, then the defaults; pins and code win over what is
 * taken from another grid. Whatever is given to the cells is pinned in the new grid too, so that its reroll keeps it.
 *
 * @throws KaleidoError `empty_prompt`, `prompt_too_long`, `bad_option`, `unknown_kind`, `bad_pin` or `bad_latent_code`
 * @throws CoreError `saved_pin_unknown`, `nothing_known`, `bad_value` for a style or alternatives that cannot be, and
 * those of `ownPictures` and `ask`
 */
export async function imagine(
  deps: CoreDeps,
  actor: Actor,
  input: ImagineInput,
  origin: Origin,
  taken?: Taken,
): Promise<AcceptedNow> {
  const { store, model } = deps;
  const [policy, own, saved] = await Promise.all([
    policyOf(deps, actor),
    store.settings.user(actor),
    input.pins === undefined ? [] : store.settings.savedPins(actor),
  ]);
  const codes = input.code === undefined ? [] : [`code=${input.code}`];
  const written = readPins([...(input.pins ?? []), ...codes], model, saved);
  const pictures = await ownPictures(deps, actor, input, policy, taken?.parent.settings.own);
  const asked = { ...input, ...keptOfPicture(input, pictures.own, taken), prompt: pictures.prompt };
  const request = checkRequest(deps, actor, asked, own, { ...taken?.latents, ...written.latents });
  const { pinned, prompt, prompts } = request;
  const painter = painterOf(deps, policy, input, taken);
  const kept = taken?.parent.settings.aspect ?? written.aspect;
  const painters = modelsIn(deps, policy).allowed.filter((one) => one !== KALEIDO);
  const { aspectsOf } = await shapesHere(deps, input.aspect ?? kept);
  const settings = {
    ...request.settings,
    ...(pictures.own.length === 0 ? {} : { own: pictures.own }),
    ...withoutUndefined({
      painter,
      aspect: aspectFor({ painters, aspectsOf }, { asked: input.aspect, kept }, painter),
    }),
    isPrivate: isPrivate(actor, input, origin, own, taken),
  };
  const isReplay = taken !== undefined || input.code !== undefined;
  const wanted: Request = {
    parent: taken?.parent ?? null,
    origin: input.isPlanOnly ? 'plan' : isReplay ? 'replay' : 'imagine',
    prompt,
    settings,
    tasks: newTasks(request, await pictures.atHand(written), taken && (await pictures.atHand(taken))),
    pins: pinsOf(presentKinds(pinned)),
    check: () => {
      // An engine may know what memory does not.
      if (settings.painter === undefined) requireKnown(prompts, readOptionsOf(settings), pinned, model);
    },
  };
  return pictures.keptFor(() => ask(deps, actor, wanted, policy, origin));
}

/**
 * Who paints it, if not Kaleido itself: whom the request names, or who painted the grid that it is made of.
 *
 * @throws CoreError `bad_value` where nobody is called so, `model_refused` where admins do not allow it
 */
function painterOf(
  deps: CoreDeps,
  policy: Required<Policy>,
  { model, moods }: ImagineInput,
  taken?: Taken,
): string | undefined {
  if (moods !== undefined) return undefined;
  const { offered, allowed, usual } = modelsIn(deps, policy);
  if (model === undefined) return taken === undefined ? painterCalled(usual) : taken.parent.settings.painter;
  const named = modelNamed(model, [...offered, KALEIDO]);
  const choices = offered.length === 0 ? [KALEIDO] : allowed;
  if (named === undefined) throw new CoreError('bad_value', { option: 'model', why: 'not_choice', choices });
  if (!choices.includes(named)) throw new CoreError('model_refused', { model: named, choices });
  return painterCalled(named);
}

/** As the request says, or the place that it comes from, or else the user's settings. */
function isPrivate(actor: Actor, input: ImagineInput, origin: Origin, own: UserSettings, taken?: Taken): boolean {
  const asked = input.isPrivate ?? origin.isPrivate;
  const isOwnPrivate = own.isPrivate ?? false;
  return taken === undefined ? (asked ?? isOwnPrivate) : isChildPrivate(actor, taken.parent, asked, isOwnPrivate);
}

/**
 * How much of the picture that it begins from is kept, where there is one: as somebody says, or as in the grid that
 * brought it. What a person likes of remembered artwork says nothing of pictures.
 */
function keptOfPicture({ own = [], strength }: ImagineInput, all: readonly OwnPicture[], taken?: Taken) {
  if (!all.some(({ isWhole }) => isWhole)) return {};
  const before = own.some(({ isWhole }) => isWhole) ? undefined : taken?.parent.settings.recall;
  return {
    recall: strength === undefined && before !== undefined ? before : recallOfStrength(strength ?? DEFAULT_STRENGTH),
  };
}

/** A task for each cell; the prompts go round. */
function newTasks(
  { pinned, kinds, prompt, prompts, settings }: ReturnType<typeof checkRequest>,
  written: ReturnType<typeof readPins>,
  taken?: Taken,
): CellTask[] {
  const origins = { ...given(pinned, 'kept').origins, ...given(written.latents, 'pinned').origins };
  const lost = [...written.lost, ...(taken?.lost ?? []).filter(({ kind }) => written.latents[kind] === undefined)];
  const draft = written.draft ?? taken?.draft ?? null;
  return Array.from({ length: settings.count }, (_, index) => {
    const own = prompts.length === 1 && prompts[0] === prompt ? null : prompts[index % prompts.length]!;
    return newCell({ latents: pinned, origins, lost, draft, prompt: own }, kinds, cellSeed(settings.seed, index));
  });
}

/** The request as the engine will take it, so that nothing is queued that cannot be painted. */
function checkRequest(
  { model }: CoreDeps,
  { locale }: Actor,
  input: ImagineInput,
  own: UserSettings,
  latents: Latents,
) {
  const prompt = cleanPrompt(input.prompt);
  const prompts = alternativesOf(prompt);
  const style = input.style === undefined ? undefined : findStyle(input.style, model.manifest.styles);
  const without = input.without === undefined ? undefined : cleanPrompt(input.without) || undefined;
  const kinds = input.kinds?.map((name) => findKind(name, model.manifest));
  const moods = moodsOf(input, model, locale);
  const settings: GenerationSettings = withoutUndefined({
    // Each alternative is seen, unless somebody says how many.
    count: moods?.length ?? input.count ?? Math.max(own.count ?? DEFAULT_COUNT, prompts.length),
    variety: input.variety ?? own.variety ?? DEFAULT_VARIETY,
    seed: input.seed ?? drawSeed(),
    guidance: input.guidance ?? own.guidance,
    steps: input.steps ?? own.steps,
    sampler: input.sampler,
    // What a person likes of grids would make the bodies of a pack differ.
    recall: input.recall ?? (moods ? undefined : own.recall),
    moods,
    isMoving: moods && input.isMoving ? true : undefined,
    style,
    without,
    locale,
    showLatents: input.showLatents ?? own.showLatents ?? false,
    isPrivate: false,
    isSpoiler: false,
  });
  const { count, variety, seed, guidance, steps, sampler, recall } = settings;
  const asked = { count, variety, seed, pinned: latents, kinds, recall, style, without, locale, moods };
  const plan = checkPlanRequest({ ...asked, prompt }, model);
  // An alternative may be empty.
  for (const one of prompts) checkPlanRequest({ ...asked, prompt: one }, model);
  checkPaintRequest({ prompt, guidance, steps, sampler, cells: [{ latents, logLikelihood: 0, seed }] }, model);
  return { ...plan, prompts, settings: kinds === undefined ? settings : { ...settings, kinds: plan.kinds } };
}

/** @throws CoreError `bad_value` for what is no mood */
function moodsOf({ moods }: ImagineInput, model: CoreDeps['model'], locale?: string): MoodName[] | undefined {
  if (moods === undefined) return undefined;
  const found = findMoods(moods, model, locale);
  return found.length === 0 ? [...USUAL_MOODS] : found;
}

/** The prompt on one line, and as text that every database stores: no control characters, no halves of characters. */
function cleanPrompt(prompt: string): string {
  return Buffer.from(prompt)
    .toString()
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
}
