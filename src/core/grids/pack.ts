import { decodePng, STICKER_SIDE } from '../../images/index.js';
import { CoreError } from '../basics/index.js';
import { artworksWithSigns } from '../contents/index.js';
import type { Core } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { licenceLines, moodPictureName, packSubject, zipPack } from '../packs/index.js';
import type { Generation } from '../types.js';
import { cellOf, findFinished } from './find.js';
import { fileName, paintedOf } from './picture.js';

/** Handing out packs. */
export function packUseCases(deps: CoreDeps): Pick<Core, 'packNames' | 'packZip'> {
  return {
    packNames,

    async packZip(actor, id, cells, heading) {
      const generation = await findFinished(deps, actor, id, 'share');
      const names = packNames(generation);
      const chosen = cells.map((cell) => cellOf(generation, cell));
      const pictures = chosen.map(async (cell) => {
        const { painted, moving } = await paintedOf(deps, generation, cell);
        return { name: names[cell.index]!, image: (await decodePng(painted)).image, moving };
      });
      const sheet = generation.gridKey === null ? null : await deps.blobs.get(generation.gridKey);
      if (sheet === null) throw new CoreError('generation_unknown', { id });
      const works = chosen.flatMap(({ draft }) => artworksWithSigns(draft, deps.model));
      const file = await zipPack(await Promise.all(pictures), {
        sheet,
        licences: `${heading}\n${licenceLines(works).join('\n')}\n`,
        stickerSide: deps.stickerSide(generation.platform) ?? STICKER_SIDE,
      });
      return { file, name: fileName(generation, 'pack', 'zip'), altText: generation.prompt };
    },
  };
}

/** What the pictures of a pack are called, by their cells. */
function packNames({ prompt, cells, settings: { moods = [], own } }: Generation): string[] {
  return cells.map(({ index, draft }) => {
    return moodPictureName(packSubject(draft, prompt, own), moods[index] ?? String(index + 1));
  });
}
