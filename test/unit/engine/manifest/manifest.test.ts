import { describe, expect, it } from 'vitest';
import { manifestSchema } from '../../../../src/engine/manifest/manifest-checks.js';
import { smallManifestJson } from '../support/small-bundle.js';

type ManifestJson = ReturnType<typeof smallManifestJson>;

describe('the manifest', () => {
  it('is accepted when its parts agree', () => {
    expect(manifestSchema.safeParse(smallManifestJson()).error).toBeUndefined();
  });

  it('may leave kinds out', () => {
    const json = { ...smallManifestJson(), kinds: ['palette', 'tokens'] };
    expect(manifestSchema.safeParse(json).success).toBe(true);
  });

  it.each<[string, string, (json: ManifestJson) => void]>([
    ['another format', 'format', (json) => Object.assign(json, { format: 99 })],
    ['an unknown kind', 'kinds', (json) => json.kinds.push('depth')],
    ['a kind listed twice', 'kinds', (json) => json.kinds.push('boxes')],
    ['kinds in another order', 'kinds', (json) => json.kinds.reverse()],
    ['a kind without a start token', 'starts', ({ vocabulary }) => Reflect.deleteProperty(vocabulary.starts, 'boxes')],
    ['two names for one id', 'vocabulary', ({ vocabulary }) => Object.assign(vocabulary.specials, { end: 4 })],
    [
      'a special id inside the ranges',
      'vocabulary',
      ({ vocabulary }) => Object.assign(vocabulary.specials, { end: 20 }),
    ],
    ['heads of an odd size', 'heads', ({ model }) => Object.assign(model, { width: 30, heads: 2 })],
    ['a gap between ranges', 'angle', ({ vocabulary }) => vocabulary.ranges.angle![0]++],
    ['ranges beyond the vocabulary', 'code', ({ vocabulary }) => vocabulary.size--],
    ['a range of the wrong length', 'location', ({ vocabulary }) => vocabulary.ranges.location![1]--],
    ['colours that do not fill their range', 'colour', ({ palette }) => palette.colours.push('#123456')],
    ['a colour that is none', 'colours', ({ palette }) => palette.colours.splice(0, 1, 'white')],
    ['a codebook of another size', 'code', ({ codebook }) => codebook.colours.push('#00000000')],
    ['resolutions that do not end at the size', 'resolutions', ({ image }) => image.resolutions.pop()],
    ['falling resolutions', 'resolutions', ({ image }) => image.resolutions.unshift(32)],
    ['a paint that is no colour', 'paints', ({ tables }) => tables.paints.push('plum')],
    ['a paint listed twice', 'paints', ({ tables }) => tables.paints.push('red')],
    ['a mood without words', 'moods', ({ tables }) => Object.assign(tables.moods, { sad: [] })],
    ['a relation without places', 'relations', ({ tables }) => Object.assign(tables.relations, { above: ['over'] })],
    ['places of no relation', 'layouts', ({ tables }) => Object.assign(tables.layouts.pairs, { above: {} })],
    [
      'two that stand on each other',
      'beside',
      ({ tables }) => {
        const { first, second } = tables.layouts.pairs.beside;
        Object.assign(first, { sinks: 0 });
        Object.assign(second, { sinks: 0 });
      },
    ],
    ['places for fewer than three', 'places', ({ tables }) => tables.layouts.groups['3'][0]!.places.pop()],
    ['a layout that is missing', 'mood', ({ tables }) => Reflect.deleteProperty(tables.layouts, 'mood')],
    ['a mark at no place', 'at', ({ tables }) => Object.assign(tables.marks.crying, { at: 'tail' })],
    ['a missing memory', 'memory.bin', ({ files }) => Reflect.deleteProperty(files, 'memory.bin')],
    ['a missing graph', 'prior.onnx', ({ files }) => Reflect.deleteProperty(files, 'prior.onnx')],
    ['a file outside the folder', '../x', ({ files }) => Object.assign(files, { '../x': files['prior.onnx'] })],
    ['a hash that is none', 'sha256', ({ files }) => Object.assign(files['prior.onnx'], { sha256: 'abc' })],
    ['steps out of range', 'steps', ({ defaults }) => Object.assign(defaults, { steps: 0 })],
  ])('is refused for %s, naming %s', (_, where, spoil) => {
    const json = smallManifestJson();
    spoil(json);
    const { error } = manifestSchema.safeParse(json);
    expect(error?.issues.flatMap(({ path }) => path.map(String)).join(' ')).toContain(where);
  });
});
