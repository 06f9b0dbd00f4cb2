import type { Command } from 'commander';
import { createTranslator } from '../chat/i18n/index.js';
import { describedText } from '../chat/text/index.js';
import { LIMITS, readRegularFile } from '../engine/basics/index.js';
import { loadBundle } from '../engine/bundle/index.js';
import { createDescriber } from '../engine/describe/index.js';
import { takePicture, toDescribe } from '../images/index.js';
import { type ModelFlags, resolveConfig, withModelOptions } from './flags/index.js';
import { latentLines } from './output/index.js';
import { print, printJson } from './print/index.js';

/** `kaleido describe`. */
export function addDescribe(command: Command, stdout: NodeJS.WriteStream): void {
  withModelOptions(command)
    .argument('<file>', 'a picture: PNG, JPEG, WebP, GIF or AVIF')
    .option('--json', 'print all that is known of it as JSON', false)
    .action(async (file: string, { json, ...flags }: ModelFlags & { json: boolean }) => {
      const { bundleDir } = await resolveConfig(flags);
      await describe(file, json, bundleDir, stdout);
    });
}

/** @throws ImageError for what is no picture that is read, and those of `loadBundle` */
async function describe(file: string, json: boolean, bundleDir: string, stdout: NodeJS.WritableStream): Promise<void> {
  const picture = await takePicture(await readRegularFile(file, LIMITS.ownPicture.bytes));
  const bundle = await loadBundle(bundleDir);
  const found = createDescriber(bundle)(await toDescribe(picture, bundle.manifest.image.size));
  if (json) return printJson(stdout, found);
  print(stdout, [describedText(createTranslator('en'), found), ...latentLines(found.latents), ''].join('\n'));
}
