import { z } from 'zod';
import { flag, setting } from './values/index.js';

/** What a service tells of itself: health, metrics, log. */
export const SERVICE = {
  httpHost: setting(
    'KALEIDO_HTTP_HOST',
    'Address that health and metrics listen on.',
    '`127.0.0.1`',
    'Set it to an address of this machine.',
    z.string().default('127.0.0.1'),
  ),
  httpPort: setting(
    'KALEIDO_HTTP_PORT',
    'Port for health (`/health/live`, `/health/ready`) and metrics (`/metrics`).',
    'none: not served',
    'Set it to a port from 0 to 65535, or unset it.',
    z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(0).max(65535)).optional(),
  ),
  logLevel: setting(
    'KALEIDO_LOG_LEVEL',
    'Least severe log lines to write: fatal, error, warn, info, debug, trace or silent.',
    '`info`',
    'Set it to fatal, error, warn, info, debug, trace or silent.',
    z
      .string()
      .default('info')
      .pipe(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
  ),
  logPrompts: flag('KALEIDO_LOG_PROMPTS', 'Write prompts and latents to the log.'),
};
