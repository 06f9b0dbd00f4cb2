import { z } from 'zod';
import { ImageError } from './errors.js';
import { readXmp } from './sharp.js';

const NAMESPACE = 'urn:kaleido:record:1';

const artwork = z.object({
  /** What it shows. */
  thing: z.string(),
  /** Its slug in the bundle's `things.json`. */
  picture: z.string(),
  /** The collection that it is from. */
  set: z.string().optional(),
  author: z.string().optional(),
  licence: z.string().optional(),
  source: z.string().optional(),
});

const recordSchema = z.object({
  /** Name and version of what wrote the file. */
  software: z.string(),
  bundle: z.object({ name: z.string(), version: z.string(), hash: z.string() }),
  /** What painted it, where that was not the bundle; the licence of its model as far as it is known. */
  painter: z
    .object({
      name: z.string(),
      model: z.string(),
      licence: z.string().optional(),
      /** What made it larger, where something did. */
      upscaler: z.string().optional(),
    })
    .optional(),
  prompt: z.string(),
  /** Everything else that was asked for, by option name: seed, variety, guidance, steps, sampler, … */
  settings: z.record(
    z.string(),
    z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]),
  ),
  /** Vendi score of the grid's latents; absent in the file of a single cell. */
  vendi: z.number().optional(),
  cells: z.array(
    z.object({
      latents: z.string(),
      seed: z.number(),
      /** Its own prompt, where the grid's has alternatives. */
      prompt: z.string().optional(),
      /** What memory recalled for it, and under which licences. */
      artworks: z.array(artwork).optional(),
      /** Pictures of people's own that it was drawn after: what each shows, and the beginning of its hash. */
      own: z.array(z.object({ thing: z.string(), picture: z.string() })).optional(),
    }),
  ),
  /** Ids of the generation, of the one it was made from and of the first of their line; absent outside the bot. */
  lineage: z.object({ id: z.string(), parent: z.string().nullable(), root: z.string() }).optional(),
});

/** How a picture came about: enough to make it again with the same bundle. `cells[].latents` is a latent code. */
export type ImageRecord = z.infer<typeof recordSchema>;

/**
 * The record as an XMP packet (ISO 16684-1), which PNG carries in an iTXt chunk and most image tools can show. The
 * record is one JSON text with the characters special to XML written as JSON escapes, so it reads back exactly.
 */
export function toXmp(record: ImageRecord): string {
  const json = JSON.stringify(record).replace(
    /[<>&]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about="" xmlns:kaleido="${NAMESPACE}"><kaleido:record>${json}</kaleido:record>`,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('');
}

/**
 * Reads the record of a picture that Kaleido wrote, without decoding it.
 *
 * @throws KaleidoError `unreadable_input` when the file is no picture or carries no record.
 */
export async function readMetadata(file: Uint8Array): Promise<ImageRecord> {
  const xmp = await readXmp(file).catch((cause: unknown) => {
    throw new ImageError('unreadable_input', { why: 'not_picture' }, cause);
  });
  return readRecord(xmp);
}

/** What stands between the first of two marks and the next of the other. */
function between(text: string, opening: string, closing: string): string | undefined {
  const start = text.indexOf(opening);
  const end = start < 0 ? -1 : text.indexOf(closing, start + opening.length);
  return end < 0 ? undefined : text.slice(start + opening.length, end);
}

/**
 * The record in a picture's XMP packet.
 *
 * @throws KaleidoError `unreadable_input` when there is none or it is damaged.
 */
export function readRecord(xmp: string | undefined): ImageRecord {
  const json = xmp === undefined ? undefined : between(xmp, '<kaleido:record>', '</kaleido:record>');
  if (json === undefined) {
    throw new ImageError('unreadable_input', { why: 'no_record' });
  }
  try {
    return recordSchema.parse(JSON.parse(json));
  } catch (cause) {
    throw new ImageError('unreadable_input', { why: 'bad_record' }, cause);
  }
}
