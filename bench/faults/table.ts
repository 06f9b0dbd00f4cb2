import { readFileSync, writeFileSync } from 'node:fs';
import { FAULTS, SCENARIOS, type Scenario } from './scenario.js';
import type { Outcome } from './try-scenario.js';

const [BEGIN, END] = ['<!-- npm run faults: begin -->', '<!-- npm run faults: end -->'];
const HEAD = [
  '| what goes wrong | when | shown and on record after, s | of which start of processes, s | messages | notes | images charged |',
  '|---|---|---|---|---|---|---|',
];

/** Milliseconds below which nothing was started. */
const LEAST_MS = 50;

const keyOf = ({ fault, stage }: Scenario) => `| ${fault} | ${stage} |`;

/** Whether the table of a page has a line of it. */
export function isKnown(page: string, scenario: Scenario): boolean {
  return readFileSync(page, 'utf8').includes(`\n${keyOf(scenario)}`);
}

/** A line of the table. */
export function lineOf(scenario: Scenario, { recoveredMs, startMs, messages, notes, charged }: Outcome): string {
  const seconds = (ms: number) => (Math.max(0, ms) / 1000).toFixed(1);
  const recovered = recoveredMs === null ? 'never' : seconds(recoveredMs);
  return `${keyOf(scenario)} ${recovered} | ${startMs < LEAST_MS ? '–' : seconds(startMs)} | ${messages} | ${notes} | ${charged} |`;
}

/**
 * Puts a line into the table of a page, which is sorted by what goes wrong; lines of scenarios that are no more go. In
 * one piece: several scenarios may end at the same moment.
 *
 * @throws Error when the page has no such table
 */
export function putLine(page: string, line: string): void {
  const text = readFileSync(page, 'utf8');
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${page} has no place for the table.`);
  const known = text.slice(from, to).split('\n');
  const sorted = Object.keys(FAULTS).flatMap((name) => SCENARIOS.filter(({ fault }) => fault === name));
  const lines = sorted.flatMap((scenario) => [line, ...known].find((one) => one.startsWith(keyOf(scenario))) ?? []);
  const table = [BEGIN, '', ...HEAD, ...lines, '', ''].join('\n');
  writeFileSync(page, text.slice(0, from) + table + text.slice(to));
}
