import type { ButtonAction } from '../../../chat/cards/index.js';
import { formatActionId } from '../../../chat/cards/index.js';
import type { Translate } from '../../../chat/i18n/index.js';
import { message } from '../../../chat/replies/index.js';
import { type DiscordMessage, renderReply } from '../render/index.js';
import type { PackItem, PackState } from './pack-state.js';

const NO_FILES = 0;

type Verb = 'pack-undo' | 'pack-retry';
type Label = 'pack_undo' | 'pack_retry';

/**
 * How far a pack is, with what can be done about it when nothing is under way.
 * @param id of the addition
 * @param waitMs until Discord takes more, in milliseconds; null when nothing waits for that
 */
export function packMessage(id: string, { pack }: PackState, waitMs: number | null, t: Translate): DiscordMessage {
  const { items, generationId } = pack;
  const of = (state: PackItem['state']) => items.filter((one) => one.state === state);
  const button = (verb: Verb, key: `action.${Label}`, emoji: string): ButtonAction => {
    return { type: 'button', id: formatActionId(verb, generationId, id), label: t(key), emoji, style: 'secondary' };
  };
  const isOver = of('waiting').length + of('removing').length === 0;
  const actions = [
    ...(of('added').length > 0 ? [button('pack-undo', 'action.pack_undo', '↩️')] : []),
    ...(of('failed').length > 0 ? [button('pack-retry', 'action.pack_retry', '🔁')] : []),
  ];
  const blocks = sentences(pack, waitMs, t).map((text) => ({ type: 'text' as const, text }));
  return renderReply(message(blocks, { actions: isOver && actions.length > 0 ? [actions] : [] }), t, NO_FILES);
}

function sentences({ items, use }: PackState['pack'], waitMs: number | null, t: Translate): string[] {
  const of = (state: PackItem['state']) => items.filter((one) => one.state === state);
  const [added, failed, removed, waiting, removing] = [
    of('added'),
    of('failed'),
    of('removed'),
    of('waiting'),
    of('removing'),
  ];
  const minutes = Math.max(1, Math.round((waitMs ?? 0) / 60_000));
  if (removing.length > 0 && waitMs !== null) return [t('pack.removal_waits', { use, minutes })];
  if (removing.length > 0) return [t('pack.removing')];
  const counts = { use, done: added.length, count: items.length - removed.length };
  if (waiting.length > 0)
    return [waitMs === null ? t('pack.progress', counts) : t('pack.waits', { ...counts, minutes })];
  const names = added.map(({ name }) => name).join(', ');
  return [
    ...(removed.length > 0 ? [t('pack.removed', { use, count: removed.length })] : []),
    ...(removed.length > 0 && added.length === 0
      ? []
      : [t('pack.done', { use, done: added.length, names: names || 'none' })]),
    ...(failed.length > 0
      ? [
          t('pack.failed', {
            count: failed.length,
            names: failed.map(({ name }) => name).join(', '),
            problem: failed[0]!.problem ?? '',
          }),
        ]
      : []),
  ];
}
