import type { Generation } from '../../core/types.js';
import type { Translate } from '../i18n/translate.js';
import { kindName } from '../latent-words.js';

/** Latents that a rule made the worker sample again, with the rule. */
export function resampledNotices({ cells }: Generation, t: Translate): string[] {
  return cells.flatMap((cell) =>
    cell.resampled.map(({ kind, rule }) =>
      t('notice.resampled', { kind: kindName(t, kind), cell: cell.index + 1, rule }),
    ),
  );
}
