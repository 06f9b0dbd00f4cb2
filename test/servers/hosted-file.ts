import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** How a host of files misbehaves. */
export type Mischief = 'huge' | 'drip' | 'redirect' | 'page' | 'short';

/** A file that somebody gave to a service. */
export interface HostedFile {
  name: string;
  bytes: Buffer;
  contentType: string;
  /** What is answered in place of the file. */
  mischief?: Mischief;
}

const PART = Buffer.alloc(2 ** 16);
const HUGE = 50 * 2 ** 20;
/** Long after anybody's patience is over. */
const DRIP_MS = 60_000;

/** A page where a picture was expected: to sign in, or that nothing is there. */
export function sendPage(response: ServerResponse, status = 200): void {
  response.writeHead(status, { 'content-type': 'text/html' }).end('<!DOCTYPE html><title>Sign in</title>');
}

/** Hands a file out, or does what it does in its place. */
export async function sendFile(response: ServerResponse, { bytes, contentType, mischief }: HostedFile): Promise<void> {
  switch (mischief) {
    case undefined:
      return void response.writeHead(200, { 'content-type': contentType }).end(bytes);
    case 'page':
      return sendPage(response);
    case 'redirect':
      return void response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end();
    case 'short':
      response.writeHead(200, { 'content-type': contentType, 'content-length': String(2 * bytes.length) });
      response.write(bytes);
      return void setTimeout(() => response.destroy(), 50);
    case 'huge':
      response.writeHead(200, { 'content-type': contentType });
      for (let size = 0; size < HUGE && !response.destroyed; size += PART.length) {
        if (!response.write(PART)) await sleep(1);
      }
      return void response.end();
    case 'drip':
      response.writeHead(200, { 'content-type': contentType });
      for (let ms = 0; ms < DRIP_MS && !response.destroyed; ms += 500) {
        response.write(bytes.subarray(0, 1));
        await sleep(500);
      }
      return void response.end();
  }
}
