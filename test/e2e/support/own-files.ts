import type { Generation } from '../../../src/core/types.js';
import { loadBundle } from '../../../src/engine/bundle/index.js';
import { createPictures } from '../../../src/engine/memory/index.js';
import { encodeAs, encodePng, resize } from '../../../src/images/sharp.js';
import type { HostedFile, Mischief } from '../../servers/hosted-file.js';
import { solid } from '../../unit/images/solid.js';

const bytes = await encodePng(solid(96, [30, 120, 200, 255]));

/** A PNG of that name. */
export const pictureFile = (name: string): HostedFile => ({ name, bytes, contentType: 'image/png' });

/** A picture with something in it, and the same as people carry it on: smaller and saved with losses. */
export async function carriedOn(): Promise<[picture: HostedFile, again: HostedFile]> {
  // The test bundle's own are noise, which nothing keeps.
  const image = await createPictures(await loadBundle('models/stickers')).read(300);
  const again = await encodeAs(await encodePng(await resize(image, 100, 100)), 'jpeg');
  return [
    { name: 'insult.png', bytes: await encodePng(image), contentType: 'image/png' },
    { name: 'harmless.jpg', bytes: again, contentType: 'image/jpeg' },
  ];
}

/** Files that a picture is expected of, and what a person is told of each. */
export const HOSTILE: readonly [title: string, file: HostedFile, told: RegExp][] = [
  ...(
    [
      ['huge', /too large/],
      ['drip', /did not come through/],
      ['redirect', /not given that picture/],
      ['page', /no picture that I can read/],
      ['short', /did not come through/],
    ] as const satisfies readonly (readonly [Mischief, RegExp])[]
  ).map(([mischief, told]): [string, HostedFile, RegExp] => [mischief, { ...pictureFile('a.png'), mischief }, told]),
  ['cut off', { ...pictureFile('b.png'), bytes: bytes.subarray(0, bytes.length / 2) }, /damaged/],
  ['a drawing in SVG', { ...pictureFile('c.png'), bytes: Buffer.from('<svg width="9" height="9"/>') }, /can read/],
];

/** Names of the pictures of people's own that a generation was asked for with. */
export const ownNames = ({ settings }: Generation): string[] => (settings.own ?? []).map(({ name }) => name);
