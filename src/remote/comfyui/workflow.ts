import { z } from 'zod';
import { EngineError, ownValue, type PictureSize, readRegularFile, setOwnValue } from '../../engine/basics/index.js';
import { jsonOf } from '../api.js';
import { USUAL_WORKFLOW } from './usual-workflow.js';

/** What a workflow is told, and in which inputs of the nodes that are called so. */
const ROLES = {
  prompt: ['text', 'prompt', 'text_g', 'text_l', 'clip_l', 't5xxl', 'string', 'value'],
  negative: ['text', 'prompt', 'text_g', 'text_l', 'clip_l', 't5xxl', 'string', 'value'],
  seed: ['seed', 'noise_seed', 'value'],
  size: ['width', 'height', 'value'],
  width: ['width', 'value'],
  height: ['height', 'value'],
  image: ['image'],
  scale: ['scale_by', 'upscale_by', 'value'],
  strength: ['denoise', 'value'],
  steps: ['steps', 'value'],
  guidance: ['cfg', 'guidance', 'value'],
  model: ['ckpt_name', 'unet_name', 'model_name'],
} as const satisfies Record<string, readonly string[]>;
export type Role = keyof typeof ROLES;

/** Where samplers hold these too, they need no node of their own. */
const WITH_SEED: readonly Role[] = ['strength', 'steps', 'guidance'];

const node = z.object({
  class_type: z.string(),
  inputs: z.record(z.string(), z.unknown()),
  _meta: z.object({ title: z.string() }).partial().optional(),
});
const graph = z.record(z.string(), node);
export type Graph = z.output<typeof graph>;

/** Bytes of a workflow at most. */
const LARGEST = 2 ** 20;

/** A workflow of a host's, and which of its nodes take what. */
export interface Workflow {
  graph: Graph;
  /** Class and first input of the node with the model, and which it is; undefined where it is in none that is known. */
  model?: { className: string; input: string; name: string };
  takes(role: Role): boolean;
  /** Its pictures have one side alone that it is told, and are squares. */
  isSquare: boolean;
  /** The graph with these in it, as far as it takes them. */
  filled(size: PictureSize, values: Values): Graph;
}

type Values = Readonly<Partial<Record<Exclude<Role, 'size' | 'width' | 'height'>, string | number | undefined>>>;

/**
 * Reads a workflow in API format. A node takes what its title says, such as “prompt”, or several with commas between
 * them; samplers that take the seed take steps, guidance and strength with it.
 *
 * @param path default: one that needs nothing but a checkpoint
 * @throws EngineError `painter_invalid` where it is none, or lacks a node that it cannot do without
 */
export async function readWorkflow(path: string | undefined): Promise<Workflow> {
  if (path === undefined) return workflowOf(USUAL_WORKFLOW, inputsByRole(USUAL_WORKFLOW, ''));
  const { all, inputs } = await readFile(path, ['prompt', 'seed']);
  const isSized = inputs.size.length > 0 || (inputs.width.length > 0 && inputs.height.length > 0);
  if (!isSized && inputs.image.length === 0) {
    throw new EngineError('painter_invalid', { why: 'no_node', path, node: 'size' });
  }
  return workflowOf(all, inputs);
}

/**
 * Reads a workflow that makes a picture larger, which it is given by a node that is called `image`.
 * @throws EngineError as `readWorkflow` does
 */
export async function readUpscaling(path: string): Promise<Workflow> {
  const { all, inputs } = await readFile(path, ['image']);
  return workflowOf(all, inputs);
}

/** @param needed roles that it cannot do without */
async function readFile(path: string, needed: readonly Role[]) {
  const file = await readRegularFile(path, LARGEST).catch((cause: unknown) => {
    throw new EngineError('painter_invalid', { why: 'no_workflow', path }, cause);
  });
  const json = jsonOf(file.toString());
  if (z.object({ nodes: z.array(z.unknown()) }).safeParse(json).success) {
    throw new EngineError('painter_invalid', { why: 'editor_workflow', path });
  }
  const parsed = graph.safeParse(json);
  if (!parsed.success) throw new EngineError('painter_invalid', { why: 'no_workflow', path }, parsed.error);
  const inputs = inputsByRole(parsed.data, path);
  for (const role of needed) {
    if (inputs[role].length === 0) throw new EngineError('painter_invalid', { why: 'no_node', path, node: role });
  }
  return { all: parsed.data, inputs };
}

type Input = readonly [id: string, input: string];

function workflowOf(all: Graph, inputs: Readonly<Record<Role, readonly Input[]>>): Workflow {
  const [first] = inputs.model;
  const held = first && ownValue(all, first[0]);
  return {
    graph: all,
    ...(held === undefined
      ? {}
      : { model: { className: held.class_type, input: first![1], name: String(ownValue(held.inputs, first![1])) } }),
    takes: (role) => inputs[role].length > 0,
    isSquare: inputs.size.some(([, input]) => input === 'value'),
    filled({ width, height }, values) {
      const copy = structuredClone(all);
      const put = ([id, input]: Input, value: string | number) => setOwnValue(ownValue(copy, id)!.inputs, input, value);
      for (const input of inputs.size) put(input, input[1] === 'height' ? height : width);
      for (const input of inputs.width) put(input, width);
      for (const input of inputs.height) put(input, height);
      for (const [role, value] of Object.entries(values)) {
        if (value !== undefined) for (const input of inputs[role as Role]) put(input, value);
      }
      return copy;
    },
  };
}

function inputsByRole(all: Graph, path: string): Record<Role, readonly Input[]> {
  const roles = Object.keys(ROLES) as Role[];
  const called = Object.fromEntries(roles.map((role) => [role, calledSo(all, role, path)])) as Record<Role, Input[]>;
  const samplers = [...new Set(called.seed.map(([id]) => id))];
  for (const role of WITH_SEED) {
    if (called[role].length === 0) called[role] = samplers.flatMap((id) => inputsOf(all, id, role));
  }
  if (called.model.length === 0) called.model = Object.keys(all).flatMap((id) => inputsOf(all, id, 'model'));
  return called;
}

/** @throws EngineError `painter_invalid` where a node is called so and has no input for it */
function calledSo(all: Graph, role: Role, path: string): Input[] {
  const ids = Object.keys(all).filter((id) => titlesOf(ownValue(all, id)!).includes(role));
  return ids.flatMap((id) => {
    const found = inputsOf(all, id, role);
    if (found.length > 0) return found;
    const { class_type: type, inputs } = ownValue(all, id)!;
    const has = Object.keys(inputs).join(', ') || 'none';
    throw new EngineError('painter_invalid', { why: 'no_input', path, node: role, id, type, has });
  });
}

function titlesOf({ _meta }: Graph[string]): string[] {
  return (_meta?.title ?? '').split(',').map((title) => title.trim().toLowerCase());
}

/** Those that are written in the node, and not led to it from another. */
function inputsOf(all: Graph, id: string, role: Role): Input[] {
  const { inputs } = ownValue(all, id)!;
  const names: readonly string[] = ROLES[role];
  return names.filter((name) => isWritten(ownValue(inputs, name))).map((name) => [id, name]);
}

function isWritten(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}
