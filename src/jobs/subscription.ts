import { randomUUID } from 'node:crypto';
import type { QueueEventsListener } from 'bullmq';
import { z } from 'zod';
import type { Log } from '../core/basics/index.js';
import type { JobEvent, Progress } from '../core/index.js';
import { type GenerationEvents, openEvents, openProducer, type QueueConfig } from './backend.js';
import { generationIdOf } from './job-types.js';

const progressSchema: z.ZodType<Progress> = z.object({
  generationId: z.string(),
  // Workers of earlier versions say nothing of it, nor do they number attempts.
  attempt: z.int().nonnegative().default(0),
  phase: z.enum(['planning', 'painting', 'waiting', 'painter_away']),
  step: z.int().nonnegative(),
  steps: z.int().nonnegative(),
  previewKey: z.string().nullable(),
});

/** How often a subscriber says hello until it hears itself, in ms. */
const HELLO_EVERY = 250;

/** Milliseconds until the stream is read again after an event that cannot be read. */
const READ_AGAIN_AFTER = 100;

/**
 * What programs tell each other through the queue's event stream besides BullMQ's own events. Each carries a job id.
 * - `stop`: the worker that runs the job shall stop
 * - `ended`: the job was taken out before it ran
 * - `hello`: a subscriber listens for its own, to know that it is subscribed
 */
export interface Signals extends QueueEventsListener {
  stop: (args: { jobId: string }) => void;
  ended: (args: { jobId: string }) => void;
  hello: (args: { jobId: string }) => void;
}

/** A live connection to the queue's event stream. */
export interface Subscription {
  events: GenerationEvents;
  /** Publishes a signal about a job. */
  publish(signal: 'stop' | 'ended', jobId: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the event stream and waits until it is certain to receive: it starts at "now", and without a first event in
 * hand BullMQ would look up "now" afresh at each read, which can lose what is published in between.
 */
export async function openSubscription(config: QueueConfig, log: Log): Promise<Subscription> {
  const events = openEvents(config);
  const producer = openProducer(config);
  events.on('error', (err) => {
    log.warn({ err }, 'The queue’s event stream was interrupted; it is opened again.');
    // BullMQ stops reading for good at an event that it cannot read, and refuses to begin anew where it has not
    // stopped.
    setTimeout(() => events.run().catch(() => {}), READ_AGAIN_AFTER).unref();
  });
  producer.on('error', (err) => log.warn({ err }, 'A connection to the queue was interrupted; it is opened again.'));
  const close = async () => {
    await Promise.all([events.close(), producer.close()]);
  };
  try {
    await Promise.all([events.waitUntilReady(), producer.waitUntilReady()]);
    const id = randomUUID();
    const heard = new Promise<void>((resolve) =>
      events.on<Signals, 'hello'>('hello', ({ jobId }) => jobId === id && resolve()),
    );
    const hello = () => producer.publishEvent({ eventName: 'hello', jobId: id });
    await hello();
    const timer = setInterval(() => hello().catch((err: unknown) => log.debug({ err }, 'hello')), HELLO_EVERY);
    await heard.finally(() => clearInterval(timer));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    events,
    publish: (signal, jobId) => producer.publishEvent({ eventName: signal, jobId }),
    close,
  };
}

/** Passes on what happens to generations, in the port's words. */
export function forwardEvents(events: GenerationEvents, emit: (event: JobEvent) => void): void {
  const ended = ({ jobId }: { jobId?: unknown }) => {
    if (typeof jobId === 'string') emit({ type: 'ended', generationId: generationIdOf(jobId) });
  };
  events.on('progress', ({ data }) => {
    const progress = readProgress(data);
    if (progress) emit({ type: 'progress', progress });
  });
  events.on('completed', ended);
  // Only of the last attempt: BullMQ says `delayed` while there is another.
  events.on('failed', ended);
  events.on<Signals, 'ended'>('ended', ended);
}

/** What a worker wrote as progress, or null when it is not ours. */
function readProgress(data: unknown): Progress | null {
  const parsed = progressSchema.safeParse(data);
  return parsed.success ? parsed.data : null;
}
