import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { watch } from 'node:fs';

/**
 * `npm run dev`: everything in one go (`kaleido up`), started again when a source changes. What stands behind `--` goes
 * to `up`.
 *
 * `tsx watch` and its like take the lines that are typed into the terminal chat for themselves, and end a process by
 * force after some seconds. Here the old one always shuts down in order, worker and database with it, before the new
 * one starts.
 */

const SOURCES = ['src', 'commands'];
const SOURCE = /\.(ts|json|csv|txt)$/;
/** Milliseconds: an editor or git writes several files at once. */
const SETTLE = 200;

const print = (text: string) => process.stderr.write(`[dev] ${text}\n`);

/** Emits `change` with a file's path, once no more changes follow. */
function watchSources(signal: AbortSignal): EventEmitter<{ change: [file: string] }> {
  const changes = new EventEmitter<{ change: [file: string] }>();
  let timer: NodeJS.Timeout | undefined;
  for (const folder of SOURCES) {
    watch(folder, { recursive: true, signal }, (_event, file) => {
      if (file === null || !SOURCE.test(file)) return;
      clearTimeout(timer);
      timer = setTimeout(() => changes.emit('change', `${folder}/${file}`), SETTLE);
    });
  }
  return changes;
}

const stop = new AbortController();
let child: ChildProcess | undefined;
// Ctrl-C reaches the child by itself, which then ends.
process.on('SIGINT', () => stop.abort());
process.on('SIGTERM', () => {
  stop.abort();
  child?.kill('SIGTERM');
});

const changes = watchSources(stop.signal);
const nextChange = () =>
  once(changes, 'change', { signal: stop.signal }).then(
    ([file]) => file,
    // The loop has ended.
    () => undefined,
  );

while (!stop.signal.aborted) {
  child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', 'up', ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  const ended = once(child, 'exit');
  const changed = nextChange();
  const file = await Promise.race([changed, ended.then(() => undefined)]);
  if (file !== undefined) {
    print(`${file} changed: shutting down, to start again`);
    child.kill('SIGTERM');
    await ended;
    continue;
  }
  const [code] = await ended;
  if (code === 0 || stop.signal.aborted) {
    process.exitCode = code ?? 0;
    stop.abort();
  } else {
    print(`ended with exit code ${code}: waiting for a change`);
    await changed;
  }
}
