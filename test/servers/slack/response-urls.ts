import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { areTooLong, messageBlockFaults } from './block-kit.js';
import type { Json } from './types.js';
import type { Workspace } from './workspace.js';

/**
 * A response_url takes five answers within 30 minutes (https://docs.slack.dev/interactivity/handling-user-interaction).
 */
const USES = 5;
const LIFETIME_MS = 30 * 60_000;

const answerSchema = z.looseObject({
  text: z.string().optional(),
  blocks: z.array(z.record(z.string(), z.unknown())).optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
  thread_ts: z.string().optional(),
});

interface Target {
  teamId: string;
  channelId: string;
  userId: string;
  messageTs: string | null;
  expiresAt: number;
  uses: number;
}

/** The URLs that come with commands and interactions. */
export class ResponseUrls {
  readonly #workspace: Workspace;
  readonly #targets = new Map<string, Target>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** @returns the path of a new URL */
  issue(teamId: string, channelId: string, userId: string, messageTs: string | null): string {
    const key = randomBytes(12).toString('hex');
    const expiresAt = this.#workspace.clock.now() + LIFETIME_MS;
    this.#targets.set(key, { teamId, channelId, userId, messageTs, expiresAt, uses: 0 });
    return `/response/${key}`;
  }

  /** @returns HTTP status and body */
  answer(key: string, body: unknown): { status: number; body: Json } {
    const refuse = (error: string) => {
      this.#workspace.violate('response_url', error);
      return { status: 404, body: { ok: false, error } };
    };
    const target = this.#targets.get(key);
    if (!target || target.expiresAt < this.#workspace.clock.now()) return refuse('expired_url');
    if (target.uses >= USES) return refuse('used_url');
    const parsed = answerSchema.safeParse(body);
    if (!parsed.success) return refuse('invalid_payload');
    target.uses += 1;
    const { text = '', blocks = [], thread_ts: threadTs } = parsed.data;
    if (!parsed.data.delete_original && text === '' && blocks.length === 0) return refuse('no_text');
    if (messageBlockFaults(blocks).length > 0)
      return refuse(`invalid_blocks: ${messageBlockFaults(blocks).join('; ')}`);
    if (areTooLong(blocks)) return refuse('msg_blocks_too_long');
    const original = this.#workspace.message(target.channelId, target.messageTs);
    if (parsed.data.delete_original && original) {
      this.#workspace.messages.splice(this.#workspace.messages.indexOf(original), 1);
    } else if (parsed.data.replace_original && original) {
      Object.assign(original, { text, blocks, edits: original.edits + 1 });
    } else if (parsed.data.response_type === 'ephemeral') {
      const thread = threadTs ? { threadTs } : {};
      this.#workspace.ephemerals.push({ channelId: target.channelId, userId: target.userId, ...thread, text, blocks });
    } else {
      const team = this.#workspace.team(target.teamId);
      this.#workspace.messages.push({
        ts: this.#workspace.nextTs(),
        channelId: target.channelId,
        ...(threadTs ? { threadTs } : {}),
        userId: team.botUserId,
        botId: team.botId,
        text,
        blocks,
        fileIds: [],
        reactions: [],
        edits: 0,
        notified: [],
      });
    }
    return { status: 200, body: { ok: true } };
  }
}
