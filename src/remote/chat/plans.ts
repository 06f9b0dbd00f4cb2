import { z } from 'zod';
import { clamp, parseColour } from '../../engine/latents/index.js';
import type { Proposal, ProposalRequest } from '../../engine/text-prior/index.js';
import { jsonOf } from '../api.js';

/** Corners are told in whole numbers up to this, which models are better at than at fractions. */
export const SIDE = 1000;
/** Characters of a description and of a style that are read; the rest of such a length is no sentence. */
const LONGEST = 600;
const LONGEST_STYLE = 40;
/** Of a plan that says it is impossible, or nothing. */
const LEAST_PROBABILITY = 0.001;

const FIELDS = {
  description: z.string(),
  style: z.string(),
  boxes: z.array(z.object({ label: z.string(), x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() })),
  palette: z.array(z.object({ colour: z.string(), share: z.number() })),
  probability: z.number(),
} as const;
type Field = keyof typeof FIELDS;
type Fields = { [F in Field]?: z.output<(typeof FIELDS)[F]> };

const answer = z.object({ plans: z.array(z.unknown()) });

/** What an answer has for each plan. */
export function fieldsOf({ open, style }: Pick<ProposalRequest, 'open' | 'style'>): Field[] {
  const isStyled = open.includes('description') && style === undefined;
  return [...open, ...(isStyled ? (['style'] as const) : []), 'probability'];
}

const shapeOf = (request: Pick<ProposalRequest, 'open' | 'style'>) =>
  Object.fromEntries(fieldsOf(request).map((field) => [field, FIELDS[field]]));

/** The form of an answer as a JSON schema, with nothing that strict endpoints do not know. */
export function answerSchema(request: Pick<ProposalRequest, 'open' | 'style'>): object {
  const plans = z.array(z.object(shapeOf(request)));
  // Closed objects whose fields all have to be there are the schema of what is put out.
  const { $schema: _, ...schema } = z.toJSONSchema(z.object({ plans }), { io: 'output' });
  return schema;
}

/** Plans that were read, and what was wrong with the others. */
export interface ReadPlans {
  plans: Proposal[];
  problems: string[];
}

/**
 * Reads the plans in what a model said. What is clear is mended: text about the JSON, corners in fractions or the wrong
 * way round, colours by their names, shares that do not add up.
 */
export function readPlans(said: string, request: ProposalRequest): ReadPlans {
  const json = jsonIn(said);
  const parsed = answer.safeParse(Array.isArray(json) ? { plans: json } : json);
  if (!parsed.success) return { plans: [], problems: ['the answer is no JSON object with “plans”, a list'] };
  const schema = z.object(shapeOf(request));
  const plans: Proposal[] = [];
  const problems: string[] = [];
  for (const [k, one] of parsed.data.plans.slice(0, 2 * request.count).entries()) {
    const read = schema.safeParse(one);
    const plan = read.success ? mended(read.data, request) : problemOf(read.error);
    if (typeof plan === 'string') problems.push(`plan ${k + 1}: ${plan}`);
    else plans.push(plan);
  }
  if (plans.length + problems.length === 0) problems.push('there are no plans in it');
  return { plans, problems };
}

/** Thoughts before the answer, and fences about it, are none of it. */
function jsonIn(said: string): unknown {
  const text = said.slice(said.lastIndexOf('</think>') + 1);
  const whole = jsonOf(text);
  if (whole !== undefined) return whole;
  return jsonOf(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
}

function problemOf({ issues: [issue] }: z.ZodError): string {
  return `${issue?.path.join('.')}: ${issue?.message}`;
}

/** @returns the plan, or what is wrong with it */
function mended({ description, style, boxes, palette, probability = 0 }: Fields, request: ProposalRequest) {
  const latents: Proposal['latents'] = {};
  if (description !== undefined) {
    const text = description.slice(0, LONGEST).replace(/\s+/gu, ' ').trim().replace(/\.$/u, '');
    if (text === '') return 'the description is empty';
    latents.description = text;
  }
  if (boxes !== undefined) {
    const all = mendedBoxes(boxes).slice(0, request.limits.objects);
    if (all.length === 0) return 'no box has a label and a size';
    latents.boxes = all;
  }
  if (palette !== undefined) {
    const all = mendedPalette(palette).slice(0, request.limits.colours);
    if (all.length === 0) return 'the palette has no colour as #rrggbb';
    latents.palette = all;
  }
  const named = style?.toLowerCase().replace(/\s+/gu, ' ').trim().slice(0, LONGEST_STYLE);
  const plan: Proposal = { latents, probability: Math.max(LEAST_PROBABILITY, probability) };
  return named ? { ...plan, style: named } : plan;
}

function mendedBoxes(boxes: NonNullable<Fields['boxes']>) {
  const isFraction = boxes.every(({ x0, y0, x1, y1 }) => Math.max(x0, y0, x1, y1) <= 1);
  const unit = (corner: number) => clamp(isFraction ? corner : corner / SIDE, 0, 1);
  return boxes.flatMap(({ label, x0, y0, x1, y1 }) => {
    const [left, right] = [unit(x0), unit(x1)].sort((a, b) => a - b) as [number, number];
    const [top, bottom] = [unit(y0), unit(y1)].sort((a, b) => a - b) as [number, number];
    const said = label.trim().slice(0, LONGEST_STYLE);
    return said === '' || left === right || top === bottom
      ? []
      : [{ label: said, x0: left, y0: top, x1: right, y1: bottom }];
  });
}

function mendedPalette(palette: NonNullable<Fields['palette']>) {
  const swatches = palette.flatMap(({ colour: said, share }) => {
    const colour = said.length > LONGEST_STYLE ? undefined : parseColour(said);
    return colour === undefined || !(share > 0) ? [] : [{ colour, share }];
  });
  const all = swatches.reduce((sum, { share }) => sum + share, 0);
  return swatches.map(({ colour, share }) => ({ colour, share: share / all }));
}
