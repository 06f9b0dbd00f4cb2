import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../src/store/embedded/index.js';
import { openFolder } from '../test/e2e/support/processes.js';
import { SCENARIOS, type Scenario } from './faults/scenario.js';
import { isKnown, lineOf, putLine } from './faults/table.js';
import { tryScenario } from './faults/try-scenario.js';

const HELP = `npm run faults [-- OPTION … WORD …]: tries the scenarios in whose name (what goes wrong and when) all the words are.
  --list  names them only
  --docs  writes each line into the table of docs/reliability.md as soon as it is there
  --missing  leaves out those that have a line there
  --at-once N  tries so many at a time; 1 by default
It ends with code 1 when something was not as it should be.
`;
const PAGE = fileURLToPath(new URL('../docs/reliability.md', import.meta.url));

const { values, positionals } = parseArgs({
  options: {
    list: { type: 'boolean' },
    docs: { type: 'boolean' },
    missing: { type: 'boolean' },
    'at-once': { type: 'string', default: '1' },
    help: { type: 'boolean' },
  },
  allowPositionals: true,
});
const chosen = SCENARIOS.filter(({ fault, stage }) => positionals.every((word) => `${fault}, ${stage}`.includes(word)));

if (values.help === true) console.log(HELP);
else if (values.list === true) for (const { fault, stage } of chosen) console.log(`${fault}, ${stage}`);
else process.exitCode = await tryAll();

/** On one server, each in a database of its own. */
async function tryAll(): Promise<number> {
  const folder = await openFolder();
  const server = await startEmbeddedPostgres({ folder: folder.path });
  const left = [...chosen];
  let wrong = 0;
  const tryThem = async () => {
    for (let scenario = left.shift(); scenario !== undefined; scenario = left.shift()) {
      if (values.missing === true && isKnown(PAGE, scenario)) continue;
      if (!(await tryOne(scenario, server.url))) wrong++;
    }
  };
  try {
    await Promise.all(Array.from({ length: Number(values['at-once']) }, tryThem));
  } finally {
    await server.stop();
    await folder.remove();
  }
  console.log(`${chosen.length} scenarios, ${wrong} not as they should be.`);
  return wrong === 0 ? 0 : 1;
}

/** @returns whether all was as it should be */
async function tryOne(scenario: Scenario, databaseServer: string): Promise<boolean> {
  const name = `${scenario.fault}, ${scenario.stage}`;
  const tell = (log: string) => console.error(`=== ${name}: ${log}`);
  const outcome = await tryScenario(scenario, databaseServer, tell).catch(() => null);
  if (outcome === null) return false;
  const line = lineOf(scenario, outcome);
  console.log(line, outcome.wrong ?? '');
  if (values.docs === true) putLine(PAGE, line);
  return outcome.wrong === null;
}
