import { describe, expect, it } from 'vitest';
import { cellPlaces, encodeSequence, padSequences } from '../../../../src/engine/prior/sequence.js';
import { smallContext } from '../support/small-bundle.js';

const context = smallContext();
const { vocabulary } = context.manifest;
const latents = {
  boxes: [{ label: 'cat', x0: 0, y0: 0.25, x1: 0.5, y1: 1 }],
  palette: [{ colour: '#000000', share: 0.25 }],
};

describe('sequences', () => {
  it('hold start, content and end of each kind in canonical order, with kinds and positions', () => {
    const { ids, kindIds, positions } = encodeSequence(latents, context);
    const { location, colour, share } = vocabulary.ranges;
    const corners = [0, 8, 16, 32].map((step) => location[0] + step);
    const label = context.tokenizer.encode('cat');
    expect(ids).toEqual([2, 5, ...label, ...corners, 3, 7, colour[0] + 1, share[0] + 1, 3]);
    expect(kindIds).toEqual([0, 2, 2, 2, 2, 2, 2, 2, 4, 4, 4, 4]);
    expect(positions).toEqual([0, 0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3]);
  });

  it('follow another order of kinds and skip those without a value', () => {
    const { kindIds } = encodeSequence(latents, context, ['palette', 'blobs', 'boxes']);
    expect(kindIds).toEqual([0, 4, 4, 4, 4, 2, 2, 2, 2, 2, 2, 2]);
  });

  it('tell the place of the next cell where boxes go before the visual tokens', () => {
    const tokens = new Array<number>(64).fill(0);
    const box = [{ label: 'cat', x0: 0, y0: 0, x1: 1, y1: 1 }];
    const cells = Array.from({ length: 64 }, (_, cell) => cell + 1);
    const { places, ids } = encodeSequence({ boxes: box, tokens }, context);
    expect(places).toEqual([...new Array<number>(ids.length - 66).fill(0), ...cells, 0, 0]);
    expect(encodeSequence({ tokens }, context).places).toEqual(new Array(67).fill(0));
    const behind = encodeSequence({ boxes: box, tokens }, context, ['tokens', 'boxes']);
    expect(behind.places).toEqual(new Array(ids.length).fill(0));
  });

  it('are <bos> alone without latents', () => {
    expect(encodeSequence({}, context)).toEqual({ ids: [2], kindIds: [0], positions: [0], places: [0] });
  });

  it('are padded on the right in a batch', () => {
    const { inputs, lengths, width } = padSequences(
      [encodeSequence({}, context), encodeSequence({ palette: latents.palette }, context)],
      context.manifest,
    );
    expect([lengths, width]).toEqual([[1, 5], 5]);
    expect(inputs.tokens.dims).toEqual([2, 5]);
    expect([...inputs.tokens.data].slice(0, 5)).toEqual([2n, 0n, 0n, 0n, 0n]);
    expect([...inputs.positions.data].slice(5)).toEqual([0n, 0n, 1n, 2n, 3n]);
  });
});

const place = (box: number, row: number, column: number) => 1 + box * 64 + row * 8 + column;
const row = (places: readonly number[], y: number) => places.slice(y * 8, y * 8 + 8);

describe('places of cells', () => {
  it('are all different in a box of the whole picture', () => {
    expect(cellPlaces([0, 0, 32, 32], 8)).toEqual(Array.from({ length: 64 }, (_, cell) => cell + 1));
  });

  it('are 0 outside every box', () => {
    const places = cellPlaces([16, 16, 32, 32], 8);
    expect(places.flatMap((p, cell) => (p > 0 ? [cell] : []))).toHaveLength(16);
    expect(row(places, 4).map((p) => p > 0)).toEqual([false, false, false, false, true, true, true, true]);
  });

  it('are eighths of the box that holds the centre of the cell', () => {
    const places = cellPlaces([0, 0, 16, 32, 16, 8, 32, 24], 8);
    expect(row(places, 0)).toEqual([...[1, 3, 5, 7].map((c) => place(0, 0, c)), 0, 0, 0, 0]);
    expect(row(places, 5).slice(4)).toEqual([1, 3, 5, 7].map((c) => place(1, 7, c)));
  });

  it('name the box that covers most of a cell, and of two that do the one in front', () => {
    expect(cellPlaces([0, 0, 4, 4, 3, 0, 32, 32], 8)[0]).toBe(place(0, 4, 4));
    expect(cellPlaces([0, 0, 32, 32, 0, 0, 4, 4], 8)[0]).toBe(place(1, 4, 4));
  });

  it('name a box that lies beside the centre of the cell', () => {
    expect(cellPlaces([0, 0, 1, 1], 8)[0]).toBe(place(0, 7, 7));
  });
});
