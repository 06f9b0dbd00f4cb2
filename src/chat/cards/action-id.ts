/**
 * Ids of buttons, selects and modals: `k1:verb:generation[:argument…]`. Everything that a press means is in its id and
 * in the database, so that buttons outlive every process. The number goes up when the meaning of an id changes; ids of
 * an older version are then foreign.
 */
export const ACTION_VERBS = [
  /** Samples every cell again. */
  'reroll-all',
  /** cell */
  'reroll',
  /** Select: pin codes; what is chosen is pinned, what is not is unpinned. */
  'pins',
  /** kind; select: at most one cell, whose value of the kind goes to all. */
  'pin-kind',
  /** Shows all latents of all cells. */
  'latents',
  /** Select: the cell whose panel is shown. */
  'cell',
  /** cell */
  'variations',
  /** cell */
  'upscale',
  /** cell */
  'deliver',
  /** cell; opens a modal for the name. */
  'emoji',
  /** cell; opens a modal for the name. */
  'sticker',
  /** cell */
  'code',
  /** cell, kind; opens a modal for the new value. */
  'edit',
  /** Opens a modal for the cell of each kind. */
  'splice',
  /** cell; opens a modal for the name. */
  'save-pin',
  /** Select: the planned cells to paint; a button paints all. */
  'paint',
  'cancel',
  /** Asks whether it is meant. */
  'delete',
  /** Deletes. */
  'delete-now',
  'retry',
  /** Adds a pack to the space: a button for all of it, and a select of the cells to add. */
  'pack-add',
  /** Select: the cells of a pack to add to the space as stickers. */
  'pack-stickers',
  /** Select: the cells of a pack to draw again. */
  'pack-redo',
  /** A pack in one file: a button for all of it, and a select of the cells to have. */
  'pack-zip',
  /** addition; takes out again what was added. */
  'pack-undo',
  /** addition; tries again what failed. */
  'pack-retry',
  /** Forgets whoever was asked; in place of a generation there is a mark of who that was. */
  'forget-now',
  /** Asks for a grid of a prompt; in place of a generation there is what `formatPromptCode` makes of it. */
  'imagine',
] as const;

/** What a press does. */
export type ActionVerb = (typeof ACTION_VERBS)[number];

/** What an action's id says. */
export interface ActionTarget {
  verb: ActionVerb;
  generationId: string;
  args: readonly string[];
}

const VERSION = 'k1';
/** Discord's limit for a `custom_id` is the tightest: 1–100 characters (docs/components/reference.mdx). */
const MAX_LENGTH = 100;
const PART = /^[\w.~-]+$/;

const MODAL_VERBS: readonly ActionVerb[] = ['edit', 'splice', 'emoji', 'sticker', 'save-pin'];

/** Whether an id of these parts has room. */
export function fitsAction(verb: ActionVerb, part: string): boolean {
  return PART.test(part) && [VERSION, verb, part].join(':').length <= MAX_LENGTH;
}

/**
 * Writes an id.
 * @throws RangeError when it would be longer than 100 characters or a part has others than letters, digits and `_.~-`
 */
export function formatActionId(verb: ActionVerb, generationId: string, ...args: readonly (string | number)[]): string {
  const parts = [verb, generationId, ...args.map(String)];
  const wrong = parts.find((part) => !PART.test(part));
  if (wrong !== undefined) throw new RangeError(`"${wrong}" cannot be part of an action id.`);
  const id = [VERSION, ...parts].join(':');
  if (id.length > MAX_LENGTH) throw new RangeError(`The action id "${id}" is longer than ${MAX_LENGTH} characters.`);
  return id;
}

/** Reads an id; null for one that is not ours or of another version. */
export function parseActionId(id: string): ActionTarget | null {
  if (id.length > MAX_LENGTH) return null;
  const [version, name, generationId, ...args] = id.split(':');
  const verb = ACTION_VERBS.find((known) => known === name);
  if (version !== VERSION || verb === undefined || generationId === undefined) return null;
  if (![generationId, ...args].every((part) => PART.test(part))) return null;
  return { verb, generationId, args };
}

/**
 * Whether a press of this button is answered with a modal. Platforms open one only as the first response to an event,
 * so such a press must not be deferred; the form's submission, which has the same id, may be.
 */
export function opensModal(id: string): boolean {
  const target = parseActionId(id);
  return target !== null && MODAL_VERBS.includes(target.verb);
}
