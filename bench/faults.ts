import { tryScenario } from './faults/fault-world.js';
import { SCENARIOS } from './faults/scenario.js';
import { type Row, toMarkdown } from './section.js';

/** `npm run faults [-- WORD …]`: those scenarios alone whose victim or stage is named. */
const words = process.argv.slice(2);
const rows: Row[] = [];
for (const { victim, stage } of SCENARIOS) {
  if (words.length > 0 && !words.includes(victim) && !words.includes(stage)) continue;
  const { recoveredMs, messages, notes, charged } = await tryScenario({ victim, stage });
  const seconds = recoveredMs === null ? 'never' : (recoveredMs / 1000).toFixed(1);
  rows.push({
    killed: victim,
    when: stage,
    'shown and on record, or told, after s': seconds,
    messages,
    notes,
    charged,
  });
  console.log(victim, stage, seconds, messages, notes, charged);
}
console.log(toMarkdown({ name: 'faults', title: 'Faults', rows, notes: [] }));
