// Loaded into a process before its program: collects what is no longer used every minute, so that what grows is kept.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
setInterval(runInNewContext('gc'), 60_000).unref();
