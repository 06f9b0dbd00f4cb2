import { describe, expect, it } from 'vitest';
import { STYLES } from '../../../../src/engine/text-prior/lists.js';
import { templates } from '../../../../src/engine/text-prior/templates.js';
import type { ProposalRequest } from '../../../../src/engine/text-prior/text-prior.js';
import { ASKED as USUAL } from './asked.js';

const ASKED: ProposalRequest = { ...USUAL, count: 12 };
const propose = (change: Partial<ProposalRequest> = {}) => templates.propose({ ...ASKED, ...change });
const labels = async (prompt: string, change: Partial<ProposalRequest> = {}) =>
  (await propose({ prompt, count: 1, ...change }))[0]!.latents.boxes?.map(({ label }) => label);

describe('plans of lists', () => {
  it('have each style once before any comes again', async () => {
    const styles = (await propose()).map(({ style }) => style);
    expect([...styles].sort()).toEqual([...STYLES].sort());
  });

  it('have boxes that lie on the canvas, and palettes that are shared out whole', async () => {
    for (const prompt of ['a florpity', 'a florpity and a zorb', 'a florpity, a zorb and a wumbus']) {
      for (const { latents } of await propose({ prompt })) {
        for (const { x0, y0, x1, y1 } of latents.boxes!) {
          expect(Math.min(x0, y0, 1 - x1, 1 - y1)).toBeGreaterThanOrEqual(0);
          expect(Math.min(x1 - x0, y1 - y0)).toBeGreaterThan(0.2);
        }
        expect(latents.palette!.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
      }
    }
  });

  it('are alike where nothing shall differ', async () => {
    const [first, ...others] = await propose({ independence: 0 });
    for (const other of others) expect(other).toEqual(first);
  });

  it('have a box for each thing that is listed', async () => {
    expect(await labels('a florpity')).toEqual(['florpity']);
    expect(await labels('a green florpity and a zorb')).toEqual(['green florpity', 'zorb']);
    expect(await labels('a florpity, a zorb & the wumbus')).toEqual(['florpity', 'zorb', 'wumbus']);
    expect(await labels('a black and white florpity')).toEqual(['black and white florpity']);
    expect(await labels('a florpity, a zorb and a wumbus', { limits: { objects: 2, colours: 5 } })).toHaveLength(2);
    expect(await labels('oil painting of a florpity', { style: 'oil-painting' })).toEqual(['florpity']);
  });

  it('begin their palettes with the colours that the prompt names, and then name no light of others', async () => {
    for (const { latents } of await propose({ colours: ['#3aa845'] })) {
      expect(latents.palette![0]).toEqual({ colour: '#3aa845', share: 0.6 });
      expect(latents.palette!.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
      expect(latents.description).not.toContain('light');
    }
  });

  it('name no style where the prompt does, and say only what is asked for', async () => {
    for (const { latents, style } of await propose({ style: 'watercolor', open: ['palette'] })) {
      expect(style).toBeUndefined();
      expect(Object.keys(latents)).toEqual(['palette']);
    }
  });

  it('do not repeat a prompt that leaves no room for the rest', async () => {
    const [plan] = await propose({ prompt: `${'a florpity beside '.repeat(10)} a zorb` });
    expect(plan!.latents.description).not.toContain('florpity');
  });
});
