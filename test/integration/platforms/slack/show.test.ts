import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeliveryError } from '../../../../src/chat/platform.js';
import { Bench, card, done, message, png } from './bench.js';

let bench: Bench;

beforeEach(async () => {
  bench = await Bench.start();
});

afterEach(() => bench.stopInOrder());

const fileOf = (blocks: readonly Record<string, unknown>[]) => blocks.find(({ type }) => type === 'image')?.slack_file;

describe('a generation', () => {
  it('is one message from its place in the queue to its picture', async () => {
    const { channel, platform, slack } = bench;
    const delivery = bench.delivery();
    const first = await platform.show(delivery, card(), false);
    await platform.show(delivery, card({ status: 'Painting.', progress: 0.5 }), false);
    expect(slack.textOf(slack.botMessages(channel.id)[0]!)).toContain('50 %');
    const last = await platform.show(delivery, done(), true);
    expect(last).toEqual(first);
    const [shown, ...others] = slack.botMessages(channel.id);
    expect(others).toEqual([]);
    expect(fileOf(shown!.blocks)).toBeDefined();
    expect(shown!.blocks.find(({ type }) => type === 'image')?.alt_text).toBe('Four cats.');
  });

  it('is shown once though it is shown twice at a time before there is a message', async () => {
    const delivery = bench.delivery();
    await Promise.all([bench.platform.show(delivery, card(), false), bench.platform.show(delivery, done(), true)]);
    await bench.platform.show(delivery, done(), true);
    expect(bench.slack.botMessages(bench.channel.id)).toHaveLength(1);
  });

  it('is not drawn back by progress that comes after the end', async () => {
    const delivery = bench.delivery();
    await bench.platform.show(delivery, card(), false);
    await bench.platform.show(delivery, done(), true);
    expect(await bench.platform.show(delivery, card({ progress: 0.9 }), false)).toBeNull();
    expect(fileOf(bench.slack.botMessages(bench.channel.id)[0]!.blocks)).toBeDefined();
  });

  it('keeps its message when the process died before noting it', async () => {
    const delivery = bench.delivery();
    await bench.platform.show(delivery, card(), false);
    bench.shown.set(delivery.generationId, { ...delivery, message: null });
    const next = bench.create();
    await next.start();
    await next.show(delivery, done(), true);
    await next.stop();
    expect(bench.slack.botMessages(bench.channel.id)).toHaveLength(1);
  });

  it('answers in its thread', async () => {
    const asked = bench.ada.say(bench.channel.id, 'hello');
    await bench.platform.show(bench.delivery({ threadTs: asked.ts }), done(), true);
    expect(bench.slack.messages(bench.channel.id, asked.ts)).toHaveLength(1);
  });

  it('shows previews while it is painted and leaves only the last picture behind', async () => {
    const { platform, slack } = bench;
    const delivery = bench.delivery();
    await platform.show(delivery, card(), false);
    const preview = { file: png(1), name: 'preview.png', altText: 'A blur.' };
    await platform.show(delivery, card({ progress: 0.5, picture: preview }), false);
    expect(fileOf(slack.botMessages(bench.channel.id)[0]!.blocks)).toBeDefined();
    await platform.show(delivery, done(), true);
    expect([...slack.workspace.files.values()].filter(({ isDeleted }) => !isDeleted)).toHaveLength(1);
  });
});

describe('when Slack is difficult', () => {
  it('posts the result anew when its message was deleted', async () => {
    const delivery = bench.delivery();
    await bench.platform.show(delivery, card(), false);
    bench.slack.workspace.messages.length = 0;
    expect(await bench.platform.show(delivery, card({ progress: 0.2 }), false)).toBeNull();
    await bench.platform.show(delivery, done(), true);
    expect(bench.slack.botMessages(bench.channel.id)).toHaveLength(1);
  });

  it.each([
    ['archived', (b: Bench) => (b.channel.isArchived = true)],
    [
      'closed to the bot',
      (b: Bench) => {
        b.channel.members.delete(b.team.botUserId);
        b.team.scopes.delete('chat:write.public');
      },
    ],
    ['gone', (b: Bench) => b.slack.workspace.channels.delete(b.channel.id)],
  ])('goes to the person directly when the channel is %s', async (_, break_) => {
    break_(bench);
    await bench.platform.show(bench.delivery(), done(), true);
    const [direct] = bench.slack.botMessages(bench.ada.dm());
    expect(bench.slack.textOf(direct!)).toContain('I could not post where you asked');
    expect(fileOf(direct!.blocks)).toBeDefined();
  });

  it.each([
    ['its first message is gone', () => undefined],
    [
      'it is locked',
      () =>
        bench.slack.force('chat.postMessage', {
          status: 200,
          body: { ok: false, error: 'restricted_action_thread_locked' },
        }),
    ],
  ])('goes to the channel, and tells its requester, when a thread takes nothing as %s', async (_, break_) => {
    break_();
    const delivery = bench.delivery({ threadTs: '1700000000.000001' });
    const ref = await bench.platform.show(delivery, done({ requesterId: bench.ada.id }), true);
    const [shown] = bench.slack.botMessages(bench.channel.id);
    expect(ref?.messageId).toBe(shown?.ts);
    expect(shown?.threadTs).toBeUndefined();
    expect(shown?.notified).toEqual([bench.ada.id]);
    expect(bench.slack.botMessages(bench.ada.dm())).toEqual([]);
  });

  it('tells how long to wait, and edits the same message then', async () => {
    const delivery = bench.delivery();
    await bench.platform.show(delivery, card(), false);
    bench.slack.force('chat.update', {
      status: 429,
      headers: { 'retry-after': '7' },
      body: { ok: false, error: 'ratelimited' },
    });
    const failure = await bench.platform.show(delivery, done(), true).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DeliveryError);
    expect(failure).toMatchObject({ retryAfterMs: 7000 });
    await bench.platform.show(delivery, done(), true);
    expect(bench.slack.botMessages(bench.channel.id)).toHaveLength(1);
  });

  it('waits out an outage of Slack, and a token that is refused until there is a new one', async () => {
    const down = { status: 503, body: { ok: false, error: 'service_unavailable' } };
    for (let attempt = 0; attempt < 3; attempt += 1) bench.slack.force('chat.postMessage', down);
    await expect(bench.platform.show(bench.delivery(), done(), true)).rejects.toMatchObject({ retryAfterMs: 5000 });
    const { token } = bench.team;
    for (const end of ['token_revoked', 'token_expired', 'account_inactive'] as const) {
      bench.team.token = token;
      bench.slack.endToken(bench.team, end);
      await expect(bench.platform.show(bench.delivery(), done(), true)).rejects.toMatchObject({ retryAfterMs: 5000 });
    }
    bench.slack.workspace.endedTokens.clear();
    await expect(bench.platform.show(bench.delivery(), done(), true)).rejects.toMatchObject({ retryAfterMs: 5000 });
    bench.team.token = token;
    await bench.platform.show(bench.delivery(), done(), true);
    expect(bench.slack.botMessages(bench.channel.id)).toHaveLength(1);
  });

  it('goes without the picture where a workspace takes no files, says why, and brings it when that is over', async () => {
    bench.team.areUploadsDisabled = true;
    const delivery = bench.delivery();
    await bench.platform.show(delivery, card({ state: 'painting', picture: done().picture }), false);
    const ref = await bench.platform.show(delivery, done(), true);
    const [shown] = bench.slack.botMessages(bench.channel.id);
    expect(shown?.ts).toBe(ref?.messageId);
    expect(bench.slack.textOf(shown!)).toContain('takes no files');
    expect(bench.slack.workspace.calls.filter(({ method }) => method === 'files.getUploadURLExternal')).toHaveLength(2);
  });

  it('keeps the texts of a card and an answer together within what Slack takes', async () => {
    const long = 'many words '.repeat(600);
    const cells = Array.from({ length: 9 }, (_, index) => ({
      number: index + 1,
      isPinned: false,
      latents: [
        {
          kind: 'description' as const,
          emoji: '📝',
          text: long,
          origin: 'sampled' as const,
          isPinned: false,
          isChanged: false,
        },
      ],
    }));
    const facts = [{ label: 'Facts', value: long }];
    await bench.platform.show(bench.delivery(), done({ title: long, cells, facts, notices: [long] }), true);
    const [shown] = bench.slack.botMessages(bench.channel.id);
    expect(bench.slack.textOf(shown!).length).toBeGreaterThan(9000);
    expect(shown?.blocks.some(({ type }) => type === 'actions')).toBe(true);
    bench.script.answer = async () => message(long.repeat(4));
    bench.ada.say(bench.channel.id, '@kaleido help');
    await bench.slack.waitFor('the answer', () => bench.slack.ephemeralsFor(bench.ada)[0]);
    expect(bench.slack.workspace.calls.filter(({ outcome }) => outcome === 'msg_blocks_too_long')).toEqual([]);
  });

  it('drops progress when a workspace has had its share of edits, never results', async () => {
    const delivery = bench.delivery();
    await bench.platform.show(delivery, card(), false);
    const outcomes: unknown[] = [];
    for (let step = 0; step < 15; step += 1) {
      outcomes.push(await bench.platform.show(delivery, card({ progress: step / 15 }), false));
    }
    expect(outcomes).toContain(null);
    expect(await bench.platform.show(delivery, done(), true)).not.toBeNull();
  });

  it('waits for Slack to process the picture', async () => {
    bench.slack.app.fileProcessingMs = 1500;
    await bench.platform.show(bench.delivery(), done(), true);
    expect(fileOf(bench.slack.botMessages(bench.channel.id)[0]!.blocks)).toBeDefined();
    const refused = bench.slack.workspace.calls.filter(({ outcome }) => outcome === 'invalid_blocks');
    expect(refused).toEqual([]);
  });

  it('shares the picture in the thread where a workspace shows only shared files', async () => {
    bench.slack.app.blockFiles = 'shared';
    for (const [index, generationId] of ['abcdefghjkmn', 'abcdefghjkmp'].entries()) {
      const delivery = bench.delivery({ generationId });
      await bench.platform.show(delivery, card({ generationId }), false);
      const picture = { file: png(index), name: 'grid.png', altText: 'Four cats.' };
      const ref = await bench.platform.show(delivery, done({ generationId, picture }), true);
      const shown = bench.slack.workspace.message(bench.channel.id, ref?.messageId);
      expect(fileOf(shown!.blocks)).toBeDefined();
      expect(bench.slack.messages(bench.channel.id, shown!.ts)).toMatchObject([{ fileIds: [expect.any(String)] }]);
    }
  });
});

describe('who sees and hears of it', () => {
  it('keeps a private result to direct messages', async () => {
    await bench.platform.show(bench.delivery(), done({ isPrivate: true }), true);
    expect(bench.slack.botMessages(bench.channel.id)).toEqual([]);
    expect(bench.slack.botMessages(bench.ada.dm())).toHaveLength(1);
  });

  it('hides a spoiler behind a button that opens it', async () => {
    await bench.platform.show(bench.delivery(), done({ isSpoiler: true }), true);
    const [shown] = bench.slack.botMessages(bench.channel.id);
    expect(fileOf(shown!.blocks)).toBeUndefined();
    await bench.ada.press(shown!, 'slack:reveal');
    const modal = await bench.slack.waitFor('the picture', () => bench.slack.modalOf(bench.ada));
    expect(modal.view.blocks).toMatchObject([{ type: 'image', alt_text: 'Four cats.' }]);
  });

  it('notifies nobody by what a prompt says', async () => {
    const title = '<!channel> <!here> @here <@U0123456789> *bold* https://a.example :tada: & `code`';
    const cells = [
      {
        number: 1,
        isPinned: false,
        latents: [
          {
            kind: 'description' as const,
            emoji: '📝',
            text: title,
            origin: 'sampled' as const,
            isPinned: false,
            isChanged: false,
          },
        ],
      },
    ];
    await bench.platform.show(bench.delivery(), card({ title, cells, status: title, notices: [title] }), false);
    const [shown] = bench.slack.botMessages(bench.channel.id);
    expect(shown!.notified).toEqual([]);
    expect(shown!.text).not.toMatch(/<[!@#]/);
    expect(bench.slack.textOf(shown!)).toContain(title);
  });

  it('tells the requester when a long one is done, once', async () => {
    const slow = await Bench.start({ readableThreads: 'all' }, { notifyAfterSeconds: 0 });
    const delivery = slow.delivery();
    await slow.platform.show(delivery, card(), false);
    const ref = await slow.platform.show(delivery, done(), true);
    const replies = slow.slack.messages(slow.channel.id, ref!.messageId);
    expect(replies.map(({ notified }) => notified)).toEqual([[slow.ada.id]]);
    // The bot died before it could record that, and the next one shows it again.
    const again = { ...delivery, message: ref, attempts: 2 };
    await slow.platform.show(again, done(), true);
    expect(slow.slack.messages(slow.channel.id, ref!.messageId)).toHaveLength(1);
    await slow.stop();
  });

  it('does not say that images are ready where there are none', async () => {
    const slow = await Bench.start({}, { notifyAfterSeconds: 0 });
    const delivery = slow.delivery();
    await slow.platform.show(delivery, card(), false);
    const ref = await slow.platform.show(delivery, card({ state: 'failed', picture: null }), true);
    expect(slow.slack.messages(slow.channel.id, ref!.messageId)).toEqual([]);
    await slow.stop();
  });

  it('says to who has waited that there is no picture, and not that it is ready, where no files are taken', async () => {
    const slow = await Bench.start({}, { notifyAfterSeconds: 0 });
    slow.team.areUploadsDisabled = true;
    const delivery = slow.delivery();
    await slow.platform.show(delivery, card(), false);
    const ref = await slow.platform.show(delivery, done(), true);
    const [note, ...more] = slow.slack.messages(slow.channel.id, ref!.messageId);
    expect(more).toEqual([]);
    expect(note?.notified).toEqual([slow.ada.id]);
    expect(slow.slack.textOf(note!)).toContain('takes no files');
    expect(slow.slack.textOf(note!)).not.toContain('ready');
    await slow.stop();
  });

  it('takes any card that the contract allows, however long', async () => {
    const long = 'wörter 🦊 '.repeat(500);
    const kinds = ['description', 'boxes', 'blobs', 'tokens', 'palette'] as const;
    const latents = kinds.map((kind) => ({
      kind,
      emoji: '📝',
      text: long,
      origin: 'sampled' as const,
      isPinned: true,
      isChanged: true,
    }));
    const cells = Array.from({ length: 9 }, (_, index) => ({ number: index + 1, isPinned: true, latents }));
    const option = (index: number) => ({
      value: `v${index}`,
      label: `${index} ${long}`.slice(0, 75),
      isChosen: index < 3,
    });
    const options = Array.from({ length: 25 }, (_, index) => option(index));
    const actions = Array.from({ length: 5 }, (_, row) => [
      {
        type: 'select' as const,
        id: `k1:pins:abcdefghjkmn:${row}`,
        placeholder: long.slice(0, 100),
        options,
        min: 0,
        max: 25,
      },
      {
        type: 'button' as const,
        id: `k1:cancel:abcdefghjkmn:${row}`,
        label: long.slice(0, 75),
        emoji: '🔁',
        style: 'danger' as const,
      },
    ]);
    const facts = Array.from({ length: 30 }, () => ({ label: long, value: long }));
    const big = done({ title: long, status: long, cells, facts, notices: [long, long], actions, progress: 0.3 });
    expect(await bench.platform.show(bench.delivery(), big, true)).not.toBeNull();
  });
});
