import { describe, expect, it } from 'vitest';
import { progressBar, renderCard } from '../../../../../src/platforms/discord/render/card-message.js';
import { card, cell, t } from '../support.js';

const options = { t, isNotifying: false, fileLimit: 10_000 };
const NASTY = '@everyone <@1> **x** `y` [a](https://b.example) # ||z|| ';

describe('renderCard', () => {
  it('shows prompt, requester, one line a cell and the facts', () => {
    const { content, embeds } = renderCard(card({ cells: [cell(1), cell(2)] }), options).body;
    expect(content).toBe('**a cat** · <@80351110224678912>');
    expect(embeds[0]?.description?.split('\n')).toHaveLength(2);
    expect(embeds[0]?.description).toContain('🎨 red, teal');
    expect(embeds[0]?.footer?.text).toBe('Seed 7');
  });

  it('gives the picture its alt text', () => {
    const { body, files } = renderCard(card(), options);
    expect(body.attachments).toEqual([{ id: 0, filename: 'grid.png', description: 'A cat on a sofa.' }]);
    expect(files).toEqual([{ name: 'grid.png', data: Buffer.from('a picture') }]);
  });

  it('takes the earlier picture off when there is none', () => {
    expect(renderCard(card({ picture: null }), options).body.attachments).toEqual([]);
  });

  it('hides the picture of a spoiler', () => {
    expect(renderCard(card({ isSpoiler: true }), options).files[0]?.name).toBe('SPOILER_grid.png');
  });

  it('leaves a picture out that is too large, and says so', () => {
    const { body, files } = renderCard(card(), { ...options, fileLimit: 3 });
    expect(files).toEqual([]);
    expect(body.embeds[0]?.description).toContain(t('discord.picture_too_large'));
  });

  it('notifies the requester only when told to, and nobody else ever', () => {
    const nasty = card({ title: NASTY, status: NASTY, cells: [cell(1, NASTY)], notices: [NASTY] });
    expect(renderCard(nasty, options).body.allowed_mentions).toEqual({ parse: [] });
    expect(renderCard(nasty, { ...options, isNotifying: true }).body.allowed_mentions).toEqual({
      parse: [],
      users: ['80351110224678912'],
    });
  });

  it('lets no text be markup or a mention', () => {
    const { content, embeds } = renderCard(
      card({ title: NASTY, status: NASTY, cells: [cell(1, NASTY)], notices: [NASTY] }),
      options,
    ).body;
    for (const text of [content, embeds[0]?.description ?? '']) {
      expect(text).not.toContain('@everyone');
      expect(text).not.toMatch(/(?<!\\)<@1>/);
      expect(text).not.toMatch(/(?<!\\)\[a/);
      expect(text).not.toMatch(/https:\/\//);
    }
  });

  it('fits nine cells of endless latents into the limits, each cell on its line', () => {
    const long = '*_long description_* '.repeat(300);
    const cells = Array.from({ length: 9 }, (_, index) => cell(index + 1, long));
    const { content, embeds } = renderCard(
      card({
        title: long,
        status: long,
        cells,
        notices: Array.from({ length: 20 }, () => long),
        facts: Array.from({ length: 30 }, () => ({ label: long, value: long })),
      }),
      options,
    ).body;
    const [embed] = embeds;
    const description = embed?.description ?? '';
    expect(content.length).toBeLessThanOrEqual(2000);
    expect(description.length).toBeLessThanOrEqual(4096);
    expect(description.length + (embed?.footer?.text.length ?? 0)).toBeLessThanOrEqual(6000);
    for (const { number } of cells) expect(description).toMatch(new RegExp(`^\\*\\*${number}\\*\\* .*📦 \\S`, 'm'));
  });

  it('gives the room that short latents leave to longer ones', () => {
    const description = 'a long description '.repeat(15).trim();
    const one = cell(1, 'short');
    const [first, ...rest] = one.latents;
    const cells = Array.from({ length: 9 }, (_, i) => ({
      ...one,
      number: i + 1,
      latents: [{ ...first!, text: description }, ...rest],
    }));
    expect(renderCard(card({ cells }), options).body.embeds[0]?.description).toContain(description);
  });

  it('marks what is pinned, edited and changed', () => {
    const { latents } = cell(1);
    const [description, palette, boxes] = latents;
    const changed = {
      number: 1,
      isPinned: true,
      latents: [
        { ...description!, origin: 'edited' as const },
        { ...palette!, isPinned: true },
        { ...boxes!, isChanged: true },
      ],
    };
    const line = renderCard(card({ cells: [changed] }), options).body.embeds[0]?.description;
    expect(line).toBe('**1** 📌 📝✏️ red, teal  🎨📌 red, teal  📦 __red, teal__');
  });

  it('draws progress as a bar', () => {
    expect(renderCard(card({ state: 'painting', progress: 0.5 }), options).body.content).toContain('▰▰▰▰▰▰▱▱▱▱▱▱ 50 %');
  });
});

describe('progressBar', () => {
  it.each([
    [-1, '▱▱▱▱▱▱▱▱▱▱▱▱ 0 %'],
    [2, '▰▰▰▰▰▰▰▰▰▰▰▰ 100 %'],
  ])('stays in its bounds at %d', (progress, bar) => expect(progressBar(progress)).toBe(bar));
});
