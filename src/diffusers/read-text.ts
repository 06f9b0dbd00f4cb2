import { type FloatTensor, floatTensor } from '../engine/basics/index.js';
import type { Session } from '../engine/runtime/index.js';
import { type Networks, numbersFor, outputOf, unfit } from './networks.js';
import type { ModelFolder, TextPart } from './read-folder.js';

/** A text as the UNet is told it. */
export interface TextStates {
  /** [1, tokens, width]: of two encoders side by side. */
  states: FloatTensor;
  /** [1, width]: the text as a whole, where the UNet is told that. */
  pooled?: FloatTensor;
}

/**
 * Reads a text by the folder's encoders.
 *
 * @throws EngineError `painter_invalid`
 */
export async function readText(folder: ModelFolder, networks: Networks, text: string): Promise<TextStates> {
  const read: TextStates[] = [];
  for (const part of folder.texts) read.push(await readBy(await networks.open(part.graph), part, folder.isXl, text));
  const pooled = read.at(-1)!.pooled;
  return { states: sideBySide(read.map(({ states }) => states)), ...(pooled === undefined ? {} : { pooled }) };
}

/** What stands for no text at all. */
export function zeros({ states, pooled }: TextStates): TextStates {
  return { states: floatTensor(states.dims), ...(pooled === undefined ? {} : { pooled: floatTensor(pooled.dims) }) };
}

async function readBy(session: Session, part: TextPart, isXl: boolean, text: string): Promise<TextStates> {
  const ids = part.tokenizer(text);
  const name = isXl ? beforeLast(session, part.layers) : 'last_hidden_state';
  const isPooled = isXl && session.outputNames.includes('text_embeds');
  const outputs = await session.run(
    { input_ids: numbersFor(session, 'input_ids', [1, ids.length], ids) },
    isPooled ? [name, 'text_embeds'] : [name],
  );
  const states = outputOf(session, outputs, name);
  return isPooled ? { states, pooled: outputOf(session, outputs, 'text_embeds') } : { states };
}

/** The states that go into the last layer: of twelve layers `hidden_states.11`. */
function beforeLast(session: Session, layers: number | undefined): string {
  const numbers = session.outputNames.flatMap((name) => /^hidden_states\.(\d+)$/.exec(name)?.[1] ?? []).map(Number);
  const wanted = layers === undefined ? Math.max(...numbers) : layers - 1;
  if (numbers.includes(wanted)) return `hidden_states.${wanted}`;
  throw unfit(session, `it has no output hidden_states.${wanted}, but: ${session.outputNames.join(', ')}`);
}

function sideBySide(all: readonly FloatTensor[]): FloatTensor {
  if (all.length === 1) return all[0]!;
  const tokens = all[0]!.dims[1]!;
  const width = all.reduce((sum, { dims }) => sum + dims[2]!, 0);
  const joined = floatTensor([1, tokens, width]);
  let at = 0;
  for (let token = 0; token < tokens; token++) {
    for (const { data, dims } of all) {
      joined.data.set(data.subarray(token * dims[2]!, (token + 1) * dims[2]!), at);
      at += dims[2]!;
    }
  }
  return joined;
}
