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
});
