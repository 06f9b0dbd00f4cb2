import { expect } from 'vitest';
import type { Card } from '../../../../src/chat/cards/card.js';
import type { ActionEvent, Controller, Invocation, ReactionEvent } from '../../../../src/chat/controller/controller.js';
import type { Debt, OwedAnswers } from '../../../../src/chat/owed/owed-book.js';
import type { MessageReply, Reply } from '../../../../src/chat/replies/reply.js';
import type { Installation, OwedAnswer } from '../../../../src/core/ports.js';
import type { Delivery, MessageRef } from '../../../../src/core/types.js';
import { createSlackPlatform, type SlackPlatform } from '../../../../src/platforms/slack/platform.js';
import type { SlackOptions } from '../../../../src/platforms/slack/slack-options.js';
import type { AppConfig } from '../../../servers/slack/app-config.js';
import type { Person } from '../../../servers/slack/person.js';
import { SlackServer } from '../../../servers/slack/slack-server.js';
import type { SlackChannel, SlackTeam } from '../../../servers/slack/types.js';
import { commands } from '../../../unit/commands/support/commands.js';
import { generationLike } from '../../../unit/core/support/examples.js';

/** A PNG of one pixel; `seed` makes its bytes differ. */
export const png = (seed = 0): Buffer =>
  Buffer.concat([
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
    Buffer.from([seed]),
  ]);

export const card = (changes: Partial<Card> = {}): Card => ({
  generationId: 'abcdefghjkmn',
  state: 'queued',
  title: 'a cat',
  requesterId: 'U0',
  status: 'Waiting.',
  progress: null,
  cells: [],
  facts: [],
  notices: [],
  picture: null,
  isSpoiler: false,
  isPrivate: false,
  actions: [],
  ...changes,
});

export const done = (changes: Partial<Card> = {}): Card =>
  card({
    state: 'done',
    status: null,
    picture: { file: png(), name: 'grid.png', altText: 'Four cats.' },
    actions: [[{ type: 'button', id: 'k1:reroll-all:abcdefghjkmn', label: 'Reroll', emoji: '🔁', style: 'primary' }]],
    ...changes,
  });

export const message = (text: string, changes: Partial<MessageReply> = {}): MessageReply => ({
  type: 'message',
  isPrivate: true,
  isError: false,
  blocks: [{ type: 'text', text }],
  pictures: [],
  actions: [],
  ...changes,
});

/** What reached the controller, and what it is to answer. */
export class Script implements Controller {
  readonly invocations: Invocation[] = [];
  readonly actions: ActionEvent[] = [];
  readonly reactions: ReactionEvent[] = [];
  answer: (event: Invocation | ActionEvent | ReactionEvent) => Promise<Reply> = async () => ({ type: 'none' });
  homeReply: MessageReply = message('Home');

  invoke(invocation: Invocation): Promise<Reply> {
    this.invocations.push(invocation);
    return this.answer(invocation);
  }

  act(event: ActionEvent): Promise<Reply> {
    this.actions.push(event);
    return this.answer(event);
  }

  react(event: ReactionEvent): Promise<Reply> {
    this.reactions.push(event);
    return this.answer(event);
  }

  async suggest(): Promise<[]> {
    return [];
  }

  async home(): Promise<MessageReply> {
    return this.homeReply;
  }

  failureReply(): MessageReply {
    return message('Something broke.', { isError: true });
  }
}

/** Keeps who was owed an answer, and what became of it. */
class RecordedDebts implements OwedAnswers {
  readonly all: { owed: OwedAnswer; end: keyof Debt | null }[] = [];

  note(owed: OwedAnswer): Debt {
    const entry: (typeof this.all)[number] = { owed, end: null };
    this.all.push(entry);
    const end = (how: keyof Debt) => () => {
      entry.end ??= how;
    };
    return { settled: end('settled'), dropped: end('dropped'), broken: end('broken'), told: end('told') };
  }
}

/** The adapter with real Bolt on a loopback Slack; only the rules behind it are scripted. */
export class Bench {
  readonly script = new Script();
  readonly shown = new Map<string, Delivery>();
  readonly seen = new Set<string>();
  readonly installed = new Map<string, Installation>();
  readonly owed = new RecordedDebts();
  readonly logged: { facts: object; message: string }[] = [];
  platform: SlackPlatform;

  private constructor(
    readonly slack: SlackServer,
    readonly team: SlackTeam,
    readonly ada: Person,
    readonly channel: SlackChannel,
    readonly options: Partial<SlackOptions>,
  ) {
    this.platform = this.create();
  }

  static async start(
    app: Partial<AppConfig> = {},
    options: Partial<SlackOptions> | ((slack: SlackServer) => Partial<SlackOptions>) = {},
    isInstalled = true,
  ): Promise<Bench> {
    const slack = await SlackServer.start(app);
    const team = slack.addTeam('acme', isInstalled);
    const ada = slack.addPerson(team, 'ada', { isAdmin: true, locale: 'en-GB' });
    const channel = slack.addChannel(team, 'general', [ada]);
    const bench = new Bench(slack, team, ada, channel, typeof options === 'function' ? options(slack) : options);
    await bench.platform.start();
    return bench;
  }

  /** Another process on the same state. */
  create(): SlackPlatform {
    const note = (facts: object, text: string) => this.logged.push({ facts, message: text });
    const { slack } = this;
    return createSlackPlatform({
      connection: { mode: 'socket', appToken: slack.app.appToken },
      authorisation: { kind: 'token', botToken: this.team.token ?? '' },
      apiUrl: slack.apiUrl,
      port: 0,
      host: '127.0.0.1',
      controller: this.script,
      commands,
      events: {
        isFirst: async (_platform, id) => {
          const isFirst = !this.seen.has(id);
          this.seen.add(id);
          return isFirst;
        },
      },
      deliveries: {
        find: async (generationId) => this.shown.get(generationId) ?? null,
        shown: async (id, ref) => this.noteShown(id, ref),
        withdrawn: async (id) => void this.shown.delete(id),
        failed: async () => undefined,
      },
      generations: {
        findByMessage: async (_platform, { channelId, messageId }) => {
          const isIt = ({ message }: Delivery) => message?.channelId === channelId && message.messageId === messageId;
          const delivery = [...this.shown.values()].find(isIt);
          return delivery ? generationLike({ id: delivery.generationId }) : null;
        },
      },
      installations: {
        save: async (installation) => void this.installed.set(installation.spaceId, installation),
        find: async (_platform, spaceId) => this.installed.get(spaceId) ?? null,
        remove: async (_platform, spaceId) => void this.installed.delete(spaceId),
        keepOnly: async () => undefined,
        count: async () => this.installed.size,
      },
      owed: this.owed,
      log: { debug: note, info: note, warn: note, error: note },
      ...this.options,
    });
  }

  noteShown(id: string, ref: MessageRef): void {
    for (const [generationId, delivery] of this.shown) {
      if (delivery.id === id) this.shown.set(generationId, { ...delivery, message: ref });
    }
  }

  /** A delivery as the core would have made it. */
  delivery(changes: Partial<Delivery> & { threadTs?: string | null; channelId?: string } = {}): Delivery {
    const { threadTs = null, channelId = this.channel.id, ...rest } = changes;
    const delivery: Delivery = {
      id: `delivery-${this.shown.size}`,
      generationId: 'abcdefghjkmn',
      platform: 'slack',
      address: { teamId: this.team.id, channelId, threadTs, userId: this.ada.id, locale: 'en' },
      message: null,
      attempts: 1,
      ...rest,
    };
    this.shown.set(delivery.generationId, delivery);
    return delivery;
  }

  async stop(): Promise<void> {
    await this.platform.stop();
    await this.slack.stop();
  }

  /** Stops, where nothing was done that Slack would not have taken. */
  async stopInOrder(): Promise<void> {
    await this.stop();
    expect(this.slack.workspace.violations).toEqual([]);
  }
}
