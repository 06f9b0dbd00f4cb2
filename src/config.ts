import { join } from 'node:path';
import { z } from 'zod';
import { KaleidoError } from './engine/errors.js';
import { PROVIDERS, type Provider } from './engine/onnx.js';
import { PACKAGE_ROOT } from './package-info.js';

/** What the environment sets; command-line options come before it. */
export interface Config {
  /** `KALEIDO_BUNDLE`: folder of the model bundle; default: the one that ships with Kaleido. */
  bundleDir: string;
  /** `KALEIDO_PROVIDERS`: execution providers in order of preference, comma-separated; default: cpu. */
  providers: readonly Provider[];
  /** `KALEIDO_THREADS`: threads for each model, 1–256; default: one for each physical core. */
  threads: number | undefined;
}

const environment = z.object({
  KALEIDO_BUNDLE: z
    .string()
    .min(1)
    .default(join(PACKAGE_ROOT, 'models', 'stickers')),
  KALEIDO_PROVIDERS: z
    .string()
    .default('cpu')
    .transform((text) => text.split(',').map((name) => name.trim().toLowerCase()))
    .pipe(z.array(z.enum(PROVIDERS))),
  KALEIDO_THREADS: z.coerce.number().int().min(1).max(256).optional(),
});

const REMEDIES: Readonly<Record<string, string>> = {
  KALEIDO_BUNDLE: 'Set it to the folder of a bundle, or unset it to use the one that ships with Kaleido.',
  KALEIDO_PROVIDERS: `Set it to some of ${PROVIDERS.join(', ')}, with commas between them.`,
  KALEIDO_THREADS: 'Set it to a whole number from 1 to 256, or unset it.',
};

/**
 * Reads the configuration from environment variables. A variable that is set but blank counts as unset.
 *
 * @throws KaleidoError `bad_option` naming the variable that cannot be used
 */
export function readConfig(variables: Readonly<Record<string, string | undefined>> = process.env): Config {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    throw new KaleidoError('bad_option', `The environment variable ${name} cannot be used: "${set[name]}".`, {
      hint: REMEDIES[name] ?? '',
      data: { option: name },
      cause: parsed.error,
    });
  }
  const { KALEIDO_BUNDLE, KALEIDO_PROVIDERS, KALEIDO_THREADS } = parsed.data;
  return { bundleDir: KALEIDO_BUNDLE, providers: KALEIDO_PROVIDERS, threads: KALEIDO_THREADS };
}
