import type { FileError } from '../manifest/index.js';
import type { Safetensors } from './safetensors.js';

/**
 * What the memory's pictures look like, in numbers in which two drawings of a thing lie near each other
 * (docs/bundle.md, "Likeness").
 */
export interface Likeness {
  /** [looks], which is taken off the looks of a picture before they are projected. */
  readonly mean: Float32Array;
  /** [looks, width], row by row. */
  readonly projection: Float32Array;
  /** [pictures, width], row by row: of length 1, in steps of 1/255 about 128. Drawings may lack theirs. */
  readonly rows: Uint8Array;
  readonly width: number;
}

/** Reads `likeness.safetensors`. @throws EngineError `bundle_invalid` */
export function readLikeness(file: Safetensors, pictures: number, reject: FileError): Likeness {
  const looks = file.lengthOf('mean');
  const width = file.widthOf('rows');
  if (!(looks > 0 && width > 0)) throw reject('measures nothing');
  return {
    mean: file.tensor('mean', 'F32', [looks]),
    projection: file.tensor('projection', 'F32', [looks, width]),
    rows: file.tensor('rows', 'U8', [pictures, width]),
    width,
  };
}

/** The likeness of more pictures behind the memory's, which their own file measures; unchanged where it does not. */
export function withDrawnLikeness(likeness: Likeness, file: Safetensors, pictures: number): Likeness {
  if (!file.has('likeness')) return likeness;
  const more = file.tensor('likeness', 'U8', [pictures, likeness.width]);
  const rows = new Uint8Array(likeness.rows.length + more.length);
  rows.set(likeness.rows);
  rows.set(more, likeness.rows.length);
  return { ...likeness, rows };
}
