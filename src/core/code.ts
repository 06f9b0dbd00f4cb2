import { decodeLatentCode, encodeLatentCode } from '../engine/latents/latent-code.js';
import type { Core } from './core.js';
import type { CoreDeps } from './deps.js';
import { cellOf, findFinished } from './find.js';

/** Latents as a short code that gives them back exactly, here or anywhere with the same bundle. */
export function codeUseCases(deps: CoreDeps): Pick<Core, 'code' | 'readCode'> {
  return {
    async code(actor, id, cell) {
      const generation = await findFinished(deps, actor, id);
      return encodeLatentCode(cellOf(generation, cell).latents, deps.model);
    },
    readCode: (code) => decodeLatentCode(code, deps.model),
  };
}
