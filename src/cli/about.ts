import type { Command } from 'commander';
import { createTranslator } from '../chat/i18n/index.js';
import { loadBundle } from '../engine/bundle/index.js';
import { LICENCE, VERSION } from '../package-info.js';
import { type ModelFlags, resolveConfig, withModelOptions } from './flags/index.js';
import { print } from './print/index.js';

/** `kaleido about`. */
export function addAbout(command: Command, stdout: NodeJS.WriteStream): void {
  withModelOptions(command).action(async (flags: ModelFlags) => {
    const { bundleDir } = await resolveConfig(flags);
    await about(bundleDir, stdout);
  });
}

/** Version and model, and whose artwork the model draws after. @throws those of `loadBundle` */
async function about(bundleDir: string, stdout: NodeJS.WritableStream): Promise<void> {
  const t = createTranslator('en');
  const { name, version, licence, description, attribution } = (await loadBundle(bundleDir)).manifest;
  const lines = [
    `kaleido ${t('about.licensed', { name: VERSION, licence: LICENCE })}`,
    `${t('about.licensed', { name: `${name} ${version}`, licence })}: ${description}`,
    `${t('about.artwork')}:`,
    ...attribution.map((set) => `  ${t('about.credit', { ...set, set: set.name })} (${set.source})`),
    t('about.changed'),
  ];
  print(stdout, `${lines.join('\n')}\n`);
}
