import { readFile } from 'node:fs/promises';
import { KaleidoError } from '../engine/errors.js';
import { readMetadata } from '../images/metadata.js';
import { artworkInWords } from './report.js';

/**
 * `kaleido info`: how a picture came about, as text or as the JSON record.
 *
 * @throws KaleidoError `unreadable_input`
 */
export async function info(file: string, json: boolean, stdout: NodeJS.WritableStream): Promise<void> {
  const content = await readFile(file).catch((cause: unknown) => {
    throw new KaleidoError('unreadable_input', `${file} cannot be read.`, {
      hint: 'Check the path.',
      data: { path: file },
      cause,
    });
  });
  const record = await readMetadata(content);
  if (json) {
    stdout.write(`${JSON.stringify(record, null, 2)}\n`);
    return;
  }
  const { bundle, settings, cells, vendi } = record;
  const lines: (readonly [string, string])[] = [
    ['prompt', record.prompt],
    ...Object.entries(settings).map(([name, value]) => [inWords(name), listed(value)] as const),
    ...(vendi === undefined ? [] : [['vendi', vendi.toFixed(2)] as const]),
    ['bundle', `${bundle.name} ${bundle.version} (${bundle.hash})`],
    ['software', record.software],
    ...cells.flatMap(({ seed, latents, prompt, artworks = [] }, index) => {
      const name = `cell ${index + 1}`;
      return [
        [name, `seed ${seed}, code ${latents}`] as const,
        ...(prompt === undefined ? [] : [[name, `prompt ${prompt}`] as const]),
        ...artworks.map((work) => [name, `artwork ${artworkInWords(work)}`] as const),
      ];
    }),
  ];
  const told = lines.filter(([, value]) => value !== '');
  const width = Math.max(...told.map(([name]) => name.length));
  stdout.write(told.map(([name, value]) => `${name.padEnd(width)}  ${value}\n`).join(''));
}

/** `guidanceRule` as “guidance rule”. */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function listed(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}
