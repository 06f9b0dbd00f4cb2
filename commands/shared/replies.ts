import type { Card } from '../../src/chat/card.js';
import type { CommandContext } from '../../src/chat/command.js';
import { message } from '../../src/chat/replies.js';
import type { Block, MessageReply } from '../../src/chat/reply.js';
import type { Generation } from '../../src/core/types.js';

export function text(words: string): Block {
  return { type: 'text', text: words };
}

/** The card of a generation as it is now. */
export async function cardOf({ actor, cards, core }: CommandContext, generation: Generation): Promise<Card> {
  return cards.build({ generation, pins: await core.pins(actor, generation.id), locale: actor.locale });
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
