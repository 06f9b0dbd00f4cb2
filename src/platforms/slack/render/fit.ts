import { clip } from '../../../chat/text/index.js';
import type { SlackBlock } from './blocks.js';

/**
 * Characters that all texts of one message may have together. Slack tells of no such limit, yet answers
 * `msg_blocks_too_long` from somewhere between 11,000 and 13,000 on.
 */
const MOST_TEXT = 10_500;
/** What shows only when a menu is opened or a button pressed. */
const UNSEEN: ReadonlySet<string> = new Set(['options', 'initial_option', 'initial_options', 'confirm']);
/** Least that is left of a text; what has less room goes. */
const LEAST = 20;

/** Characters of all texts that blocks show, at any depth. */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, item]) => {
    if (UNSEEN.has(key)) return sum;
    const isText = (key === 'text' || key === 'alt_text') && typeof item === 'string';
    return sum + (isText ? item.length : textLength(item));
  }, 0);
}

/**
 * Blocks as one message may have them: cut from the end where their number or their texts together are too much.
 *
 * @param body what may be cut
 * @param actions what stays whole, behind it
 * @param mostBlocks of both together
 */
export function fitted(body: readonly SlackBlock[], actions: readonly SlackBlock[], mostBlocks: number): SlackBlock[] {
  const rows = actions.slice(0, mostBlocks - 1);
  let room = MOST_TEXT - textLength(rows);
  const kept: SlackBlock[] = [];
  for (const block of body.slice(0, mostBlocks - rows.length)) {
    const length = textLength(block);
    const whole = length <= room ? block : cut(block, room);
    if (whole === null) continue;
    kept.push(whole);
    room -= Math.min(length, room);
  }
  return [...kept, ...rows];
}

/** A block with its one text cut; null for one that cannot be, or for which there is no room. */
function cut(block: SlackBlock, room: number): SlackBlock | null {
  if (room < LEAST) return null;
  if (block.type === 'section' && block.text)
    return { ...block, text: { ...block.text, text: clip(block.text.text, room) } };
  if (block.type === 'image') return { ...block, alt_text: clip(block.alt_text, room) };
  const [element] = block.type === 'context' ? block.elements : [];
  if (block.type !== 'context' || element?.type !== 'plain_text') return null;
  return { ...block, elements: [{ ...element, text: clip(element.text, room) }] };
}
