import { DISCORD_FAULTS } from './discord-faults.js';
import type { Fault } from './fault.js';
import { HOST_FAULTS } from './host-faults.js';
import { PLACE_FAULTS } from './place-faults.js';
import { PROCESS_FAULTS } from './process-faults.js';
import { SLACK_FAULTS } from './slack-faults.js';
import type { Stage } from './stages.js';

/** All that can go wrong, by its name in the table. */
export const FAULTS = { ...PROCESS_FAULTS, ...PLACE_FAULTS, ...DISCORD_FAULTS, ...SLACK_FAULTS, ...HOST_FAULTS };
export type FaultName = keyof typeof FAULTS;

/**
 * One fault, and when it happens. Every one is to end in one grid, charged once, and no other message but the card that
 * a bot that is shut out had to leave; `acknowledged` in one sentence instead, and nothing charged.
 */
export interface Scenario {
  fault: FaultName;
  stage: Stage;
}

/** From the queue to what is shown. */
const WORK: readonly Stage[] = ['painting', 'accepted', 'planning', 'storing', 'unsent', 'unheard'];

/** When each is tried. */
const TRIED: Readonly<Record<FaultName, readonly Stage[]>> = {
  'bot killed': ['acknowledged', ...WORK],
  'worker killed': WORK,
  'bot and worker killed': ['acknowledged', ...WORK],
  'painting process killed': ['planning', 'painting', 'storing'],
  'painting process frozen for good': ['planning', 'painting', 'storing'],
  'worker’s machine frozen, another there, then awake': ['planning', 'painting', 'storing'],
  'bot frozen for 15 s': ['accepted', 'painting', 'unheard'],
  'bot frozen, another there, then awake': ['painting', 'unsent', 'unheard'],
  'bot told to end, started again': ['painting', 'unsent'],
  'worker told to end, started again': ['planning', 'painting'],
  'bot and worker told to end, started again': ['accepted', 'painting'],
  'database connections ended': WORK,
  'database connections ended 12 times': ['painting'],
  'database away for 12 s': ['accepted', 'painting', 'storing', 'unsent'],
  'database silent for 12 s': ['painting', 'unsent'],
  'Redis away for 12 s': ['accepted', 'painting', 'unsent'],
  'Redis silent for 12 s': ['painting'],
  'Redis loses everything': ['accepted', 'painting', 'unsent'],
  'bucket away for 12 s': ['planning', 'painting', 'unsent'],
  'bucket silent for 12 s': ['painting'],
  'bucket answers 500 for 12 s': ['painting'],
  'bucket answers 503 for 12 s': ['painting', 'unsent'],
  'bucket is full (507) for 12 s': ['painting'],
  'bucket breaks off its answers for 12 s': ['unsent'],
  'folder of pictures away for 12 s': ['painting'],
  'both told to end without Redis': ['painting'],
  'both told to end, Redis silent': ['painting'],
  'both told to end without the database': ['painting'],
  'both told to end, database silent': ['painting'],
  'both told to end, bucket silent': ['painting'],
  'Discord answers 500 three times': ['painting'],
  'Discord answers 503 twenty times': ['painting'],
  'Discord limits the route for 5 s, three times': ['painting'],
  'Discord limits everything for 5 s': ['painting'],
  'Discord drops ten requests': ['painting'],
  'Discord away for 15 s': ['painting'],
  'Discord silent for 15 s': ['painting'],
  'gateway closed': ['painting'],
  'gateway broken off': ['painting'],
  'gateway’s sessions forgotten': ['painting'],
  'interaction’s token over': ['painting', 'storing'],
  'card deleted': ['painting'],
  'card deleted, token over': ['painting'],
  'channel deleted, token over': ['storing'],
  'bot may not write any more, token over': ['storing'],
  'thread archived, token over': ['storing'],
  'thread archived and locked, token over': ['storing'],
  'Slack: bot killed': ['acknowledged', 'accepted', 'painting', 'storing'],
  'Slack: mention not heard for 6 s, sent again': ['asked'],
  'Slack: answers 500 three times a method': ['storing'],
  'Slack: limits each method for 5 s': ['storing'],
  'Slack: fatal_error once a method': ['storing'],
  'Slack: socket broken off': ['painting'],
  'Slack: socket closed': ['painting'],
  'Slack: asks to connect again': ['painting'],
  'Slack: away for 15 s': ['painting'],
  'Slack: silent for 15 s': ['painting'],
  'Slack: token refused for 15 s': ['painting'],
  'Slack: uploads disabled': ['storing'],
  'Slack: grant sent three times, bot killed meanwhile': ['painting'],
  'clocks: bot 20 min ahead, worker 20 min behind': ['asked'],
  'clocks: bot 20 min behind, worker 20 min ahead': ['asked'],
  'clocks: both jump apart by 40 min': ['asked'],
  'up: its database killed': ['accepted', 'painting', 'storing'],
  'up: killed': ['accepted', 'painting', 'storing'],
  'up: killed with its database': ['painting'],
  'up: killed with its database, whose process id another PostgreSQL has': ['painting'],
  'up: told to end, started again': ['painting'],
  'up: a second one on its folder': ['painting'],
  'up: painting process killed': ['painting'],
  'up: painting process frozen for good': ['painting'],
  'up: environment of other databases': ['asked'],
};

/** All that are tried: each fault once before any is tried at another stage. */
export const SCENARIOS: readonly Scenario[] = (Object.entries(TRIED) as [FaultName, readonly Stage[]][])
  .flatMap(([fault, stages]) => stages.map((stage, round) => ({ fault, stage, round })))
  .sort((a, b) => a.round - b.round)
  .map(({ fault, stage }) => ({ fault, stage }));

export function faultOf({ fault }: Scenario): Fault {
  return FAULTS[fault];
}
