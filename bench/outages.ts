import { AWAY, tryOutage } from './faults/outage.js';
import { type Row, toMarkdown } from './section.js';

/** `npm run outages [-- WORD …]`: those alone in whose name all the words are. */
const words = process.argv.slice(2);
const rows: Row[] = [];
for (const away of AWAY.filter((name) => words.every((word) => name.includes(word)))) {
  const { shownBefore, shownDuring, shown, firstAfter, allAfter, others, charged, asked } = await tryOutage(away);
  const seconds = (value: number | null) => (value === null ? 'never' : value.toFixed(1));
  const row: Row = {
    'away for 60 s': away,
    'shown before': shownBefore,
    'shown meanwhile': shownDuring,
    'first one more after s': seconds(firstAfter),
    'all after s': seconds(allAfter),
    shown,
    'other messages': others,
    charged: `${charged} of ${asked}`,
  };
  rows.push(row);
  console.log(JSON.stringify(row));
}
console.log(toMarkdown({ name: 'outages', title: 'Outages', rows, notes: [] }));
