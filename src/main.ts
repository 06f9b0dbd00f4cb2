#!/usr/bin/env node
import { runCommandLine } from './cli/index.js';

const interrupt = new AbortController();
// Once: a second Ctrl-C ends the process at once.
process.once('SIGINT', () => interrupt.abort());
// What a supervisor or a container sends.
process.once('SIGTERM', () => interrupt.abort());
// A worker whose bot died must not go on alone.
process.once('disconnect', () => interrupt.abort());

process.exitCode = await runCommandLine(process.argv.slice(2), interrupt.signal, process);
// An open channel to the process that started this one would keep it alive.
if (process.connected) process.disconnect();
