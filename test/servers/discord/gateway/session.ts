import { GatewayIntentBits, GatewayOpcodes } from 'discord.js';
import type { WebSocket } from 'ws';
import { shardOf } from '../snowflakes.js';
import type { Dispatch } from '../state/world.js';
import { isSubscribed } from './intents.js';

/** Events kept for a client that comes back. */
const KEPT = 5000;

/** One identified connection, and what it missed while it was away. */
export class Session {
  readonly #sent: { seq: number; text: string }[] = [];
  #seq = 0;
  #socket: WebSocket | null = null;

  constructor(
    readonly id: string,
    readonly intents: number,
    readonly shard: readonly [id: number, count: number],
  ) {}

  get isConnected(): boolean {
    return this.#socket !== null;
  }

  attach(socket: WebSocket): void {
    this.#socket = socket;
  }

  /** The socket is gone; events are kept until the client resumes. */
  detach(): void {
    this.#socket = null;
  }

  /** Breaks the connection with a close code, or without one. */
  close(code: number | null): void {
    if (code === null) this.#socket?.terminate();
    else this.#socket?.close(code);
  }

  /** Sends a frame as it is, whatever it is. */
  sendRaw(text: string): void {
    this.#socket?.send(text);
  }

  /** Sends an event if the session subscribed to it and is of its shard. */
  offer(event: Dispatch): void {
    const [shard, count] = this.shard;
    if (shard !== (event.guildId === null ? 0 : shardOf(event.guildId, count))) return;
    if (!isSubscribed(this.intents, event.name, event.guildId !== null)) return;
    const mayRead = event.isContentOpen !== false || (this.intents & GatewayIntentBits.MessageContent) !== 0;
    this.send(event.name, mayRead ? event.data : withoutContent(event.data));
  }

  send(name: string, data: object): void {
    const seq = ++this.#seq;
    const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: name, s: seq, d: data });
    this.#sent.push({ seq, text });
    if (this.#sent.length > KEPT) this.#sent.shift();
    this.#socket?.send(text);
  }

  /** Sends again what came after an event; false when that is not known any more. */
  replay(after: number): boolean {
    const oldest = this.#sent[0]?.seq ?? this.#seq + 1;
    if (after > this.#seq || after < oldest - 1) return false;
    for (const { seq, text } of this.#sent) if (seq > after) this.#socket?.send(text);
    return true;
  }
}

/** What is left of a message without the message content intent (developers/events/gateway#message-content-intent). */
function withoutContent(data: object): object {
  return { ...data, content: '', embeds: [], attachments: [], components: [] };
}
