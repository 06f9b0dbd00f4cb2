import { describe, expect, it } from 'vitest';
import { aspectFor, type PaintersHere, withShapesSaid } from '../../../../src/core/prompts/aspect.js';
import { ASPECTS } from '../../../../src/engine/basics/aspects.js';

const SQUARES = ['1:1'] as const;
const HERE: PaintersHere = {
  painters: ['dall-e-2', 'sd-turbo'],
  aspectsOf: (painter) => (painter === 'sd-turbo' ? ASPECTS : ['1:1']),
};

describe('the shape of a grid', () => {
  it('is what somebody asks for, before what comes with a code', () => {
    expect(aspectFor(HERE, { asked: '16:9', kept: '2:3' }, 'sd-turbo')).toBe('16:9');
    expect(aspectFor(HERE, { asked: undefined, kept: '2:3' }, 'sd-turbo')).toBe('2:3');
  });

  it('is square where nobody says another, or says so', () => {
    expect(aspectFor(HERE, { asked: undefined }, 'sd-turbo')).toBeUndefined();
    expect(aspectFor(HERE, { asked: '1:1', kept: '2:3' }, 'sd-turbo')).toBeUndefined();
    expect(aspectFor({}, { asked: '1:1' }, undefined)).toBeUndefined();
  });

  it('that is asked for of whoever paints squares is refused, naming one that paints it', () => {
    const refused = (painter: string | undefined, here = HERE) => {
      try {
        return aspectFor(here, { asked: '16:9' }, painter);
      } catch (error) {
        return error;
      }
    };
    const data = { aspect: '16:9', other: 'sd-turbo' };
    expect(refused(undefined)).toMatchObject({ code: 'aspect_refused', data: { painter: 'kaleido', ...data } });
    expect(refused('dall-e-2')).toMatchObject({ code: 'aspect_refused', data: { painter: 'dall-e-2', ...data } });
    expect(refused(undefined, {})).toMatchObject({ code: 'aspect_refused', data: { other: 'none' } });
  });

  it('is asked of what workers found that paints, before the settings', async () => {
    const said = async () => [
      { name: 'sd-turbo', protocol: 'diffusers', model: 'sd-turbo', licence: null, upscaler: null, aspects: SQUARES },
    ];
    const here = await withShapesSaid(
      { ...HERE, painters: ['dreams', 'sd-turbo'], aspectsOf: () => ASPECTS },
      { said },
    );
    expect(aspectFor(here, { asked: '16:9' }, 'dreams')).toBe('16:9');
    expect(() => aspectFor(here, { asked: '16:9' }, 'sd-turbo')).toThrow(
      expect.objectContaining({
        code: 'aspect_refused',
        data: { painter: 'sd-turbo', aspect: '16:9', other: 'dreams' },
      }),
    );
  });

  it('that only comes with a code is left where it cannot be painted', () => {
    expect(aspectFor(HERE, { asked: undefined, kept: '16:9' }, undefined)).toBeUndefined();
  });
});
