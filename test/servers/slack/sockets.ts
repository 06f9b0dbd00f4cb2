import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Json } from './types.js';
import type { Workspace } from './workspace.js';

/** Sockets that one app may have open (https://docs.slack.dev/apis/events-api/using-socket-mode). */
const MAX_SOCKETS = 10;

const acknowledgement = z.looseObject({
  envelope_id: z.string(),
  payload: z.record(z.string(), z.unknown()).optional(),
});

/** Slack's end of Socket Mode. */
export class Sockets {
  readonly #workspace: Workspace;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #tickets = new Set<string>();
  readonly #open = new Set<WebSocket>();
  /** Envelopes that are not acknowledged yet, by their ids. */
  readonly #waiting = new Map<string, { connection: WebSocket; finish: (answer: Json | null) => void }>();
  /** Sockets opened since the start. */
  opened = 0;
  /** When set, connections are cut before the greeting. */
  isBroken = false;
  /** Connections cut before the greeting. */
  refused = 0;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  get count(): number {
    return this.#open.size;
  }

  /** A ticket for one connection, for apps.connections.open. */
  ticket(): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return ticket;
  }

  /** Takes a connection whose URL carries an unused ticket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
    if (!this.#tickets.delete(ticket) || this.#open.size >= MAX_SOCKETS || this.isBroken) {
      this.#workspace.violations.push(
        ...(this.isBroken ? [] : [{ where: 'socket', what: 'opened without a fresh ticket, or too many' }]),
      );
      this.refused += 1;
      socket.destroy();
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#greet(connection));
  }

  #greet(connection: WebSocket): void {
    this.#open.add(connection);
    this.opened += 1;
    const pings = setInterval(() => connection.ping(), 1000);
    connection.on('close', () => {
      clearInterval(pings);
      this.#open.delete(connection);
      for (const waiting of [...this.#waiting.values()]) if (waiting.connection === connection) waiting.finish(null);
    });
    connection.on('error', () => connection.terminate());
    connection.on('message', (data) => this.#receive(String(data)));
    connection.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#open.size,
        debug_info: { host: 'loopback', approximate_connection_time: 18_060 },
        connection_info: { app_id: 'A0' },
      }),
    );
  }

  #receive(text: string): void {
    const parsed = acknowledgement.safeParse(JSON.parse(text));
    if (!parsed.success) return;
    this.#waiting.get(parsed.data.envelope_id)?.finish(parsed.data.payload ?? {});
  }

  /** One envelope on any open socket. @returns the acknowledgement's payload, null when there was none in time */
  async send(
    kind: string,
    payload: Json,
    retry: { num: number; reason: string } | null,
    withinMs: number,
  ): Promise<Json | null> {
    const open = [...this.#open].filter(({ readyState }) => readyState === WebSocket.OPEN);
    const connection = open[Math.floor(Math.random() * open.length)];
    if (!connection) return null;
    const id = randomUUID();
    return new Promise((resolve) => {
      const finish = (answer: Json | null) => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve(answer);
      };
      const timer = setTimeout(() => finish(null), withinMs);
      this.#waiting.set(id, { connection, finish });
      connection.send(
        JSON.stringify({
          envelope_id: id,
          type: kind,
          payload,
          accepts_response_payload: kind !== 'events_api',
          ...(kind === 'events_api' ? { retry_attempt: retry?.num ?? 0, retry_reason: retry?.reason ?? '' } : {}),
        }),
      );
    });
  }

  /** Sends a message on every socket as it is: no envelope of Slack's. */
  sendRaw(text: string): void {
    for (const connection of this.#open) connection.send(text);
  }

  /** Asks every client to reconnect, as Slack does when it recycles a server. */
  refresh(reason: 'warning' | 'refresh_requested' = 'refresh_requested'): void {
    for (const connection of this.#open)
      connection.send(JSON.stringify({ type: 'disconnect', reason, debug_info: {} }));
  }

  /** Cuts every connection without a close frame. */
  cut(): void {
    for (const connection of this.#open) connection.terminate();
  }

  /** Closes every connection with a close frame. */
  close(): void {
    for (const connection of this.#open) connection.close(1001);
  }

  stop(): void {
    this.cut();
    this.#server.close();
  }
}
