import { z } from 'zod';
import { PROVIDERS } from '../engine/runtime/index.js';
import { SHIPPED_BUNDLE } from '../package-info.js';
import { setting, whole } from './values/index.js';

/** The model, and how it runs. */
export const MODEL = {
  bundleDir: setting(
    'KALEIDO_BUNDLE',
    'Folder of the model bundle.',
    '`models/stickers`, which ships with Kaleido',
    'Set it to the folder of a bundle, or unset it to use the one that ships with Kaleido.',
    z.string().default(SHIPPED_BUNDLE),
  ),
  providers: setting(
    'KALEIDO_PROVIDERS',
    `Execution providers in order of preference, with commas between them: ${PROVIDERS.join(', ')}; or auto, by which painting runs on a graphics card that beats the processor. See [operating](#graphics-cards).`,
    '`auto`',
    `Set it to auto, or to some of ${PROVIDERS.join(', ')}, with commas between them.`,
    z
      .string()
      .default('auto')
      .transform((names) => names.split(',').map((name) => name.trim().toLowerCase()))
      .pipe(z.array(z.enum([...PROVIDERS, 'auto'])))
      .refine((names) => names.length === 1 || !names.includes('auto')),
  ),
  threads: setting(
    'KALEIDO_THREADS',
    'Threads for each model, 1–256.',
    'one for each physical core',
    'Set it to a whole number from 1 to 256, or unset it.',
    z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(1).max(256)).optional(),
  ),
  workerJobs: whole(
    'KALEIDO_WORKER_JOBS',
    'Grids that one worker has in hand at a time; one place is kept free of packs.',
    2,
    64,
    2,
  ),
  batchCells: whole(
    'KALEIDO_BATCH_CELLS',
    'Cells of waiting grids that are painted together; raise it on a GPU.',
    1,
    64,
    4,
  ),
  stepSeconds: whole(
    'KALEIDO_STEP_SECONDS',
    'Seconds that one step of the model takes at most on this machine. A worker without progress for five times as long, and 20 s at least, is replaced.',
    1,
    3600,
    4,
  ),
};
