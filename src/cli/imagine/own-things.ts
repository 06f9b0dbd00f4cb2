import { EngineError, LIMITS, readRegularFile } from '../../engine/basics/index.js';
import type { Bundle } from '../../engine/bundle/index.js';
import { createDescriber, describedPicture } from '../../engine/describe/index.js';
import { isOwnName, type OwnThing, ownThing } from '../../engine/own/index.js';
import { fold } from '../../engine/words/index.js';
import { asThing, cutOut, takePicture, toDescribe } from '../../images/index.js';
import { CliError } from '../errors.js';

/** How the flag is written: a name, what follows where it has no face, and a file. */
const WRITTEN = /^(?<name>[^:=]*)(?<faceless>:faceless)?=(?<path>.+)$/su;

/**
 * Reads the own things of `--thing name=file.png` and `--thing name:faceless=file.png`.
 * @param size side of the bundle's pictures
 * @throws CliError, EngineError or ImageError for what cannot be used
 */
export async function readOwnThings(flags: readonly string[], size: number): Promise<OwnThing[]> {
  const { ownThings, ownName } = LIMITS;
  if (flags.length > ownThings)
    throw new EngineError('bad_option', { why: 'too_many', option: OPTION, most: ownThings });
  const named = flags.map((text) => {
    const { name, faceless, path } = WRITTEN.exec(text)?.groups ?? {};
    if (name === undefined || path === undefined)
      throw new CliError('bad_option', { why: 'thing_form', option: OPTION, text });
    if (!isOwnName(name)) throw new EngineError('bad_option', { why: 'not_own_name', option: OPTION, ...ownName });
    return { name, path, isFaceless: faceless !== undefined };
  });
  const twice = named.find(({ name }, k) => named.findIndex((one) => fold(one.name) === fold(name)) < k);
  if (twice) throw new CliError('bad_option', { why: 'thing_twice', option: OPTION, text: twice.name });
  const things: OwnThing[] = [];
  for (const { name, path, isFaceless } of named) {
    const picture = await takePicture(await readRegularFile(path, LIMITS.ownPicture.bytes));
    things.push(ownThing(name, await asThing(cutOut(picture), size), isFaceless));
  }
  return things;
}

const OPTION = '--thing';

/** Reads the picture of `--image file.png`. @throws EngineError or ImageError for what cannot be used */
export async function readImage(path: string, bundle: Bundle): Promise<OwnThing> {
  const picture = await takePicture(await readRegularFile(path, LIMITS.ownPicture.bytes));
  return describedPicture(createDescriber(bundle), await toDescribe(picture, bundle.manifest.image.size));
}
