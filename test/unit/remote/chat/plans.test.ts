import { describe, expect, it } from 'vitest';
import type { ProposalRequest } from '../../../../src/engine/text-prior/text-prior.js';
import { readPlans } from '../../../../src/remote/chat/plans.js';
import { ASKED as USUAL } from '../../engine/text-prior/asked.js';

const ASKED: ProposalRequest = { ...USUAL, limits: { objects: 2, colours: 2 } };
const PLAN = {
  description: 'a florpity',
  style: 'Woodcut',
  boxes: [{ label: 'florpity', x0: 0, y0: 100, x1: 500, y1: 900 }],
  palette: [{ colour: '#ff0000', share: 1 }],
  probability: 0.2,
};
const read = (change: object) => readPlans(JSON.stringify({ plans: [{ ...PLAN, ...change }] }), ASKED);
const latents = (change: object) => read(change).plans[0]?.latents;

describe('what is clear is mended', () => {
  it('has corners in parts of the side, whichever way round they were', () => {
    const whole = { label: 'florpity', x0: 0, y0: 0.1, x1: 0.5, y1: 0.9 };
    expect(latents({})?.boxes).toEqual([whole]);
    expect(latents({ boxes: [whole] })?.boxes).toEqual([whole]);
    expect(latents({ boxes: [{ label: ' florpity ', x0: 500, y0: 900, x1: -9, y1: 100 }] })?.boxes).toEqual([whole]);
  });

  it('has colours by their code, and shares of the whole', () => {
    const palette = [
      { colour: 'red', share: 30 },
      { colour: 'F0A', share: 10 },
      { colour: 'the sky at dusk', share: 5 },
      { colour: '#00ff00', share: -1 },
    ];
    expect(latents({ palette })?.palette).toEqual([
      { colour: '#dc2a2a', share: 0.75 },
      { colour: '#ff00aa', share: 0.25 },
    ]);
  });

  it('is no more than a bundle has room for, on one line', () => {
    const box = PLAN.boxes[0];
    expect(latents({ boxes: [box, box, box] })?.boxes).toHaveLength(2);
    expect(latents({ description: ' A florpity\n at sea. ' })?.description).toBe('A florpity at sea');
    expect(read({}).plans[0]?.style).toBe('woodcut');
    expect(read({ probability: -1 }).plans[0]?.probability).toBeGreaterThan(0);
  });
});

describe('what is not is said', () => {
  it.each([
    [{ description: ' ' }, 'plan 1: the description is empty'],
    [{ boxes: [{ ...PLAN.boxes[0], x1: 0 }] }, 'plan 1: no box has a label and a size'],
    [{ palette: [{ colour: 'florp', share: 1 }] }, 'plan 1: the palette has no colour as #rrggbb'],
    [{ boxes: 'left' }, 'plan 1: boxes: Invalid input: expected array, received string'],
  ])('%j', (change, problem) => {
    expect(read(change)).toEqual({ plans: [], problems: [problem] });
  });

  it.each(['', '[]', '{"plans": []}', 'null', '{'])('of %j', (said) => {
    const { plans, problems } = readPlans(said, ASKED);
    expect(plans).toEqual([]);
    expect(problems).toHaveLength(1);
  });
});
