import { plainLines } from '../../chat/text/index.js';
import { shortEcho } from '../../engine/basics/index.js';
import { withoutSecrets } from '../../secrets.js';

/**
 * Characters of a message to a person at most; what does not fit is left out of its middle, where what they typed is
 * repeated.
 */
const LONGEST_MESSAGE = 1_000;

/**
 * Writes text for people. What others wrote into it (prompts, file names, metadata) cannot steer the terminal, and no
 * secret is told.
 */
export function print(stream: NodeJS.WritableStream, text: string): void {
  stream.write(withoutSecrets(plainLines(text)));
}

/** The same for what went wrong, which may repeat whatever somebody typed. */
export function printProblem(stream: NodeJS.WritableStream, text: string): void {
  print(stream, shortEcho(text, LONGEST_MESSAGE));
}

/** Writes a picture as the terminal's own sequences, which are ours and nobody else's. */
export function printPicture(stream: NodeJS.WritableStream, sequences: string): void {
  stream.write(`${sequences.trimEnd()}\n`);
}

/** Writes a value as JSON. Controls are escaped, which leaves the value as it is. */
export function printJson(stream: NodeJS.WritableStream, value: unknown): void {
  const json = JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  stream.write(`${withoutSecrets(json)}\n`);
}
