import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { z } from 'zod';
import { EngineError } from '../engine/basics/index.js';
import { detailOf, isThere, readJson, readText } from './files.js';

/** A text as CLIP's text encoders read it: its ids between those of begin and end, filled up to their length. */
export type ClipTokenizer = (text: string) => number[];

/** Ids of a text where nothing else is said. */
const USUAL_LENGTH = 77;

const token = z.union([z.string(), z.object({ content: z.string() }).transform(({ content }) => content)]);
const settings = z.object({
  model_max_length: z.number().nullish(),
  bos_token: token.default('<|startoftext|>'),
  eos_token: token.default('<|endoftext|>'),
  pad_token: token.optional(),
});
const vocabulary = z.record(z.string(), z.int().nonnegative());
const whole = z.looseObject({ model: z.looseObject({ vocab: vocabulary }) });

/** How CLIP cuts a text: letters together, each digit by itself, signs together. */
const PIECES = String.raw`'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+`;

/**
 * The tokenizer of a folder: of `tokenizer.json`, or of `vocab.json` and `merges.txt`. What people type is text, also
 * where it reads like the begin or the end.
 *
 * @throws EngineError `painter_invalid`
 */
export async function readTokenizer(dir: string): Promise<ClipTokenizer> {
  const { model_max_length, bos_token, eos_token, pad_token } = await readJson(
    join(dir, 'tokenizer_config.json'),
    settings,
  );
  const named = join(dir, 'tokenizer.json');
  const path = (await isThere(named)) ? named : join(dir, 'vocab.json');
  const json = path === named ? await readJson(named, whole) : await fromPairs(dir);
  const ids = new Map(Object.entries(json.model.vocab));
  const [begin, end, pad] = [bos_token, eos_token, pad_token ?? eos_token].map((one) => {
    const id = ids.get(one);
    if (id !== undefined) return id;
    throw new EngineError('painter_invalid', { why: 'bad_file', path, detail: `it has no ${one}` });
  });
  const tokenizer = open(json, path);
  // Some folders say 10³⁰ for “any”.
  const length = model_max_length && model_max_length <= 1000 ? model_max_length : USUAL_LENGTH;
  return (text) => {
    const { ids: read } = tokenizer.encode(text, { add_special_tokens: false });
    const all = [begin!, ...read.slice(0, length - 2), end!];
    return [...all, ...new Array<number>(length - all.length).fill(pad!)];
  };
}

async function fromPairs(dir: string) {
  const vocab = await readJson(join(dir, 'vocab.json'), vocabulary);
  const merges = (await readText(join(dir, 'merges.txt'))).split(/\r?\n/).filter((line) => / /.test(line));
  const pairs = merges[0]?.startsWith('#version') ? merges.slice(1) : merges;
  return {
    normalizer: {
      type: 'Sequence',
      normalizers: [
        { type: 'NFC' },
        { type: 'Replace', pattern: { Regex: String.raw`\s+` }, content: ' ' },
        { type: 'Lowercase' },
      ],
    },
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Split', pattern: { Regex: PIECES }, behavior: 'Removed', invert: true },
        { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: false },
      ],
    },
    post_processor: null,
    decoder: { type: 'ByteLevel' },
    model: { type: 'BPE', unk_token: '<|endoftext|>', end_of_word_suffix: '</w>', vocab, merges: pairs },
  };
}

function open(json: object, path: string): Tokenizer {
  try {
    return new Tokenizer({ ...json, added_tokens: [] }, {});
  } catch (cause) {
    throw new EngineError('painter_invalid', { why: 'bad_file', path, detail: detailOf(cause) }, cause);
  }
}
