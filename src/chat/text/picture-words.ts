import type { PictureDescription } from '../../engine/describe/index.js';
import type { Translate } from '../i18n/index.js';

const PLACES = [
  ['top_left', 'top', 'top_right'],
  ['left', 'middle', 'right'],
  ['bottom_left', 'bottom', 'bottom_right'],
] as const;
/** A thing is in the middle third of a picture if its middle is. */
const THIRDS = 3;

/** What a picture shows, in a sentence, and in another one how sure that is. */
export function describedText(
  t: Translate,
  { prompt, others, sureness, colours, latents }: PictureDescription,
): string {
  const said = { colours: joinedColours(t, colours), percent: Math.round(100 * sureness) };
  if (prompt === undefined) return t('described.unsure', { ...said, place: t(`place.${placeOf(latents.boxes)}`) });
  const shown = t('described.thing', { thing: prompt, percent: said.percent });
  return others.length === 0 ? shown : `${shown} ${t('described.others', { others: others.join(', ') })}`;
}

function joinedColours(t: Translate, [first, second]: readonly string[]): string {
  return second === undefined ? (first ?? '') : t('described.colours', { first: first ?? '', second });
}

function placeOf(boxes: PictureDescription['latents']['boxes']): (typeof PLACES)[number][number] {
  const [box] = boxes ?? [];
  if (!box) return 'middle';
  const third = (middle: number) => Math.min(THIRDS - 1, Math.floor(THIRDS * middle)) as 0 | 1 | 2;
  return PLACES[third((box.y0 + box.y1) / 2)][third((box.x0 + box.x1) / 2)];
}
