import { LOCATION_STEPS } from '../basics/index.js';
import { type BitReader, type BitWriter, bitsFor } from './bits.js';

/** A value as bits that mean the same to every bundle. Numbers are rounded to the steps of docs/bundle.md. */
export interface BitCoding<V> {
  write(value: V, into: BitWriter): void;
  /** @throws BrokenBits */
  read(from: BitReader): V;
}

/** The bits ended before the value did, or say something that no value does. */
export class BrokenBits extends Error {
  override readonly name = 'BrokenBits';
}

/** What nearly all texts consist of: with the end of the text, 5 bits a character. */
const COMMON = " abcdefghijklmnopqrstuvwxyz,-'";
/** Bits of the length in bytes of any other text: the longest there is is a description of 1,000 characters. */
const LENGTH_BITS = 12;
/** Bits of the number of boxes, ellipses or colours less one. */
const ENTRY_BITS = 4;
/** Bits of a coordinate. */
export const PLACE_BITS = bitsFor(LOCATION_STEPS + 1);

/** A text: characters of the alphabet as numbers from 1, and 0 behind the last, if it has no others; else as UTF-8. */
export function writeText(text: string, into: BitWriter, alphabet = COMMON): void {
  const isCommon = [...text].every((character) => alphabet.includes(character));
  into.write(isCommon ? 0 : 1, 1);
  if (isCommon) {
    const width = bitsFor(alphabet.length + 1);
    for (const character of text) into.write(alphabet.indexOf(character) + 1, width);
    into.write(0, width);
    return;
  }
  const bytes = Buffer.from(text);
  into.write(bytes.length, LENGTH_BITS);
  for (const byte of bytes) into.write(byte, 8);
}

/** What `writeText` wrote with that alphabet; @throws BrokenBits */
export function readText(from: BitReader, alphabet = COMMON): string {
  if (readBits(from, 1) === 1) {
    return Buffer.from(Array.from({ length: readBits(from, LENGTH_BITS) }, () => readBits(from, 8))).toString();
  }
  const width = bitsFor(alphabet.length + 1);
  let text = '';
  for (let code = readBits(from, width); code > 0; code = readBits(from, width)) {
    const character = alphabet[code - 1];
    if (character === undefined) throw new BrokenBits(`No character has the number ${code}.`);
    text += character;
  }
  return text;
}

/** 1–16 entries. */
export function writeEntries<T>(entries: readonly T[], into: BitWriter, write: (entry: T) => void): void {
  into.write(entries.length - 1, ENTRY_BITS);
  for (const entry of entries) write(entry);
}

/** What `writeEntries` wrote; @throws BrokenBits */
export function readEntries<T>(from: BitReader, read: () => T): T[] {
  return Array.from({ length: readBits(from, ENTRY_BITS) + 1 }, read);
}

/** @throws BrokenBits when fewer bits are left */
export function readBits(from: BitReader, width: number): number {
  const value = from.read(width);
  if (value === undefined) throw new BrokenBits('The bits end inside a value.');
  return value;
}

/** A coordinate as a fraction of the canvas side; @throws BrokenBits */
export function readPlace(from: BitReader): number {
  return readBits(from, PLACE_BITS) / LOCATION_STEPS;
}
