import type { Feeling } from '../languages/index.js';
import { meantThing } from '../sense.js';
import type { Gathering } from './gathering.js';
import { plainNamed } from './named.js';

/** “**Monday morning mood**”: who names nothing but how it feels is a face in that mood, with something of it. */
export function takeFeeling(g: Gathering, { face, beside }: Feeling): void {
  const said = g.view.said(0, g.view.spans.length);
  for (const [name, isGuess] of [
    [face, true],
    [beside, false],
  ] as const) {
    const caption = name?.replaceAll('_', ' ');
    if (caption === undefined || !g.company.has(caption)) continue;
    g.named.push({ ...plainNamed(meantThing([caption], isGuess), said), ...(isGuess ? {} : { stand: 'and' }) });
  }
}
