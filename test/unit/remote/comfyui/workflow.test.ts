import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { USUAL_WORKFLOW } from '../../../../src/remote/comfyui/usual-workflow.js';
import { readUpscaling, readWorkflow } from '../../../../src/remote/comfyui/workflow.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kaleido-workflow-'));
});

async function fileOf(content: unknown): Promise<string> {
  const path = join(folder, 'workflow.json');
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const node = (title: string, type: string, inputs: object) => ({ class_type: type, inputs, _meta: { title } });
const PROMPT = node('prompt', 'CLIPTextEncode', { text: 'x', clip: ['4', 1] });
const SEED = node('Seed', 'KSampler', { seed: 1, steps: 20, cfg: 7, denoise: 1, model: ['4', 0] });
const WIDE = { width: 704, height: 384 };
const SIZE = node('size', 'EmptyLatentImage', { width: 1, height: 1, batch_size: 1 });

describe('a workflow', () => {
  it('is told what its nodes are called after, and samplers all that they hold', async () => {
    const workflow = await readWorkflow(await fileOf({ 1: PROMPT, 2: SEED, 3: SIZE }));
    const filled = workflow.filled(WIDE, { prompt: 'a cat', seed: 7, steps: 4, strength: 0.5, negative: 'a hat' });
    expect(filled[1]!.inputs).toEqual({ text: 'a cat', clip: ['4', 1] });
    expect(filled[2]!.inputs).toEqual({ seed: 7, steps: 4, cfg: 7, denoise: 0.5, model: ['4', 0] });
    expect(filled[3]!.inputs).toEqual({ width: 704, height: 384, batch_size: 1 });
    expect(workflow.takes('negative')).toBe(false);
    expect(workflow.takes('image')).toBe(false);
  });

  it('may have a node for each, several with one title, and one with several', async () => {
    const workflow = await readWorkflow(
      await fileOf({
        1: PROMPT,
        2: node('Prompt', 'T5', { t5xxl: '', clip_l: '' }),
        3: node('seed', 'RandomNoise', { noise_seed: 1 }),
        4: node('steps, strength', 'BasicScheduler', { steps: 20, denoise: 1 }),
        5: SIZE,
        6: node('Load', 'UNETLoader', { unet_name: 'flux.safetensors' }),
      }),
    );
    const filled = workflow.filled(WIDE, { prompt: 'a cat', seed: 7, steps: 4, strength: 0.5 });
    expect(filled[2]!.inputs).toEqual({ t5xxl: 'a cat', clip_l: 'a cat' });
    expect(filled[3]!.inputs).toEqual({ noise_seed: 7 });
    expect(filled[4]!.inputs).toEqual({ steps: 4, denoise: 0.5 });
    expect(workflow.model).toEqual({ className: 'UNETLoader', input: 'unet_name', name: 'flux.safetensors' });
  });

  it('may be told width and height by a node each, or one side alone, and paints squares then', async () => {
    const value = (title: string) => node(title, 'PrimitiveInt', { value: 1 });
    const apart = await readWorkflow(await fileOf({ 1: PROMPT, 2: SEED, 3: value('width'), 4: value('height') }));
    const filled = apart.filled(WIDE, {});
    expect([filled[3]!.inputs.value, filled[4]!.inputs.value]).toEqual([704, 384]);
    expect(apart.isSquare).toBe(false);
    const one = await readWorkflow(await fileOf({ 1: PROMPT, 2: SEED, 3: value('size') }));
    expect(one.isSquare).toBe(true);
    expect(one.filled({ width: 512, height: 512 }, {})[3]!.inputs.value).toBe(512);
  });

  it('of ours takes all', async () => {
    const workflow = await readWorkflow(undefined);
    const all = { prompt: 'p', negative: 'n', seed: 7, image: 'i', strength: 0.5, steps: 4, guidance: 1, model: 'm' };
    const { prompt, negative, seed, image, model } = workflow.filled(WIDE, all);
    expect([prompt!.inputs.text, negative!.inputs.text, image!.inputs.image]).toEqual(['p', 'n', 'i']);
    expect(seed!.inputs).toMatchObject({ seed: 7, steps: 4, cfg: 1, denoise: 0.5 });
    expect(model!.inputs.ckpt_name).toBe('m');
    expect(USUAL_WORKFLOW.seed.inputs.seed).toBe(0);
  });
});

it('one that makes pictures larger is given picture, model and scale', async () => {
  const path = await fileOf({
    1: node('image', 'LoadImage', { image: 'x.png' }),
    2: node('model', 'UpscaleModelLoader', { model_name: 'x.pth' }),
    3: node('scale', 'UltimateSDUpscale', { image: ['1', 0], upscale_model: ['2', 0], upscale_by: 2 }),
  });
  const filled = (await readUpscaling(path)).filled({ width: 8, height: 8 }, { image: 'y.png', model: 'y', scale: 3 });
  expect(Object.values(filled).map(({ inputs }) => inputs)).toEqual([
    { image: 'y.png' },
    { model_name: 'y' },
    { image: ['1', 0], upscale_model: ['2', 0], upscale_by: 3 },
  ]);
});

describe('what is none', () => {
  it.each([
    ['no JSON', 'workflow', { why: 'no_workflow' }],
    ['other JSON', [1, 2], { why: 'no_workflow' }],
    ['nodes without classes', { 1: { inputs: {} } }, { why: 'no_workflow' }],
    ['what the editor saves', { nodes: [{ id: 1 }], links: [] }, { why: 'editor_workflow' }],
    ['one without a prompt', { 2: SEED, 3: SIZE }, { why: 'no_node', node: 'prompt' }],
    ['one without a seed', { 1: PROMPT, 3: SIZE }, { why: 'no_node', node: 'seed' }],
    ['one without size and picture', { 1: PROMPT, 2: SEED }, { why: 'no_node', node: 'size' }],
    [
      'a title at the wrong node',
      { 1: PROMPT, 2: node('seed', 'VAEDecode', { samples: ['1', 0] }), 3: SIZE },
      { why: 'no_input', node: 'seed', id: '2', type: 'VAEDecode', has: 'samples' },
    ],
  ])('is told apart: %s', async (_, content, data) => {
    await expect(readWorkflow(await fileOf(content))).rejects.toMatchObject({ code: 'painter_invalid', data });
  });

  it('may be one for making pictures larger that is given none', async () => {
    await expect(readUpscaling(await fileOf({ 1: PROMPT }))).rejects.toMatchObject({
      data: { why: 'no_node', node: 'image' },
    });
  });

  it('may be no file at all', async () => {
    const path = join(folder, 'nowhere.json');
    await expect(readWorkflow(path)).rejects.toMatchObject({ data: { why: 'no_workflow', path } });
  });
});
