import type { RgbaImage } from '../../src/engine/basics/rgba-image.js';
import type { Bundle } from '../../src/engine/bundle/bundle.js';
import { createDescriber, describedPicture } from '../../src/engine/describe/index.js';
import type { PictureRequest, PictureSource } from '../../src/engine/painters/index.js';
import { GROUND } from '../../src/engine/painters/rough-composition.js';
import type { Engine } from '../../src/engine/requests/types.js';
import { takePicture, toDescribe } from '../../src/images/intake/index.js';
import { encodePng } from '../../src/images/sharp.js';
import { paintToEnd } from '../paint-to-end.js';

/** Recall of the noise that begins a picture (`recallSettings`): 1 at recall 0, 0.35 at 60. */
const recallOf = (strength: number) => Math.max(1, Math.round((60 * (1 - Math.min(1, strength))) / 0.65));

/** Our own networks asked as an engine over HTTP is: for words, with a composition and how much of it to paint over. */
export function askedAsEngine(engine: Engine, bundle: Bundle): PictureSource {
  const describe = createDescriber(bundle);
  const { size } = bundle.manifest.image;

  async function painted({ prompt, seed, start }: PictureRequest): Promise<RgbaImage> {
    if (start === undefined) throw new Error('The plan has nothing to begin with.');
    const taken = await takePicture(await encodePng(start.image));
    const own = [describedPicture(describe, await toDescribe(taken, size))];
    const recall = recallOf(start.strength);
    const { cells } = await engine.plan({ prompt, own, recall, seed, count: 1, variety: 0 });
    const [image] = await paintToEnd(engine, { prompt, cells, own });
    return onGround(image!);
  }

  return {
    about: async () => ({
      name: 'kaleido',
      model: bundle.manifest.name,
      licence: bundle.manifest.licence,
      size,
      can: {
        progress: false,
        previews: false,
        seed: true,
        image: true,
        negative: false,
        transparency: false,
        anyWords: false,
      },
    }),
    async *picture(request) {
      yield { type: 'done', image: await painted(request) };
    },
  };
}

function onGround({ width, height, data }: RgbaImage): RgbaImage {
  const laid = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3]! / 255;
    GROUND.forEach((ground, channel) => {
      laid[at + channel] = Math.round(alpha * data[at + channel]! + (1 - alpha) * ground);
    });
    laid[at + 3] = 255;
  }
  return { width, height, data: laid };
}
