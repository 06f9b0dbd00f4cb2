import { decodeLatentCode, encodeLatentCode } from '../../engine/codes/index.js';
import { CoreError } from '../basics/index.js';
import { carryOver } from '../contents/index.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { cellOf } from './find.js';

/**
 * Latents, and what was recalled for them, as a short code that gives them back exactly, here or anywhere with the same
 * bundle. The code of a cell of another bundle says so, and keeps that one's visual tokens for it.
 */
export function codeUseCases(deps: CoreDeps): Pick<Core, 'code' | 'readCode'> {
  return {
    async code(actor, id, cell) {
      const generation = await deps.store.generations.open(actor, id, 'see');
      // What was decided for pictures that were never painted has a code too.
      if (generation.cells.length === 0) throw new CoreError('generation_unfinished', { status: generation.status });
      const { latents, visualTokenizer, draft } = cellOf(generation, cell);
      return encodeLatentCode(latents, visualTokenizer, draft ?? undefined, generation.settings.aspect);
    },
    readCode: (code) => carryOver(decodeLatentCode(code), deps.model).latents,
  };
}
