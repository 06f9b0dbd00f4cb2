import { z } from 'zod';
import { RANGES } from '../engine/basics/index.js';
import { httpUrl, priceList, secret, setting, text, whole } from './values/index.js';

/** An engine over HTTP, or a folder here, that paints in place of the bundle's own networks (docs/engines.md). */
export const PAINTER = {
  painter: setting(
    'KALEIDO_PAINTER',
    'Who paints: kaleido, an engine that you run, by its protocol: sdapi (AUTOMATIC1111, Forge), comfyui, or openai (endpoints in the manner of OpenAI’s), diffusers, ONNX folders that workers run themselves, or module, a painter of your own in one file. See [engines](engines.md).',
    '`kaleido`',
    'Set it to kaleido, sdapi, comfyui, openai, diffusers or module.',
    z.enum(['kaleido', 'sdapi', 'comfyui', 'openai', 'diffusers', 'module']).default('kaleido'),
  ),
  painterModels: setting(
    'KALEIDO_PAINTER_MODEL',
    'Model that the engine is to paint with, as it calls it, or folder in KALEIDO_PAINTER_FOLDER; of several, with commas between them, people choose (`model`), and the first is the usual one.',
    'the one that it has loaded, or that its workflow names, or KALEIDO_PAINTER_FOLDER itself',
    'Set it to names of the engine’s models, 24 at most and 100 characters each, or unset it.',
    z
      .string()
      .transform((value) => [...new Set(value.split(',').map((name) => name.trim()))])
      .pipe(z.array(z.string().min(1).max(100)).min(1).max(24))
      .default([]),
  ),
  painterUrl: setting(
    'KALEIDO_PAINTER_URL',
    'Where the engine is reached.',
    'this machine, at port 7860 (sdapi), 8188 (comfyui) or 8080 (openai)',
    'Set it to a URL such as http://127.0.0.1:7860, without user and password.',
    httpUrl.optional(),
    true,
  ),
  painterUser: text(
    'KALEIDO_PAINTER_USER',
    'User name at the engine.',
    'none',
    'Set it to the name alone, or unset it.',
  ),
  painterPassword: secret('KALEIDO_PAINTER_PASSWORD', 'Password that goes with it.', 'none', 'Set it, or unset it.'),
  painterToken: secret(
    'KALEIDO_PAINTER_TOKEN',
    'Bearer token or API key of the engine, in place of user and password.',
    'none',
    'Set it, or unset it.',
  ),
  painterWorkflow: text(
    'KALEIDO_PAINTER_WORKFLOW',
    'File with the workflow that ComfyUI is to run, in API format. See [engines](engines.md#comfyui-from-nothing).',
    'image to image by one checkpoint',
    'Set it to a JSON file that ComfyUI exported for its API, or unset it.',
  ),
  painterUpscaler: text(
    'KALEIDO_PAINTER_UPSCALER',
    'What makes pictures larger (`upscale`), as AUTOMATIC1111 or Forge lists it, or the model for the node called `model` in KALEIDO_PAINTER_UPSCALE_WORKFLOW. See [engines](engines.md#larger-pictures).',
    'R-ESRGAN 4x+, or the first that adds detail; the workflow’s own',
    'Set it to the name that the engine lists, or unset it.',
  ),
  painterUpscaleWorkflow: text(
    'KALEIDO_PAINTER_UPSCALE_WORKFLOW',
    'File with the workflow by which ComfyUI makes pictures larger, in API format. See [engines](engines.md#larger-pictures).',
    'none, so that nothing is made larger',
    'Set it to a JSON file that ComfyUI exported for its API, or unset it.',
  ),
  painterFolder: text(
    'KALEIDO_PAINTER_FOLDER',
    'Folder with the ONNX graphs of a model for diffusers, or with a folder for each that KALEIDO_PAINTER_MODEL names. See [engines](engines.md#onnx-folders-from-nothing).',
    'none',
    'Set it to a folder that holds model_index.json, or unset it.',
  ),
  painterModule: text(
    'KALEIDO_PAINTER_MODULE',
    'File of a painter of your own, which workers run as their own code. See [engines](engines.md#a-painter-of-your-own).',
    'none',
    'Set it to a JavaScript module that exports a painter, or unset it.',
  ),
  painterSize: setting(
    'KALEIDO_PAINTER_SIZE',
    'Side of the engine’s pictures in pixels, 256–1024; of other [shapes](engines.md#shapes) that of a square with as many pixels.',
    '512, or what a folder’s model was made for',
    'Set it to a multiple of 64 from 256 to 1024, or unset it.',
    z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(256).max(1024).multipleOf(64)).optional(),
  ),
  painterSteps: setting(
    'KALEIDO_PAINTER_STEPS',
    'Steps of the engine for a picture, where it is told and no workflow says it, 1–150.',
    '20; of folders 4 for turbo models and 6 for LCM',
    'Set it to a whole number from 1 to 150, or unset it.',
    z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(1).max(150)).optional(),
  ),
  painterGuidance: setting(
    'KALEIDO_PAINTER_GUIDANCE',
    'Guidance scale of the engine, likewise; 1 for turbo models.',
    '7; of folders 1 for turbo models and 8 for LCM',
    `Set it to a number from ${RANGES.guidance.min} to ${RANGES.guidance.max}, or unset it.`,
    z
      .string()
      .regex(/^\d+(?:\.\d+)?$/)
      .transform(Number)
      .pipe(z.number().min(RANGES.guidance.min).max(RANGES.guidance.max))
      .optional(),
  ),
  painterSeconds: whole(
    'KALEIDO_PAINTER_SECONDS',
    'Seconds in which a picture of the engine has to be there, with those that it paints before.',
    5,
    290,
    240,
  ),
  painterPrices: setting(
    'KALEIDO_PAINTER_PRICE',
    'What a picture of the engine costs, for quotas to count, of several models as `dreams=0.04, sketches=0.1`; `kaleido=…` is what Kaleido’s own cost. Up to three decimals.',
    'nothing',
    'Set it to a number such as 0.04, or to name=number for each model, with commas between them; at most 1000 and three decimals.',
    priceList,
  ),
};
