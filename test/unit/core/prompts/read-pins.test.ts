import { describe, expect, it } from 'vitest';
import { readPins } from '../../../../src/core/prompts/read-pins.js';
import type { SavedPin } from '../../../../src/core/types.js';
import { encodeLatentCode } from '../../../../src/engine/codes/latent-code.js';
import { visualTokenizerOf } from '../../../../src/engine/manifest/manifest.js';
import { smallContext } from '../../engine/support/small-bundle.js';

const context = smallContext();
const OWN = visualTokenizerOf(context.manifest);
const RED = [{ colour: '#dc2a2a', share: 1 }];
const GREEN = [{ colour: '#3fa946', share: 1 }];

const saved = (name: string, owner: SavedPin['owner'], latents: SavedPin['latents']): SavedPin => ({
  name,
  owner,
  latents,
  visualTokenizer: OWN,
  createdAt: new Date(0),
});

describe('readPins', () => {
  it('reads kinds, codes and names together, single kinds first', () => {
    const code = encodeLatentCode({ description: 'a cat', palette: GREEN }, OWN);
    expect(readPins([`code=${code}`, 'palette=#dc2a2a'], context).latents).toEqual({
      description: 'a cat',
      palette: RED,
    });
    const pins = [saved('house', 'space', { palette: GREEN })];
    expect(readPins(['House ', 'description=a cat'], context, pins).latents).toEqual({
      description: 'a cat',
      palette: GREEN,
    });
    expect(readPins(['palette=#dc2a2a', 'house'], context, pins).latents).toEqual({ palette: RED });
  });

  it('takes the user’s own pin before the space’s of the same name', () => {
    const pins = [saved('mine', 'space', { palette: GREEN }), saved('mine', 'user', { palette: RED })];
    expect(readPins(['mine'], context, pins).latents).toEqual({ palette: RED });
  });

  it.each([
    [['palette=red', 'palette=green'], 'pinned_twice'],
    [['palette'], 'bad_pin'],
    [['mood=happy'], 'unknown_kind'],
    [['code=nonsense'], 'bad_latent_code'],
    [['nothing-saved'], 'saved_pin_unknown'],
    [['house', 'other'], 'pinned_twice'],
  ])('refuses %j with %s', (pins, code) => {
    const known = [saved('house', 'space', { palette: GREEN }), saved('other', 'user', { palette: RED })];
    expect(() => readPins(pins, context, known)).toThrow(expect.objectContaining({ code }));
  });

  it('knows no names where pins cannot be saved', () => {
    expect(() => readPins(['house'], context)).toThrow(expect.objectContaining({ code: 'unknown_kind' }));
  });

  it('keeps of codes and saved pins of another bundle all but the visual tokens, and tells', () => {
    const tokens = Array.from({ length: 64 }, (_, k) => k % 60);
    const code = encodeLatentCode({ description: 'a cat', palette: GREEN, tokens }, 'c0ffee00');
    const lost = [{ kind: 'tokens', how: 'dropped' }];
    expect(readPins([`code=${code}`], context)).toMatchObject({
      latents: { description: 'a cat', palette: GREEN },
      lost,
    });
    const old = [{ ...saved('old', 'user', { palette: RED, tokens }), visualTokenizer: null }];
    expect(readPins(['old'], context, old)).toMatchObject({ latents: { palette: RED }, lost });
    // Whoever writes tokens writes those of this bundle.
    const written = readPins(['old', `tokens=${tokens.join(',')}`], context, old);
    expect(written).toEqual({ latents: { palette: RED, tokens }, lost: [], draft: null });
    expect(readPins([`code=${encodeLatentCode({ tokens }, OWN)}`], context)).toEqual({
      latents: { tokens },
      lost: [],
      draft: null,
    });
  });
});
