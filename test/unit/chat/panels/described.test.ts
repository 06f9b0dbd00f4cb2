import { describe, expect, it } from 'vitest';
import { createTranslator } from '../../../../src/chat/i18n/translate.js';
import { describedPanel } from '../../../../src/chat/panels/described.js';
import type { PictureDescription } from '../../../../src/engine/describe/describe.js';

const t = createTranslator('en');
const box = { label: 'fox', x0: 0, y0: 0.25, x1: 1, y1: 1 };
const palette = [{ colour: '#ff8800', share: 1 }];
const seen = { sureness: 0.9, others: ['cat'], likest: ['fox'], colours: ['orange'] };
const named = (thing: string, prompt: string): PictureDescription => ({
  ...seen,
  thing: { name: thing, display: thing },
  style: 'flat',
  prompt,
  latents: { description: prompt, boxes: [box], palette },
});
const buttons = (found: PictureDescription) => describedPanel(found, t).actions.flat();

describe('what is said of a picture', () => {
  it('is its prompt, how sure that is, its boxes and colours, and a button that asks for it', () => {
    const { blocks, isPrivate } = describedPanel(named('fox', 'an orange fox, flat style'), t);
    expect(isPrivate).toBe(true);
    expect(blocks).toEqual([
      { type: 'text', text: 'an orange fox, flat style: I am 90 % sure. If not, perhaps: cat.' },
      { type: 'list', items: [expect.stringContaining('📦 Boxes: fox'), expect.stringContaining('🎨 Palette: ')] },
    ]);
    expect(buttons(named('fox', 'an orange fox, flat style'))).toMatchObject([
      { id: 'k1:imagine:an_orange_fox~_flat_style', label: 'Imagine it' },
    ]);
  });

  it('is no thing, and nothing to ask for, where that is not sure', () => {
    const unsure = { ...seen, others: [], latents: { boxes: [{ ...box, label: '' }], palette } };
    const { blocks, actions } = describedPanel(unsure, t);
    expect(blocks[0]).toEqual({ type: 'text', text: 'Something orange in the middle. I do not know what it is.' });
    expect(actions).toEqual([]);
  });

  it('is asked for by as much of it as a button has room for', () => {
    const long = 'very '.repeat(12).trim();
    expect(buttons(named('fox', `a ${long} orange fox, ${long} style`))).toMatchObject([
      { id: `k1:imagine:a_${long.replaceAll(' ', '_')}_orange_fox` },
    ]);
    expect(buttons(named('fox', `a ${long} ${long} fox, flat style`))).toMatchObject([{ id: 'k1:imagine:fox' }]);
    expect(buttons(named(`${long} ${long}`, `a ${long} ${long}, flat style`))).toEqual([]);
  });

  it('is what an engine says, first, and that is what is asked for, as far as a button has room', () => {
    const told = { by: 'clip', words: 'a red fox, sitting in the snow' };
    const found = { ...named('fox', 'an orange fox, flat style'), told };
    expect(describedPanel(found, t).blocks[0]).toEqual({ type: 'text', text: `clip says: ${told.words}` });
    expect(buttons(found)).toMatchObject([{ id: 'k1:imagine:a_red_fox~_sitting_in_the_snow' }]);
    const long = {
      ...seen,
      others: [],
      latents: {},
      told: { by: 'clip', words: `a red fox, ${'very '.repeat(30)}old` },
    };
    const [button] = buttons(long);
    expect(button?.id).toMatch(/^k1:imagine:a_red_fox~_very/);
    expect(button?.id).toMatch(/_very$/);
  });

  it('is said to be Kaleido’s own words where an engine was asked and says nothing', () => {
    const { blocks } = describedPanel({ ...named('fox', 'a fox'), isUntold: true }, t);
    expect(JSON.stringify(blocks[0])).toContain('says nothing now');
    expect(JSON.stringify(blocks[1])).toContain('a fox: I am 90 % sure');
  });
});
