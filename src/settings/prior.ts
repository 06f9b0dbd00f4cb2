import { z } from 'zod';
import { httpUrl, secret, setting, text, whole } from './values/index.js';

/** Who plans, in words, what an engine over HTTP paints and memory does not know (docs/engines.md). */
export const PRIOR = {
  prior: setting(
    'KALEIDO_PRIOR',
    'Who plans in words what an engine over HTTP paints: templates, a language model behind a chat endpoint in the manner of OpenAI’s (chat), or one that workers run themselves (folder). See [engines](engines.md#plans-in-words).',
    '`templates`',
    'Set it to templates, chat or folder.',
    z.enum(['templates', 'chat', 'folder']).default('templates'),
  ),
  priorFor: setting(
    'KALEIDO_PRIOR_FOR',
    'Which prompts are planned in words: those of which memory knows nothing (unknown), those with a word that it does not know too (partly), or all.',
    '`unknown`',
    'Set it to unknown, partly or all.',
    z.enum(['unknown', 'partly', 'all']).default('unknown'),
  ),
  priorFolder: text(
    'KALEIDO_PRIOR_FOLDER',
    'Folder with a language model in ONNX, where workers run one. See [engines](engines.md#a-language-model-without-a-server).',
    'none',
    'Set it to a folder that holds config.json, tokenizer.json and onnx/, or unset it.',
  ),
  priorUrl: setting(
    'KALEIDO_PRIOR_URL',
    'Where the chat endpoint is reached: of Ollama, llama.cpp, vLLM and others what comes before `/chat/completions`.',
    '`http://127.0.0.1:11434/v1`, Ollama on this machine',
    'Set it to a URL such as http://127.0.0.1:11434/v1, without user and password.',
    httpUrl.optional(),
    true,
  ),
  priorModel: text(
    'KALEIDO_PRIOR_MODEL',
    'Language model to ask, as the endpoint calls it.',
    'the first that it names',
    'Set it to the name of one of its models, or unset it.',
  ),
  priorToken: secret('KALEIDO_PRIOR_TOKEN', 'Bearer token or API key of the endpoint.', 'none', 'Set it, or unset it.'),
  describer: setting(
    'KALEIDO_DESCRIBE',
    'What describes pictures besides Kaleido itself: nothing (kaleido), an interrogator of AUTOMATIC1111 (clip or deepdanbooru), or a language model with eyes at KALEIDO_PRIOR_URL (chat). See [describe](describe.md#words-of-an-engine).',
    '`kaleido`',
    'Set it to kaleido, clip, deepdanbooru or chat.',
    z.enum(['kaleido', 'clip', 'deepdanbooru', 'chat']).default('kaleido'),
  ),
  priorSeconds: whole(
    'KALEIDO_PRIOR_SECONDS',
    'Seconds in which plans have to be there; templates plan what comes later.',
    1,
    240,
    60,
  ),
};
