import { randomBytes } from 'node:crypto';
import { InteractionResponseType, type InteractionType } from 'discord.js';
import type { ServerClock } from '../clock.js';
import type { Modal } from '../schemas/modal.js';
import type { Message } from '../state/types.js';

/** The first answer must come within this time, and all of them within the other. */
export const ANSWER_WITHIN_MS = 3000;
export const TOKEN_LIVES_MS = 15 * 60_000;
/** Where the owners are the user alone (developers/interactions/receiving-and-responding#create-followup-message). */
export const FOLLOW_UPS_OUTSIDE = 5;

export interface Origin {
  type: InteractionType;
  userId: string;
  channelId: string;
  guildId: string | null;
  /** The message whose component was used. */
  sourceId: string | null;
  /** authorizing_integration_owners */
  owners: Record<string, string>;
  /** 0 server, 1 direct message with the bot, 2 other private channel. */
  context: number;
  /** Of messages that answer a command: 20 slash, 23 context menu. */
  messageType: number;
}

/** What an interaction needs of the world that it is in. */
export interface Surroundings {
  clock: ServerClock;
  nextId: () => string;
  messages: ReadonlyMap<string, Message>;
  changed: () => void;
}

/** The id in a token; the rest of it is a secret. */
export function idOfToken(token: string): string {
  return Buffer.from(token, 'base64url').toString().split(':')[1] ?? '';
}

export interface Choice {
  name: string;
  value: string | number;
}

/** Something a user did that awaits an answer, and what became of it. */
export class Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: InteractionType;
  readonly userId: string;
  readonly channelId: string;
  readonly guildId: string | null;
  readonly sourceId: string | null;
  readonly owners: Record<string, string>;
  readonly context: number;
  readonly messageType: number;
  /** Milliseconds of the server's clock. */
  readonly createdAt: number;
  /** failed: what users see as "The application did not respond". */
  state: 'waiting' | 'answered' | 'failed' = 'waiting';
  /** Milliseconds from being sent to its first answer. */
  latencyMs: number | null = null;
  responseType: InteractionResponseType | null = null;
  /** The message that @original means. */
  originalId: string | null = null;
  isEphemeral = false;
  readonly followUpIds: string[] = [];
  /** What was opened, and what was suggested. */
  modal: Modal | null = null;
  choices: Choice[] | null = null;
  #expiry: 'none' | 'invalid' | 'unknown' = 'none';

  readonly #surroundings: Surroundings;

  constructor(surroundings: Surroundings, origin: Origin) {
    this.#surroundings = surroundings;
    this.id = surroundings.nextId();
    this.token = Buffer.from(`interaction:${this.id}:${randomBytes(32).toString('hex')}`).toString('base64url');
    this.type = origin.type;
    this.userId = origin.userId;
    this.channelId = origin.channelId;
    this.guildId = origin.guildId;
    this.sourceId = origin.sourceId;
    this.owners = origin.owners;
    this.context = origin.context;
    this.messageType = origin.messageType;
    this.createdAt = surroundings.clock.now();
    surroundings.clock.after(ANSWER_WITHIN_MS, () => {
      if (this.state !== 'waiting') return;
      this.state = 'failed';
      surroundings.changed();
    });
  }

  /** Whether its token works no more. */
  get isExpired(): boolean {
    return this.#expiry !== 'none' || this.#surroundings.clock.now() >= this.createdAt + TOKEN_LIVES_MS;
  }

  /** The service has forgotten its token: 404 instead of 401. */
  get isForgotten(): boolean {
    return this.#expiry === 'unknown';
  }

  /** Makes the token stop working early, as it sometimes does: refused as invalid (401) or as unknown (404). */
  expireToken(how: 'invalid' | 'unknown' = 'invalid'): void {
    this.#expiry = how;
  }

  /** The app acts for a user in a place where it is not installed itself. */
  get isOutside(): boolean {
    return this.owners['0'] === undefined;
  }

  /** The message that answers it, if any; deleted ones included. */
  get message(): Message | undefined {
    return this.originalId === null ? undefined : this.#surroundings.messages.get(this.originalId);
  }

  get followUps(): Message[] {
    return this.followUpIds.flatMap((id) => this.#surroundings.messages.get(id) ?? []);
  }

  /** The answer is a message that still says "thinking…". */
  get isThinking(): boolean {
    return (
      this.responseType === InteractionResponseType.DeferredChannelMessageWithSource &&
      this.message?.history.length === 1
    );
  }
}
