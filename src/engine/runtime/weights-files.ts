import { protobufFields } from './protobuf.js';

/** A file beside a graph that weights of it lie in. */
export interface WeightsFile {
  name: string;
  /** It has at least so many. */
  bytes: number;
}

/** Numbers of fields in ONNX's messages (onnx.proto). */
const GRAPH = 7;
const INITIALIZER = 5;
const EXTERNAL_DATA = 13;
const KEY = 1;
const VALUE = 2;

/**
 * The files beside an ONNX model that its weights lie in (`external_data` of its initializers), in the order of their
 * first weights.
 *
 * @throws RangeError on bytes that are no model
 */
export function weightsFiles(model: Uint8Array): WeightsFile[] {
  const files = new Map<string, number>();
  const within = (message: Uint8Array, number: number) =>
    protobufFields(message).filter((field) => field.number === number);
  for (const graph of within(model, GRAPH)) {
    for (const weight of within(graph.content, INITIALIZER)) {
      const said = new Map(within(weight.content, EXTERNAL_DATA).map(({ content }) => entryOf(content)));
      const name = said.get('location');
      if (name === undefined) continue;
      const end = Number(said.get('offset') ?? 0) + Number(said.get('length') ?? 0);
      files.set(name, Math.max(files.get(name) ?? 0, end));
    }
  }
  return [...files].map(([name, bytes]) => ({ name, bytes }));
}

function entryOf(entry: Uint8Array): [key: string, value: string] {
  const fields = protobufFields(entry);
  const text = (number: number) =>
    Buffer.from(fields.find((field) => field.number === number)?.content ?? []).toString();
  return [text(KEY), text(VALUE)];
}
