import type { SavedThing } from '../../core/index.js';
import { KIND_NAMES, kindList, kindNamed, LATENT_KINDS, presentKinds } from '../../engine/latents/index.js';
import { shorten } from '../text/index.js';
import type { SuggestContext } from './command.js';

/** A value for an option, and the words that it is chosen by. */
export interface Suggestion {
  value: string;
  label: string;
}

/** Discord's limits for one suggestion, and for their number. */
const LONGEST = 100;
const MOST = 25;

/** Suggestions that contain what was typed, those beginning with it first, within Discord's limits. */
export function matching(suggestions: readonly Suggestion[], partial: string): Suggestion[] {
  const typed = partial.trim().toLowerCase();
  const place = ({ value, label }: Suggestion) => {
    const at = [value, label].map((text) => text.toLowerCase().indexOf(typed)).filter((index) => index >= 0);
    return at.length === 0 ? -1 : Math.min(...at);
  };
  return suggestions
    .filter((one) => one.value.length <= LONGEST && place(one) >= 0)
    .sort((a, b) => Math.min(1, place(a)) - Math.min(1, place(b)))
    .slice(0, MOST)
    .map(({ value, label }) => ({ value, label: shorten(label, LONGEST) }));
}

/** The recent generations of the actor, with their prompts. */
export async function suggestIds({ actor, core, partial }: SuggestContext): Promise<Suggestion[]> {
  const recent = await core.history(actor, { mine: true, limit: MOST });
  return matching(
    recent.map(({ id, prompt }) => ({ value: id, label: `${prompt} (${id})` })),
    partial,
  );
}

/** Saved pins, for an option that takes the name of one. */
export async function suggestSavedPins({ actor, core, partial }: SuggestContext): Promise<Suggestion[]> {
  const saved = await core.savedPins(actor);
  return matching(
    saved.map(({ name, latents }) => ({ value: name, label: `${name}: ${kindList(presentKinds(latents))}` })),
    partial,
  );
}

/**
 * Completes the last words of a prompt with things and moods. What was typed comes first, so that Enter leaves it as it
 * is; in a terminal only the last word is asked about, and nothing is chosen unasked.
 */
export async function suggestThings({ actor, core, partial }: SuggestContext): Promise<Suggestion[]> {
  const typed = partial.trimStart();
  const own = ownCompletions(typed, await core.savedThings(actor));
  const found = [...own, ...core.completions(typed, MOST)].map((value) => ({ value, label: value }));
  const asTyped = actor.platform === 'terminal' || typed.trim() === '' ? [] : [{ value: typed, label: typed }];
  return [...asTyped, ...found].filter(({ value }) => value.length <= LONGEST).slice(0, MOST);
}

/** The prompt as it goes on where its last word begins the name of something that is kept. */
function ownCompletions(typed: string, things: readonly SavedThing[]): string[] {
  const [, before = '', word = ''] = /^([\s\S]*?)(\S+)$/.exec(typed) ?? [];
  if (word === '') return [];
  const names = things.filter(({ name }) => name.toLowerCase().startsWith(word.toLowerCase()));
  return [...new Set(names.map(({ name }) => before + name))];
}

/** Saved things, for an option that takes the name of one. */
export async function suggestOwnThings({ actor, core, partial }: SuggestContext): Promise<Suggestion[]> {
  const things = await core.savedThings(actor);
  return matching(
    things.map(({ name }) => ({ value: name, label: name })),
    partial,
  );
}

/** What may paint where the actor is, the usual one first. */
export async function suggestModels({ actor, core, partial }: SuggestContext): Promise<Suggestion[]> {
  const { allowed, usual } = await core.models(actor);
  const models = [usual, ...allowed.filter((model) => model !== usual)];
  return matching(
    models.map((model) => ({ value: model, label: model })),
    partial,
  );
}

/** Completes the last kind of a list with commas between them. */
export async function suggestKinds({ partial }: SuggestContext): Promise<Suggestion[]> {
  const before = partial.split(/[\s,;]+/);
  const typed = before.pop() ?? '';
  const left = LATENT_KINDS.filter((kind) => !before.some((word) => kindNamed(word) === kind));
  return matching(
    left.map((kind) => ({ value: KIND_NAMES[kind], label: KIND_NAMES[kind] })),
    typed,
  ).map(({ value }) => {
    const list = [...before.filter((word) => word !== ''), value].join(', ');
    return { value: list, label: list };
  });
}

/** Saved pins by name, and the beginnings of pins by value. */
export async function suggestPins(context: SuggestContext): Promise<Suggestion[]> {
  const kinds = Object.values(KIND_NAMES).map((name) => ({ value: `${name}=`, label: `${name}=…` }));
  return [...(await suggestSavedPins(context)), ...matching(kinds, context.partial)].slice(0, 25);
}
