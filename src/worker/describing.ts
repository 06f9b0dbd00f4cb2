import type { Bundle } from '../engine/bundle/index.js';
import { createDescriber, type PictureDescription } from '../engine/describe/index.js';
import { decodePng, toDescribe, transcode } from '../images/index.js';

/** An engine that is asked besides. */
export interface OtherDescriber {
  name: string;
  /** What a picture, a JPEG, shows, in words. Whoever asks waits for it: some seconds at most. */
  tell(jpeg: Uint8Array): Promise<string>;
}

/** How pictures are described besides by Kaleido itself. */
export interface DescribingOptions {
  other?: OtherDescriber | undefined;
  /** Told why the other one said nothing. */
  onUntold?: (error: unknown) => void;
}

/** Says of PNGs what they show. What keeps an engine from it keeps nobody from what Kaleido sees itself. */
export function createDescribing(
  bundle: Pick<Bundle, 'manifest' | 'memory'>,
  { other, onUntold = () => undefined }: DescribingOptions = {},
): (png: Buffer) => Promise<PictureDescription> {
  const describe = createDescriber(bundle);
  const { size } = bundle.manifest.image;

  async function told(png: Buffer): Promise<Pick<PictureDescription, 'told' | 'isUntold'>> {
    if (other === undefined) return {};
    try {
      const words = await other.tell(await transcode(png, 'jpeg'));
      return { told: { by: other.name, words } };
    } catch (error) {
      onUntold(error);
      return { isUntold: true };
    }
  }

  return async (png) => {
    const telling = told(png);
    const found = describe(await toDescribe((await decodePng(png)).image, size));
    return { ...found, ...(await telling) };
  };
}
