import { randomBytes } from 'node:crypto';
import { link, readFile, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../base/index.js';
import { startOf } from './process-start.js';

const FILE = 'up.json';

const ownerSchema = z.object({ pid: z.int().positive(), start: z.string().nullable() });

/**
 * Claims a data folder for this `kaleido up`, without waiting for anything: two of them would answer everything twice.
 * What a killed one left behind claims nothing, whoever has its process id by now.
 *
 * @returns gives the folder free
 * @throws AppError `folder_in_use` naming the process that has it
 */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, FILE);
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, JSON.stringify({ pid: process.pid, start: await startOf(process.pid) }), { mode: 0o600 });
  try {
    for (;;) {
      // Whole at once, and for one only.
      const isOurs = await link(draft, path).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'EEXIST') return false;
          throw error;
        },
      );
      if (isOurs) return () => rm(path, { force: true });
      const owner = await ownerOf(path);
      if (owner !== null) throw new AppError('folder_in_use', { folder, pid: String(owner) });
      await rm(path, { force: true });
    }
  } finally {
    await unlink(draft);
  }
}

/** The process that has the folder; null when it is gone. */
async function ownerOf(path: string): Promise<number | null> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const { pid, start } = read(text) ?? { pid: 0, start: null };
  if (pid === 0 || pid === process.pid) return null;
  const now = await startOf(pid);
  return now !== null && now === start ? pid : null;
}

function read(text: string): z.infer<typeof ownerSchema> | null {
  try {
    return ownerSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
