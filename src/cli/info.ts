import { readRegularFile } from '../engine/basics/index.js';
import { type ImageRecord, readMetadata } from '../images/index.js';
import { artworkInWords } from './output/index.js';
import { print, printJson } from './print/index.js';

/** Bytes; the largest grid has some two million. */
const LARGEST_PICTURE = 64 * 1024 * 1024;

/**
 * `kaleido info`: how a picture came about, as text or as the JSON record.
 *
 * @throws KaleidoError `unreadable_input`
 */
export async function info(file: string, json: boolean, stdout: NodeJS.WritableStream): Promise<void> {
  const record = await readMetadata(await readRegularFile(file, LARGEST_PICTURE));
  if (json) return printJson(stdout, record);
  const { bundle, settings, cells, vendi, painter } = record;
  const lines: (readonly [string, string])[] = [
    ['prompt', record.prompt],
    ...Object.entries(settings).map(([name, value]) => [inWords(name), listed(value)] as const),
    ...(vendi === undefined ? [] : [['vendi', vendi.toFixed(2)] as const]),
    ...(painter === undefined ? [] : paintedBy(painter)),
    ['bundle', `${bundle.name} ${bundle.version} (${bundle.hash})`],
    ['software', record.software],
    ...cells.flatMap(({ seed, latents, prompt, artworks = [], own = [] }, index) => {
      const name = `cell ${index + 1}`;
      return [
        [name, `seed ${seed}, code ${latents}`] as const,
        ...(prompt === undefined ? [] : [[name, `prompt ${prompt}`] as const]),
        ...artworks.map((work) => [name, `artwork ${artworkInWords(work)}`] as const),
        ...own.map(({ thing, picture }) => [name, `own picture of ${thing} (${picture})`] as const),
      ];
    }),
  ];
  const told = lines.filter(([, value]) => value !== '');
  const width = Math.max(...told.map(([name]) => name.length));
  print(stdout, told.map(([name, value]) => `${oneLine(name).padEnd(width)}  ${oneLine(value)}\n`).join(''));
}

function paintedBy({ name, model, licence = 'not known' }: NonNullable<ImageRecord['painter']>) {
  return [['painter', `${model} (${name})`] as const, ['licence', licence] as const];
}

/** A record may come from anybody: what is one value stays one line. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** `guidanceRule` as “guidance rule”. */
function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function listed(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}
