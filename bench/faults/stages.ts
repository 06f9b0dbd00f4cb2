import { setTimeout as sleep } from 'node:timers/promises';
import { holdRequests } from '../../test/e2e/support/hold-requests.js';
import type { Gate } from './control.js';
import type { FaultWorld } from './fault-world.js';

/** Milliseconds after which something counts as never happening. */
const GIVEN_UP_AFTER = 180_000;
const LOOK_EVERY = 20;
/** More requests than are made until something breaks. */
const MANY = 100;

/** Lets go of what a stage holds up. */
type Release = () => Promise<void>;

/** Waits until something is so. @returns whether it came to be */
export async function until(look: () => Promise<boolean> | boolean): Promise<boolean> {
  for (const end = performance.now() + GIVEN_UP_AFTER; performance.now() < end; await sleep(LOOK_EVERY)) {
    if (await look()) return true;
  }
  return false;
}

async function reached(look: () => Promise<boolean> | boolean): Promise<void> {
  if (!(await until(look))) throw new Error('The stage was never reached.');
}

const nothing: Release = async () => undefined;

async function atGate(world: FaultWorld, gate: Gate): Promise<Release> {
  await world.control.hold(gate);
  world.chat.ask();
  await reached(() => world.control.isAt(gate));
  return () => world.control.letGo();
}

/** Discord breaks connections from when the result is to be shown until `isReached`. */
async function whileShowing(
  world: FaultWorld,
  drop: 'before' | 'after',
  isReached: () => Promise<boolean> | boolean,
): Promise<Release> {
  const { server } = world.discord;
  const release = await atGate(world, 'storing');
  server.fault({ method: 'PATCH', path: /messages/, happening: { drop }, times: MANY });
  const before = server.faultsMet;
  await release();
  await reached(async () => server.faultsMet > before && (await isReached()));
  server.endFaults();
  return nothing;
}

/**
 * How far a request is when something breaks. Each asks for a grid and resolves when it is there, to what lets the work
 * go on that it holds up.
 */
export const STAGES = {
  /** It is sent. */
  async asked(world) {
    world.chat.ask();
    return nothing;
  },
  /** The platform was answered, and the database takes no request. */
  async acknowledged(world) {
    const release = await holdRequests(await world.control.url());
    world.chat.ask();
    await reached(() => world.control.has('SELECT 1 FROM owed_answer'));
    return release;
  },
  /** It waits for a worker. */
  async accepted(world) {
    world.chat.ask();
    await reached(() => world.control.has('SELECT 1 FROM generation'));
    return nothing;
  },
  /** Its plan is made and not noted. */
  planning: (world) => atGate(world, 'planning'),
  /** It is planned, and painted. */
  async painting(world) {
    world.chat.ask();
    await reached(() => world.control.has(`SELECT 1 FROM generation WHERE status = 'painting'`));
    return nothing;
  },
  /** Its pictures are stored, and that is not noted. */
  storing: (world) => atGate(world, 'storing'),
  /** Its result is to be shown, and Discord has not got it. */
  unsent: (world) =>
    whileShowing(world, 'before', () => world.control.has('SELECT 1 FROM delivery WHERE attempts > 0')),
  /** Discord shows its result, and nobody has heard that. */
  unheard: (world) => whileShowing(world, 'after', () => world.chat.seen().grids > 0),
} as const satisfies Readonly<Record<string, (world: FaultWorld) => Promise<Release>>>;

export type Stage = keyof typeof STAGES;
