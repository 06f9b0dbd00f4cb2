import { type FolderRuntime, type Networks, openNetworks } from './networks.js';
import { type ModelFolder, readFolder } from './read-folder.js';

/** A folder as it was read when its networks were opened. */
export interface OpenFolder {
  folder: ModelFolder;
  networks: Networks;
}

async function openFolder(dir: string, options: FolderRuntime): Promise<OpenFolder> {
  return { folder: await readFolder(dir), networks: openNetworks(options) };
}

/** A folder in use; nobody else has it until it is left. */
export interface Taken extends OpenFolder {
  leave(): void;
}

/**
 * The one folder whose networks are in memory: whoever asks for another waits until that in use is left, and it is
 * closed first.
 */
export interface Shelf {
  /** @throws as `readFolder`; the signal's reason when aborted */
  take(dir: string, signal?: AbortSignal): Promise<Taken>;
  /** Closes what is open, once it is left. */
  dispose(): Promise<void>;
}

export function createShelf(options: FolderRuntime, open = openFolder): Shelf {
  let line = Promise.resolve();
  let held: (OpenFolder & { dir: string }) | undefined;

  /** Waits until all before have left. */
  async function turn(signal?: AbortSignal): Promise<() => void> {
    const before = line;
    let leave = () => {};
    const mine = new Promise<void>((resolve) => {
      leave = resolve;
    });
    line = before.then(() => mine);
    const aborted = new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
    await Promise.race([before, aborted]);
    if (signal?.aborted) leave();
    signal?.throwIfAborted();
    return leave;
  }

  async function clear(): Promise<void> {
    const before = held;
    held = undefined;
    await before?.networks.dispose();
  }

  return {
    async take(dir, signal) {
      signal?.throwIfAborted();
      const leave = await turn(signal);
      try {
        if (held?.dir !== dir) {
          await clear();
          held = { dir, ...(await open(dir, options)) };
        }
        const { folder, networks } = held;
        return { folder, networks, leave };
      } catch (error) {
        leave();
        throw error;
      }
    },
    async dispose() {
      const leave = await turn();
      await clear().finally(leave);
    },
  };
}
