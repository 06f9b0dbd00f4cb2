import { setTimeout as sleep } from 'node:timers/promises';
import { createTranslator } from '../../src/chat/i18n/index.js';
import { FaultWorld } from './fault-world.js';
import { faultOf, type Scenario } from './scenario.js';
import { STAGES, until } from './stages.js';

/** Milliseconds in which what is shown twice would be. */
const SETTLE_MS = 3_000;
const ASKED = 4;
const translate = createTranslator('en');

/** What a scenario is to end in. */
interface End {
  grids: number;
  granted?: number;
  /** What the only other message says. */
  says: string | null;
  charged: number;
}

const GRID: End = { grids: 1, says: null, charged: ASKED };
const TRY_AGAIN: End = { grids: 0, says: translate('errors.interrupted'), charged: 0 };
/** Where the bot may not write any more, its card stays as it was, and the grid is shown elsewhere. */
const CARD_STAYS: End = { grids: 1, says: 'Painting', charged: ASKED };
const NO_FILES: End = { grids: 0, says: 'This workspace takes no files', charged: ASKED };

/** What came of a scenario. */
export interface Outcome {
  /** Milliseconds until what is right was shown and on record; null: never. */
  recoveredMs: number | null;
  /** How much of it passed until new processes were ready, in ms; 0 where none had to start. */
  startMs: number;
  /** Messages at the end, without notes: one is right. */
  messages: number;
  /** Notes that the images are ready: one at most, where they took more than a minute. */
  notes: number;
  /** Images charged. */
  charged: number;
  /** What is not as it should be; null where all is. */
  wrong: string | null;
}

function endOf({ fault, stage }: Scenario): End {
  if (stage === 'acknowledged') return TRY_AGAIN;
  if (fault === 'Slack: uploads disabled') return NO_FILES;
  const { shutsOut, granted = 0 } = faultOf({ fault, stage });
  return shutsOut === true ? CARD_STAYS : { ...GRID, granted };
}

/**
 * Tries one scenario with real processes.
 *
 * @param databaseServer URL of a PostgreSQL in which it makes a database of its own
 * @param onTrouble told what the services said when something was wrong
 */
export async function tryScenario(
  scenario: Scenario,
  databaseServer: string,
  onTrouble: (log: string) => void,
): Promise<Outcome> {
  const fault = faultOf(scenario);
  const end = endOf(scenario);
  const world = await FaultWorld.open(fault.needs ?? {}, databaseServer);
  try {
    await world.startAll();
    await fault.prepare?.(world);
    const release = await STAGES[scenario.stage](world);
    let brokenAt: number | null = null;
    const begun = () => {
      brokenAt = performance.now();
    };
    const happening = fault.happen(world, begun);
    // What is held up goes on when it has begun, and not only when it is over.
    await Promise.race([happening, sleep(SETTLE_MS)]);
    await release();
    await happening;
    const overAt = performance.now();
    brokenAt ??= overAt;
    const startMs = overAt - brokenAt;
    const recoveredAt = (await until(() => isEnded(world, end))) ? performance.now() : null;
    await fault.after?.(world);
    await sleep(SETTLE_MS);
    const recoveredMs = recoveredAt === null ? null : recoveredAt - brokenAt;
    const outcome = { ...(await judge(world, end, recoveredMs)), startMs };
    if (outcome.wrong !== null) onTrouble(`${outcome.wrong}\n${world.log()}`);
    return outcome;
  } catch (error) {
    onTrouble(`${String(error)}\n${world.log()}`);
    throw error;
  } finally {
    await world.close();
  }
}

async function isEnded(world: FaultWorld, { grids, says }: End): Promise<boolean> {
  const seen = world.chat.seen();
  if (grids === 0 && says !== null) return seen.others.some((text) => text.includes(says));
  return seen.grids >= grids && (await world.control.has('SELECT 1 FROM delivery WHERE delivered_at IS NOT NULL'));
}

async function judge(world: FaultWorld, end: End, recoveredMs: number | null): Promise<Omit<Outcome, 'startMs'>> {
  const { grids, notes, others } = world.chat.seen();
  const imagesOf = async (entries: string) =>
    Number((await world.control.query(`SELECT coalesce(sum(images), 0)::int AS sum FROM ${entries}`))?.[0]?.sum);
  const charged = await imagesOf(`ledger_entry WHERE kind <> 'grant'`);
  const granted = await imagesOf(`ledger_entry WHERE kind = 'grant'`);
  const { says } = end;
  const strange = others.filter((text) => says === null || !text.includes(says));
  const faults = [
    recoveredMs === null ? 'it never ended' : '',
    grids === end.grids ? '' : `${grids} grids`,
    others.length - strange.length === (says === null ? 0 : 1) ? '' : 'not told once',
    strange.length === 0 ? '' : `other messages: ${JSON.stringify(strange)}`,
    charged === end.charged ? '' : `${charged} images charged`,
    granted === (end.granted ?? 0) ? '' : `${granted} images granted`,
    notes > 1 ? `${notes} notes` : '',
  ].filter(Boolean);
  const wrong = faults.length === 0 ? null : faults.join('; ');
  return { recoveredMs, messages: grids + others.length, notes, charged, wrong };
}
