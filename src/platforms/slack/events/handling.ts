import type { Controller } from '../../../chat/controller/index.js';
import type { Reply } from '../../../chat/replies/index.js';
import { createBoundary, type Log } from '../../../core/basics/index.js';
import type { Replier, ReplyContext } from '../deliver/index.js';

/** Keeps count of events being answered, so that stopping can wait for them. */
export class Handling {
  readonly #controller: Controller;
  readonly #replier: Replier;
  readonly #log: Log;
  readonly #running = new Set<Promise<void>>();

  constructor(controller: Controller, replier: Replier, log: Log) {
    this.#controller = controller;
    this.#replier = replier;
    this.#log = log;
  }

  /** Runs `task` to its end even when stopping begins meanwhile; errors go to the log. @param what what came in, for the log */
  run(what: string, task: () => Promise<void>): Promise<void> {
    const running = createBoundary(`Slack ${what}`, this.#log).run(task);
    const tracked = running.finally(() => this.#running.delete(tracked));
    this.#running.add(tracked);
    return tracked;
  }

  /** Asks the controller and shows its reply; what breaks is told to the person, with an id that the log has too. */
  async answer(context: ReplyContext, ask: () => Promise<Reply>): Promise<void> {
    let reply: Reply;
    try {
      reply = await ask();
    } catch (error) {
      reply = this.#controller.failureReply(context.actor, error);
    }
    try {
      await this.#replier.send(reply, context);
    } catch (error) {
      await this.#replier.send(this.#controller.failureReply(context.actor, error), context);
    }
  }

  /** Resolves when everything under way has been answered. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
