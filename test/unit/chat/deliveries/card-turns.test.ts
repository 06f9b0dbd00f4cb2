import { describe, expect, it } from 'vitest';
import type { Card } from '../../../../src/chat/cards/card.js';
import { CardTurns } from '../../../../src/chat/deliveries/card-turns.js';
import type { Delivery, MessageRef } from '../../../../src/core/types.js';

const first: MessageRef = { channelId: 'c', messageId: '1' };
const second: MessageRef = { channelId: 'c', messageId: '2' };

const delivery = (message: MessageRef | null = null): Delivery => ({
  id: 'd',
  generationId: 'g',
  platform: 'slack',
  address: {},
  message,
  attempts: 1,
});

const card = (state: Card['state']): Card => ({
  generationId: 'g',
  state,
  title: '',
  requesterId: 'u',
  status: null,
  progress: null,
  cells: [],
  facts: [],
  notices: [],
  picture: null,
  isPrivate: false,
  isSpoiler: false,
  actions: [],
});

/** Turns over a row that keeps its message, as the database does. */
function turnsOver(row: Delivery | null): CardTurns {
  return new CardTurns({
    find: async () => row,
    shown: async (_id, message) => {
      if (row !== null) row.message = message;
    },
  });
}

describe('showing', () => {
  it('hands over the message that shows the generation: of the delivery, else shown before, else on record', async () => {
    const seen: (MessageRef | null)[] = [];
    const turns = turnsOver(delivery(second));
    const see = (ref: MessageRef | null) => async (message: MessageRef | null) => {
      seen.push(message);
      return ref;
    };
    await turns.show(delivery(), false, see(null));
    await turns.show(delivery(), false, see(first));
    await turns.show(delivery(), false, see(first));
    await turns.show(delivery(second), false, see(second));
    expect(seen).toEqual([second, second, first, second]);
  });

  it('passes over progress after the result, but not a result after one that failed', async () => {
    const turns = turnsOver(delivery());
    const failing = turns.show(delivery(), true, () => Promise.reject(new Error('down')));
    await expect(failing).rejects.toThrow('down');
    await expect(turns.show(delivery(), false, async () => first)).resolves.toEqual(first);
    await expect(turns.show(delivery(), true, async () => first)).resolves.toEqual(first);
    await expect(turns.show(delivery(), false, async () => second)).resolves.toBeNull();
    await expect(turns.show(delivery(), true, async () => second)).resolves.toEqual(second);
  });

  it('has one turn at a time', async () => {
    const turns = turnsOver(delivery());
    const order: string[] = [];
    const take = (name: string) => async () => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(`${name} ends`);
      return first;
    };
    await Promise.all([turns.show(delivery(), false, take('a')), turns.show(delivery(), true, take('b'))]);
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });
});

describe('the first card', () => {
  it('is shown once, and where it was posted is on record at once', async () => {
    const row = delivery();
    const turns = turnsOver(row);
    expect(await turns.first('g', (found) => turns.posted(found, first))).toBe(true);
    expect(row.message).toEqual(first);
    expect(await turns.first('g', () => Promise.reject(new Error('shown twice')))).toBe(false);
  });

  it('is none where progress was faster, or the delivery is gone', async () => {
    const never = () => Promise.reject(new Error('shown'));
    expect(await turnsOver(delivery(first)).first('g', never)).toBe(false);
    expect(await turnsOver(null).first('g', never)).toBe(false);
  });
});

describe('an edit that a person led to', () => {
  it('is passed over when its card is of a time before the result that is shown', async () => {
    const turns = turnsOver(delivery());
    const edits: string[] = [];
    const change = (state: Card['state']) => turns.change(card(state), async () => void edits.push(state));
    await change('painting');
    await turns.show(delivery(), true, async () => first);
    await change('painting');
    await change('done');
    expect(edits).toEqual(['painting', 'done']);
  });
});

describe('removal', () => {
  it('is done where nothing was shown, and asks the platform otherwise', async () => {
    const asked: MessageRef[] = [];
    const remove = async (message: MessageRef) => {
      asked.push(message);
      return false;
    };
    expect(await turnsOver(null).withdraw(delivery(), remove)).toBe(true);
    expect(await turnsOver(null).withdraw(delivery(first), remove)).toBe(false);
    expect(asked).toEqual([first]);
  });
});
