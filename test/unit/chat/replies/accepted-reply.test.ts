import { describe, expect, it } from 'vitest';
import type { CardBuilder } from '../../../../src/chat/cards/index.js';
import { acceptedReply, type ReplyContext } from '../../../../src/chat/replies/reply.js';
import type { AcceptedNow } from '../../../../src/core/index.js';
import { StoreError } from '../../../../src/store/errors.js';
import { actorOf } from '../../../support/people.js';

const ACCEPTED = { generation: { id: 'g1' }, delivery: { id: 'd1' }, position: null } as unknown as AcceptedNow;

/** Whose cards fail to be built. */
function context(error: Error): ReplyContext {
  const core = { pins: async () => [] } as unknown as ReplyContext['core'];
  const cards = { build: () => Promise.reject(error) } as unknown as CardBuilder;
  return { actor: actorOf({}), core, cards };
}

describe('the answer to an accepted request', () => {
  it('leaves the card to the delivery where the database goes away now: nobody is told to ask again', async () => {
    const away = new StoreError('database_unavailable', { why: 'unreachable', code: 'P1001', detail: '' });
    expect(await acceptedReply(context(away), ACCEPTED)).toEqual({ type: 'told' });
  });

  it('hides no fault of ours', async () => {
    await expect(acceptedReply(context(new TypeError('a fault')), ACCEPTED)).rejects.toThrow('a fault');
  });
});
