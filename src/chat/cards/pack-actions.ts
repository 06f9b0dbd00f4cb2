import type { Generation } from '../../core/index.js';
import type { Translate } from '../i18n/index.js';
import { formatActionId } from './action-id.js';
import type { Action, ButtonAction, SelectAction } from './card.js';

/** What can be done with a pack, beside what can be done with every grid. */
export interface PackActionParts {
  button: (
    verb: 'pack-add' | 'pack-zip' | 'reroll-all',
    emoji: string,
    label: string,
    isFirst: boolean,
  ) => ButtonAction;
  /** The panel of one picture. */
  cells: SelectAction;
  remove: ButtonAction;
}

/** Where platforms let an app add emoji and stickers. */
const TAKES_EMOJI: ReadonlySet<string> = new Set(['discord']);

/** Adding all or some of it, having it as a file, drawing some of it again, or all with other artwork. */
export function packActions(
  generation: Generation,
  t: Translate,
  { button, cells, remove }: PackActionParts,
): Action[][] {
  const { platform, spaceId } = generation;
  const canAdd = TAKES_EMOJI.has(platform) && spaceId !== null;
  const add = canAdd ? [button('pack-add', '➕', t('action.pack_add_all'), true)] : [];
  const zip = button('pack-zip', '📦', t('action.pack_zip_all'), !canAdd);
  const other = button('reroll-all', '🔁', t('action.pack_other'), false);
  return [
    [...add, zip, other, remove],
    ...(canAdd ? (['pack-add', 'pack-stickers'] as const) : (['pack-zip'] as const)).map((verb) => [
      moodMenu(verb, generation, t),
    ]),
    [moodMenu('pack-redo', generation, t)],
    [cells],
  ];
}

const PLACEHOLDERS = {
  'pack-add': 'action.pack_add',
  'pack-stickers': 'action.pack_stickers',
  'pack-zip': 'action.pack_zip',
  'pack-redo': 'action.pack_redo',
} as const;

function moodMenu(verb: keyof typeof PLACEHOLDERS, generation: Generation, t: Translate): SelectAction {
  const { id, cells, settings } = generation;
  const options = cells.map(({ index }) => ({
    value: String(index),
    label: t('action.pack_option', { cell: index + 1, mood: moodWord(settings.moods?.[index], t) }),
    isChosen: false,
  }));
  const placeholder = t(PLACEHOLDERS[verb]);
  return { type: 'select', id: formatActionId(verb, id, 'some'), placeholder, options, min: 1, max: options.length };
}

/** What people call a mood. */
export function moodWord(mood: string | undefined, t: Translate): string {
  return t('pack.mood', { mood: mood ?? 'other' });
}
