import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { print, printJson, printProblem } from '../../../../src/cli/print/print.js';
import { hideSecret } from '../../../../src/secrets.js';

function printed(how: (stream: PassThrough) => void): string {
  const stream = new PassThrough();
  how(stream);
  return String(stream.read());
}

// What sets a title, clears the screen, begins a sequence in one byte, and turns the direction of writing.
const HOSTILE = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202egnp.exe\u2066\rover';
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come.
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

describe('what is printed', () => {
  it('cannot steer the terminal', () => {
    for (const how of [print, printProblem]) {
      expect(printed((stream) => how(stream, `a ${HOSTILE} b\n`))).not.toMatch(CONTROLS);
    }
  });

  it('as JSON cannot either, and is the same when it is read', () => {
    const text = printed((stream) => printJson(stream, { a: HOSTILE }));
    expect(text).not.toMatch(CONTROLS);
    expect(JSON.parse(text)).toEqual({ a: HOSTILE });
  });

  it('does not repeat ten thousand characters, but says what is wrong with them', () => {
    const text = printed((stream) => printProblem(stream, `--pin must be a kind, not "${'a'.repeat(10_000)}".\n`));
    expect(text.length).toBeLessThan(1_010);
    expect(text).toMatch(/^--pin must be a kind, not "aaa.* … a+"\.\n$/);
  });

  it('tells no secret', () => {
    hideSecret('hunter2hunter2');
    expect(printed((stream) => print(stream, 'refused: hunter2hunter2\n'))).toBe('refused: [secret]\n');
  });
});
