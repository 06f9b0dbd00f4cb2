import { describe, expect, it } from 'vitest';
import type { Block, MessageReply } from '../../../../../src/chat/replies/reply.js';
import { renderReply } from '../../../../../src/platforms/discord/render/reply-message.js';
import { t } from '../support.js';

const reply = (blocks: Block[], changes: Partial<MessageReply> = {}): MessageReply => ({
  type: 'message',
  isPrivate: true,
  isError: false,
  blocks,
  pictures: [],
  actions: [],
  ...changes,
});

describe('renderReply', () => {
  it('says one line as plain content', () => {
    const { body } = renderReply(reply([{ type: 'text', text: 'Saved *it*.' }]), t, 99);
    expect(body).toMatchObject({ content: 'Saved \\*it\\*.', embeds: [], allowed_mentions: { parse: [] } });
  });

  it('marks an error', () => {
    const { body } = renderReply(reply([{ type: 'text', text: 'No.' }], { isError: true }), t, 99);
    expect(body.content).toBe('⚠️ No.');
  });

  it('lays out blocks in an embed', () => {
    const blocks: Block[] = [
      { type: 'heading', text: 'Quota' },
      { type: 'facts', facts: [{ label: 'Today', value: '3 of 50' }] },
      { type: 'list', items: ['a', '@everyone'] },
      { type: 'code', text: 'kl1-abc' },
    ];
    const { body } = renderReply(reply(blocks), t, 99);
    expect(body.embeds[0]?.description).toBe('**Quota**\n**Today** 3 of 50\n- a\n- @\u200beveryone\n```\nkl1-abc\n```');
  });

  it('fits endless blocks, and leaves no code block open', () => {
    const blocks: Block[] = [
      { type: 'list', items: Array.from({ length: 40 }, () => '*long* '.repeat(200)) },
      { type: 'code', text: 'line\n'.repeat(2000) },
    ];
    for (const some of [blocks, blocks.toReversed()]) {
      const description = renderReply(reply(some), t, 99).body.embeds[0]?.description ?? '';
      expect(description.length).toBeLessThanOrEqual(4096);
      expect((description.match(/^```$/gm) ?? []).length % 2).toBe(0);
      expect(description).toContain('…');
    }
  });

  it('leaves out pictures that are too large, and says so', () => {
    const picture = { file: Buffer.alloc(100), name: 'a.png', altText: 'A' };
    const { body, files } = renderReply(reply([{ type: 'text', text: 'Here' }], { pictures: [picture] }), t, 99);
    expect(files).toEqual([]);
    expect(body.embeds[0]?.description).toContain(t('discord.picture_too_large'));
  });
});
