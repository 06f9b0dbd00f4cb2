import type { BlobStore, Generation, Progress } from '../../core/index.js';

import { formatLatent } from '../../engine/latents/index.js';
import type { Translate } from '../i18n/index.js';
import { shorten } from '../text/index.js';
import type { CardPicture } from './card.js';

/**
 * Discord's limit for the description of an attachment is the tightest: 1,024 characters (docs/resources/message.mdx).
 */
const MAX_ALT_TEXT = 1000;
const MAX_PROMPT = 200;

/**
 * The finished grid or plan sheet, or the newest preview while it is painted; null when there is none, or it is lost.
 * A preview that cannot be read is done without: the card has more to say.
 *
 * @throws StoreError `blobs_unavailable` for what is finished
 */
export async function cardPicture(
  generation: Generation,
  progress: Progress | undefined,
  blobs: Pick<BlobStore, 'get'>,
  t: Translate,
): Promise<CardPicture | null> {
  const { id, gridKey, status } = generation;
  const isFinished = status === 'done' || status === 'planned';
  const isRunning = status === 'planning' || status === 'painting';
  const key = isFinished ? gridKey : isRunning ? progress?.previewKey : null;
  const found = key ? blobs.get(key) : null;
  const file = (await (isFinished ? found : found?.catch(() => null))) ?? null;
  if (file === null) return null;
  return {
    file,
    name: isFinished ? `kaleido-${id}.png` : `kaleido-${id}-preview.png`,
    altText: isFinished ? finishedAltText(generation, t) : t('card.alt.preview', { prompt: promptOf(generation) }),
  };
}

/** What the picture shows, for those who do not see it: the descriptions that the cells were painted from. */
function finishedAltText(generation: Generation, t: Translate): string {
  const { status, cells } = generation;
  const whole = t(status === 'planned' ? 'card.alt.plan' : 'card.alt.grid', {
    count: cells.length,
    prompt: promptOf(generation),
  });
  const each = cells
    .filter(({ latents }) => latents.description !== undefined)
    .map((cell) =>
      t('card.alt.cell', { cell: cell.index + 1, description: formatLatent('description', cell.latents) }),
    );
  return shorten([whole, ...each].join(' '), MAX_ALT_TEXT);
}

function promptOf({ prompt }: Generation): string {
  return shorten(prompt, MAX_PROMPT);
}
