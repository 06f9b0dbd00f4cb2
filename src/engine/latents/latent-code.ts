import { createHash } from 'node:crypto';
import { TOKENIZER_FILE } from '../bundle/files.js';
import { KaleidoError } from '../errors.js';
import { BitReader, BitWriter, bitsFor } from './bits.js';
import type { LatentContext } from './context.js';
import { IdSet } from './id-set.js';
import { encodeContent, latentKind } from './kinds.js';
import { LATENT_KINDS, type LatentKind, type Latents } from './latents.js';

/**
 * A latent code is base64url over: version (1 byte), vocabulary fingerprint (2 bytes), checksum (2 bytes), bits. The bits are
 * one for each kind in canonical order (present or not), then, kind by kind, each token as its place among those that the
 * kind's grammar allows there: 12 bits for one of 4,096 visual codes, 7 for one of 128 colours, none where there is no choice. So
 * a code says exactly the vocabulary ids, is as short as a fixed table allows, and cannot say what no grammar allows.
 */
const VERSION = 1;
const FINGERPRINT_BYTES = 2;
const CHECKSUM_BYTES = 2;
const HEADER_BYTES = 1 + FINGERPRINT_BYTES + CHECKSUM_BYTES;

/**
 * The latents as a short string of letters, digits, `-` and `_`; any subset of kinds. Values are rounded to the bundle's steps.
 * @throws KaleidoError `bad_pin` when a value does not fit the bundle's limits
 */
export function encodeLatentCode(latents: Latents, context: LatentContext): string {
  const writer = new BitWriter();
  for (const kind of LATENT_KINDS) writer.write(latents[kind] === undefined ? 0 : 1, 1);
  const allowed = new IdSet();
  for (const kind of LATENT_KINDS) {
    if (latents[kind] === undefined) continue;
    const grammar = latentKind(kind).grammar(context, {});
    for (const id of [...encodeContent(kind, latents, context), context.manifest.vocabulary.specials.end]) {
      allowed.clear();
      grammar.allowed(allowed);
      const index = allowed.indexOf(id);
      if (index < 0) throw new RangeError(`The encoding of ${kind} leaves its own grammar at id ${id}.`);
      writer.write(index, bitsFor(allowed.count));
      grammar.accept(id);
    }
  }
  const bits = writer.bytes();
  const head = [Uint8Array.of(VERSION), fingerprint(context)];
  return Buffer.concat([...head, checksum([...head, bits]), bits]).toString('base64url');
}

/**
 * The latents of a code, exactly as `encodeLatentCode` rounded them.
 * @throws KaleidoError `bad_latent_code` when the code is damaged, of a newer version or of a bundle with another vocabulary
 */
export function decodeLatentCode(code: string, context: LatentContext): Latents {
  const trimmed = code.trim();
  if (!/^[\w-]+$/.test(trimmed)) throw damaged('it may hold only letters, digits, - and _');
  const bytes = Buffer.from(trimmed, 'base64url');
  if (bytes.length <= HEADER_BYTES) throw damaged('it is too short');
  const head = [bytes.subarray(0, 1), bytes.subarray(1, 1 + FINGERPRINT_BYTES)];
  const bits = bytes.subarray(HEADER_BYTES);
  if (!checksum([...head, bits]).equals(bytes.subarray(1 + FINGERPRINT_BYTES, HEADER_BYTES))) {
    throw damaged('its check does not add up');
  }
  if (bytes[0] !== VERSION) {
    throw new KaleidoError(
      'bad_latent_code',
      `The latent code is of version ${bytes[0]}, and only ${VERSION} is known here.`,
      {
        hint: 'Use the version of Kaleido that made the code.',
      },
    );
  }
  if (!fingerprint(context).equals(head[1]!)) {
    throw new KaleidoError('bad_latent_code', 'The latent code was made with another model.', {
      hint: `Use the model that made it; this one is ${context.manifest.name} ${context.manifest.version}.`,
    });
  }
  return readLatents(new BitReader(bits), context);
}

function readLatents(reader: BitReader, context: LatentContext): Latents {
  const kinds = LATENT_KINDS.filter(() => reader.read(1) === 1);
  const latents: Latents = {};
  for (const kind of kinds) {
    if (!context.manifest.kinds.includes(kind)) throw damaged(`this model has no ${kind}`);
    readKind(kind, latents, reader, context);
  }
  if (!reader.atEnd()) throw damaged('it is too long');
  return latents;
}

function readKind<K extends LatentKind>(kind: K, latents: Latents, reader: BitReader, context: LatentContext): void {
  const { end } = context.manifest.vocabulary.specials;
  const allowed = new IdSet();
  const spec = latentKind(kind);
  const grammar = spec.grammar(context, {});
  const content: number[] = [];
  for (;;) {
    allowed.clear();
    grammar.allowed(allowed);
    const id = allowed.at(reader.read(bitsFor(allowed.count)) ?? allowed.count);
    if (id < 0) throw damaged(`its ${kind} breaks off`);
    if (id === end) break;
    content.push(id);
    grammar.accept(id);
  }
  latents[kind] = spec.decode(content, context);
}

function damaged(why: string): KaleidoError {
  return new KaleidoError('bad_latent_code', `This is not a whole latent code: ${why}.`, {
    hint: 'Copy the whole code, without spaces inside.',
  });
}

function checksum(parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest().subarray(0, CHECKSUM_BYTES);
}

/** Changes with anything that the meaning of an id depends on. */
function fingerprint({ manifest }: LatentContext): Buffer {
  const { kinds, vocabulary, limits, palette, codebook, files } = manifest;
  const tokenizer = files[TOKENIZER_FILE]?.sha256;
  return createHash('sha256')
    .update(JSON.stringify([kinds, vocabulary, limits, palette.colours, codebook, tokenizer]))
    .digest()
    .subarray(0, FINGERPRINT_BYTES);
}
