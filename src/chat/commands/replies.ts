import type { Card } from '../cards/index.js';
import { type Block, type MessageReply, message } from '../replies/index.js';

export function text(words: string): Block {
  return { type: 'text', text: words };
}

/** A card as a message of its own, for somebody who looks at a generation again: the delivered message stays as it is. */
export function cardMessage(card: Card, more: Block[] = []): MessageReply {
  const cells = card.cells.flatMap(({ number, latents }) =>
    latents.map(({ emoji, text: line, isPinned }) => `${number} ${emoji} ${line}${isPinned ? ' 📌' : ''}`),
  );
  const blocks: Block[] = [
    { type: 'heading', text: card.title },
    ...(card.status === null ? [] : [text(card.status)]),
    ...(cells.length === 0 ? [] : [{ type: 'list' as const, items: cells }]),
    { type: 'facts', facts: card.facts },
    ...card.notices.map(text),
    ...more,
  ];
  return message(blocks, { pictures: card.picture === null ? [] : [card.picture], actions: card.actions });
}
