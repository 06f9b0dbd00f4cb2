import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ASPECTS, type Aspect, EngineError, SQUARE } from '../basics/index.js';
import { type Draft, draftSchema } from '../draft/index.js';
import {
  BitReader,
  BitWriter,
  BrokenBits,
  LATENT_KINDS,
  type LatentKind,
  type Latents,
  latentKind,
  latentsSchema,
  presentKinds,
  readBits,
  readText,
  writeText,
} from '../latents/index.js';

import { VISUAL_TOKENIZER_DIGITS } from '../manifest/index.js';
import { type DraftSays, readDraft, writeDraft } from './draft-bits.js';
import { FIRST_FINGERPRINT, readFirstCode } from './first-code.js';
import { VISUAL_TOKENIZER } from './first-vocabulary.js';

/**
 * A latent code is base64url over: version (1 byte), visual tokenizer (4 bytes), checksum (2 bytes), bits. The bits are
 * whether the visual tokenizer is known, one for each of `NUMBERED_KINDS` (present or not), then the values kind by
 * kind. Texts are written as texts and colours as colours, so that any bundle reads them; visual tokens are numbers,
 * which only bundles of that visual tokenizer understand.
 */
const VERSION = 2;
/** The same with a draft behind the values: names and slugs, which only bundles of that memory can draw. */
const DRAFT_VERSION = 3;
/** A draft that says which parts of its things have other colours. */
const PARTS_VERSION = 4;
/**
 * Latents of later kinds too: their number, each by its name and value, whether a draft follows and whether it says
 * colours of parts.
 */
const NAMED_VERSION = 5;
/** As version 5, and behind it whether the draft says patterns and groups. */
const PATTERNS_VERSION = 6;
/** As version 6, and behind it whether the draft says how far it is tilted and how it is finished. */
const TILT_VERSION = 7;
/** As version 7, and behind it which of `ASPECTS` the picture's shape is. */
const ASPECT_VERSION = 8;
/** Bits of the shape's number. */
const ASPECT_BITS = 4;
/**
 * The kinds that codes of the second, third and fourth version have bits for, in that order. Later kinds are written
 * by name, so that these stay readable.
 */
const NUMBERED_KINDS: readonly LatentKind[] = ['description', 'boxes', 'blobs', 'palette', 'tokens'];
/** Bits of the number of kinds that are named. */
const KINDS_BITS = 6;
/**
 * Wrote everything in numbers of its own bundle's vocabulary, whose fingerprint (2 bytes) stood in place of the visual
 * tokenizer.
 */
const FIRST_VERSION = 1;
const FINGERPRINT_BYTES = 2;
const TOKENIZER_BYTES = VISUAL_TOKENIZER_DIGITS / 2;
const CHECKSUM_BYTES = 2;
/** Characters; the longest latents that a schema allows have fewer. */
const LONGEST_CODE = 20_000;
const NO_TOKENIZER = '0'.repeat(VISUAL_TOKENIZER_DIGITS);

/** What a code says. */
export interface CodedLatents {
  latents: Latents;
  /** What the visual tokens are of; null when that is not known. */
  visualTokenizer: string | null;
  /** What memory recalled for them; absent when nothing was. */
  draft?: Draft;
  /** Shape of the picture; absent for a square. */
  aspect?: Aspect;
}

/**
 * The latents as a short string of letters, digits, `-` and `_`; any subset of kinds. Numbers are rounded to the steps
 * of docs/bundle.md, which those of plans have already.
 *
 * @param visualTokenizer what the visual tokens are of, as `visualTokenizerOf` names it; null when that is not known
 * @param draft what memory recalled for them; latents without one have the code that they had before there were drafts,
 *   and a draft without coloured parts, patterns, groups, tilt and finish that which it had before there were these
 * @param aspect shape of the picture; a square's code is that which it had before there were others
 */
export function encodeLatentCode(
  latents: Latents,
  visualTokenizer: string | null,
  draft?: Draft,
  aspect: Aspect = SQUARE,
): string {
  const writer = new BitWriter();
  writer.write(visualTokenizer === null ? 0 : 1, 1);
  const says = whatIsSaid(draft);
  const version = aspect === SQUARE ? versionOf(latents, draft, says) : ASPECT_VERSION;
  const isNamed = version >= NAMED_VERSION;
  if (isNamed) writeNamed(latents, writer);
  else writeNumbered(latents, writer);
  if (isNamed) for (const holds of [draft !== undefined, says.parts]) writer.write(holds ? 1 : 0, 1);
  if (version >= PATTERNS_VERSION) writer.write(says.patterns ? 1 : 0, 1);
  if (version >= TILT_VERSION) for (const holds of [says.tilt, says.finish]) writer.write(holds ? 1 : 0, 1);
  if (version >= ASPECT_VERSION) writer.write(ASPECTS.indexOf(aspect), ASPECT_BITS);
  if (draft !== undefined) writeDraft(draft, latents, writer, says);
  const bits = writer.bytes();
  const head = Buffer.from([version, ...Buffer.from(visualTokenizer ?? NO_TOKENIZER, 'hex')]);
  return Buffer.concat([head, checksum(head, bits), bits]).toString('base64url');
}

function whatIsSaid(draft: Draft | undefined): DraftSays {
  const things = draft?.things ?? [];
  return {
    parts: things.some(({ parts }) => parts !== undefined),
    patterns: things.some(({ pattern, group }) => pattern !== undefined || group !== undefined),
    tilt: draft?.tilt !== undefined,
    finish: draft?.finish !== undefined,
  };
}

/** The first version that has all of it. */
function versionOf(latents: Latents, draft: Draft | undefined, says: DraftSays): number {
  if (says.finish || says.tilt) return TILT_VERSION;
  if (says.patterns) return PATTERNS_VERSION;
  if (presentKinds(latents).some((kind) => !NUMBERED_KINDS.includes(kind))) return NAMED_VERSION;
  return draft === undefined ? VERSION : says.parts ? PARTS_VERSION : DRAFT_VERSION;
}

/**
 * The latents of a code, exactly as `encodeLatentCode` rounded them. They may be of another bundle than the one at
 * hand, and hold tokens and lengths that this one does not know.
 *
 * @throws EngineError `bad_latent_code` when the code is damaged or of another version
 */
export function decodeLatentCode(code: string): CodedLatents {
  const trimmed = code.trim();
  if (trimmed.length > LONGEST_CODE) throw new EngineError('bad_latent_code', { why: 'long_code', most: LONGEST_CODE });
  if (!/^[\w-]+$/.test(trimmed)) throw unreadable('characters');
  const bytes = Buffer.from(trimmed, 'base64url');
  switch (bytes[0]) {
    case VERSION:
    case DRAFT_VERSION:
    case PARTS_VERSION:
    case NAMED_VERSION:
    case PATTERNS_VERSION:
    case TILT_VERSION:
    case ASPECT_VERSION: {
      const { tag, reader } = open(bytes, TOKENIZER_BYTES);
      const visualTokenizer = reader.read(1) === 1 ? tag : null;
      const version = bytes[0];
      return { ...readWhole(reader, (from) => readCoded(from, version)), visualTokenizer };
    }
    case FIRST_VERSION: {
      const { tag, reader } = open(bytes, FINGERPRINT_BYTES);
      if (tag !== FIRST_FINGERPRINT) throw unreadable('other_model');
      return { ...readWhole(reader, (from) => ({ latents: readFirstCode(from) })), visualTokenizer: VISUAL_TOKENIZER };
    }
    case undefined:
      throw unreadable('too_short');
    default:
      throw new EngineError('bad_latent_code', { why: 'version', version: bytes[0] });
  }
}

/** What stands between version and checksum, in hex, and the bits behind it. */
function open(bytes: Uint8Array, tagBytes: number): { tag: string; reader: BitReader } {
  const head = bytes.subarray(0, 1 + tagBytes);
  const bits = bytes.subarray(head.length + CHECKSUM_BYTES);
  if (bits.length === 0) throw unreadable('too_short');
  if (!checksum(head, bits).equals(bytes.subarray(head.length, head.length + CHECKSUM_BYTES))) {
    throw unreadable('checksum');
  }
  return { tag: Buffer.from(head.subarray(1)).toString('hex'), reader: new BitReader(bits) };
}

function writeNumbered(latents: Latents, into: BitWriter): void {
  const kinds = NUMBERED_KINDS.filter((kind) => latents[kind] !== undefined);
  for (const kind of NUMBERED_KINDS) into.write(kinds.includes(kind) ? 1 : 0, 1);
  for (const kind of kinds) writeKind(kind, latents, into);
}

function writeNamed(latents: Latents, into: BitWriter): void {
  const kinds = presentKinds(latents);
  into.write(kinds.length, KINDS_BITS);
  for (const kind of kinds) {
    writeText(kind, into);
    writeKind(kind, latents, into);
  }
}

function writeKind<K extends LatentKind>(kind: K, latents: Latents, into: BitWriter): void {
  const value = latents[kind];
  if (value !== undefined && value !== null) latentKind(kind).bits.write(value, into);
}

type Coded = Pick<CodedLatents, 'latents' | 'draft' | 'aspect'>;

const codedSchema: z.ZodType<Coded> = z.strictObject({
  latents: latentsSchema,
  draft: draftSchema.optional(),
  aspect: z.enum(ASPECTS).exactOptional(),
});

/** What `read` reads, if it is latents, with a draft or without one, and all that there is. */
function readWhole(reader: BitReader, read: (from: BitReader) => Coded): Coded {
  let coded: Coded;
  try {
    coded = read(reader);
  } catch (error) {
    if (error instanceof BrokenBits) throw unreadable('breaks_off');
    throw error;
  }
  const { data } = codedSchema.safeParse(coded);
  if (data === undefined || !reader.atEnd()) throw unreadable('impossible');
  return data;
}

function readCoded(from: BitReader, version: number): Coded {
  const isNamed = version >= NAMED_VERSION;
  const latents = isNamed ? readNamed(from) : readNumbered(from);
  const hasDraft = isNamed ? readBits(from, 1) === 1 : version !== VERSION;
  const parts = isNamed ? readBits(from, 1) === 1 : version === PARTS_VERSION;
  const patterns = version >= PATTERNS_VERSION && readBits(from, 1) === 1;
  const tilt = version >= TILT_VERSION && readBits(from, 1) === 1;
  const finish = version >= TILT_VERSION && readBits(from, 1) === 1;
  const aspect = version >= ASPECT_VERSION ? ASPECTS[readBits(from, ASPECT_BITS)] : SQUARE;
  if (aspect === undefined) throw unreadable('impossible');
  return {
    latents,
    ...(hasDraft ? { draft: readDraft(latents, from, { parts, patterns, tilt, finish }) } : {}),
    ...(aspect === SQUARE ? {} : { aspect }),
  };
}

function readNumbered(from: BitReader): Latents {
  const latents: Latents = {};
  const kinds = NUMBERED_KINDS.filter(() => from.read(1) === 1);
  for (const kind of kinds) readKind(kind, latents, from);
  return latents;
}

function readNamed(from: BitReader): Latents {
  const latents: Latents = {};
  for (let left = readBits(from, KINDS_BITS); left > 0; left--) {
    const name = readText(from);
    const kind = LATENT_KINDS.find((known) => known === name);
    if (kind === undefined) throw new EngineError('bad_latent_code', { why: 'unknown_kind', name });
    readKind(kind, latents, from);
  }
  return latents;
}

function readKind<K extends LatentKind>(kind: K, into: Latents, from: BitReader): void {
  into[kind] = latentKind(kind).bits.read(from);
}

function unreadable(
  why: 'characters' | 'too_short' | 'checksum' | 'breaks_off' | 'impossible' | 'other_model',
): EngineError {
  return new EngineError('bad_latent_code', { why });
}

function checksum(head: Uint8Array, bits: Uint8Array): Buffer {
  return createHash('sha256').update(head).update(bits).digest().subarray(0, CHECKSUM_BYTES);
}
