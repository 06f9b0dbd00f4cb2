import { z } from 'zod';
import { DeliveryError } from '../../../chat/index.js';
import { idempotencyKeyOf } from '../../../core/basics/index.js';
import type { Actor, OwedAnswer, TakenAnswer } from '../../../core/index.js';
import { deliveryError } from '../api/index.js';
import { escapeText, paragraphs } from '../render/index.js';
import { NotInstalledError, type TeamRef, type Workspace } from '../workspaces/index.js';
import { answerPrivately } from './private-answer.js';

/** A response URL answers for half an hour, and people can be written to after that. */
const LIFE_MS = 24 * 3_600_000;

const schema = z.object({
  teamId: z.string(),
  enterpriseId: z.string().nullable(),
  channelId: z.string(),
  threadTs: z.string().nullable(),
  responseUrl: z.string().nullable(),
});

/** What is known of a request before Slack is asked anything about it. */
export interface Asked {
  team: TeamRef;
  userId: string;
  channelId: string;
  threadTs: string | null;
  responseUrl: string | null;
  /** What keeps a retried event from asking twice. */
  key: string;
}

/** What keeps the same event from being done twice, among those of Slack. */
export const keyOf = (key: string): string => `slack:${key}`;

/** The answer that is owed to what somebody asked for. */
export function owedTo({ team, userId, channelId, threadTs, responseUrl, key }: Asked): OwedAnswer {
  const realm = team.teamId;
  const address: z.infer<typeof schema> = { ...team, channelId, threadTs, responseUrl };
  const id = idempotencyKeyOf({ platform: 'slack', realm }, keyOf(key));
  return { key: id, platform: 'slack', realm, userId, address, lifeMs: LIFE_MS };
}

/** How workspaces and people are found. */
export interface OwedParts {
  workspaces: { get(team: TeamRef): Promise<Workspace> };
  people: { actor(workspace: Workspace, userId: string, channelId: string): Promise<Actor> };
}

/** As `ChatPlatform.answerOwed`. @throws DeliveryError */
export async function answerOwed(
  { workspaces, people }: OwedParts,
  { address, userId }: TakenAnswer,
  sentenceFor: (locale: string) => Promise<string>,
): Promise<void> {
  const { channelId, threadTs, responseUrl, ...team } = schema.parse(address);
  try {
    const workspace = await workspaces.get(team);
    const actor = await people.actor(workspace, userId, channelId);
    const text = await sentenceFor(actor.locale);
    const ways = { triggerId: null, message: null, blocks: null, replacesOriginal: false, sinceTs: null };
    const context = { workspace, actor, channelId, threadTs, responseUrl, ...ways };
    await answerPrivately({ text: escapeText(text), blocks: paragraphs(text) }, context);
  } catch (error) {
    if (error instanceof NotInstalledError)
      throw new DeliveryError(null, { why: 'not_installed', teamId: team.teamId }, error);
    throw deliveryError(error);
  }
}
