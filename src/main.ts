#!/usr/bin/env node
import { missingLibrary } from './native-libraries.js';

const interrupt = new AbortController();
// Once: a second Ctrl-C ends the process at once.
process.once('SIGINT', () => interrupt.abort());
// What a supervisor or a container sends.
process.once('SIGTERM', () => interrupt.abort());
// A worker whose bot died must not go on alone.
process.once('disconnect', () => interrupt.abort());

try {
  // Here and not above: what cannot be loaded is told in words.
  const { runCommandLine } = await import('./cli/index.js');
  process.exitCode = await runCommandLine(process.argv.slice(2), interrupt.signal, process);
} catch (error) {
  const missing = missingLibrary(error);
  if (missing === null) throw error;
  process.stderr.write(missing);
  // At once: the loader rejects the same error again where nobody can catch it.
  process.exit(1);
}
// What could not be closed, such as a connection to a server that is away, keeps no process that was told to end.
if (interrupt.signal.aborted) setTimeout(() => process.exit(), 500).unref();
// An open channel to the process that started this one would keep it alive.
if (process.connected) process.disconnect();
