import { readFile } from 'node:fs/promises';
import { KaleidoError } from '../engine/errors.js';
import { readMetadata } from '../images/metadata.js';

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
    ...Object.entries(settings).map(([name, value]) => [name, String(value)] as const),
    ...(vendi === undefined ? [] : [['vendi', vendi.toFixed(2)] as const]),
    ['bundle', `${bundle.name} ${bundle.version} (${bundle.hash})`],
    ['software', record.software],
    ...cells.map((cell, index) => [`cell ${index + 1}`, `seed ${cell.seed}, code ${cell.latents}`] as const),
  ];
  stdout.write(`${lines.map(([name, value]) => `${name.padEnd(10)} ${value}`).join('\n')}\n`);
}
