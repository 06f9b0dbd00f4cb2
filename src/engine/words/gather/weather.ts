import { ownValue } from '../../basics/index.js';
import { isPlace } from '../../memory/index.js';
import { AFLOAT, AT_SEA, OPEN_WATER, UNSEEN_WEATHER, WEATHER } from '../languages/index.js';
import { meantThing } from '../sense.js';
import type { Span } from '../spans.js';
import { byListed, listed } from '../vocabularies.js';
import { airsOf, takeSecondScene } from './airs.js';
import type { Gathering } from './gathering.js';
import { nameFirst, nameThing } from './naming.js';

const shownBy = byListed(WEATHER.map(({ names, words }): [string, readonly string[]] => [words, names]));
const unseen: ReadonlySet<string> = new Set(listed(UNSEEN_WEATHER));
/** How somebody stands to it: “sous la pluie”. */
const IN: ReadonlySet<string | undefined> = new Set(['in', 'below']);
/** Things that may be in it. */
const MOST_BEFORE = 2;

/** “A snowman **in the sun**”: weather is above whoever is in it, and nobody is on it. @returns whether it was taken */
export function takeWeather(g: Gathering, k: number, { key, said }: Span): boolean {
  const names = shownBy.get(key)?.filter((name) => g.company.has(name)) ?? [];
  const before = g.named.length + (g.open.thing ? 1 : 0);
  if (!IN.has(g.standing?.stand) || g.standing?.isTurned === true) return false;
  if (unseen.has(key) && before > 0) {
    g.standing = undefined;
    g.airs.push({ air: 'wind', said });
    return true;
  }
  if (names.length === 0) return false;
  if (isPlace(names[0]!) && takeSecondScene(g, names[0]!, said)) return true;
  const isScene = isPlace(names[0]!);
  if (before === 0 && isScene && g.view.isAnybodyAhead(k)) {
    nameFirst(g, k, names[0]!);
    return true;
  }
  if (before === 0 || before > MOST_BEFORE || g.open.thing) return false;
  const shown = isScene ? [sceneOf(g, names[0]!, said)] : names;
  // In a landscape of snow somebody stands, and snow falls from above.
  g.standing = {
    stand: isScene ? 'in' : 'below',
    isTurned: false,
    isOfFirst: !isScene && before > 1,
    said,
    isAct: false,
  };
  nameThing(g, k, meantThing(shown, false));
  return true;
}

/** “A **sunny** meadow” is one by day, as places are drawn: no second sun is beside it. */
export const isOfPlace = ({ view }: Gathering, k: number): boolean =>
  SUNNY.test(view.at(k)!.key) && isPlace(view.thingAt(k + 1)?.names[0] ?? '');
const SUNNY =
  /^(?:sunny|sunlit|bright|sonnig|sonnige[nrsm]?|soleado|soleada|ensoleillée?|soleggiat[oa]|ensolarad[oa]|zonnige?|słoneczn\w*|солнечн\w*|сонячн\w*)$/u;

/** A scene of weather, which is at sea where a ship is in it. */
function sceneOf(g: Gathering, name: string, said: string): string {
  if (!g.named.some(({ sense }) => AFLOAT.has(sense.names[0]!))) return name;
  const atSea = [ownValue(AT_SEA, name), OPEN_WATER].find((one) => one !== undefined && g.company.has(one));
  if (atSea === undefined) return name;
  if (atSea === OPEN_WATER) for (const air of airsOf(name) ?? []) g.airs.push({ air, said });
  return atSea;
}
