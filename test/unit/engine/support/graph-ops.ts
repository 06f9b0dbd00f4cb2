import { readFile } from 'node:fs/promises';
import { protobufFields } from '../../../../src/engine/runtime/protobuf.js';

/** Fields of ONNX's protobuf messages (onnx.proto) on the way from the model to the types of its nodes. */
const MODEL_GRAPH = 7;
const GRAPH_NODE = 1;
const NODE_OP_TYPE = 4;
const NODE_ATTRIBUTE = 5;
const ATTRIBUTE_GRAPH = 6;

/** How often each type of operator stands in an ONNX file, those inside branches and loops included. */
export async function operatorsOf(path: string): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const visit = (graph: Uint8Array) => {
    for (const node of messages(graph, GRAPH_NODE)) {
      for (const type of messages(node, NODE_OP_TYPE)) {
        found.set(type.toString(), (found.get(type.toString()) ?? 0) + 1);
      }
      for (const attribute of messages(node, NODE_ATTRIBUTE)) messages(attribute, ATTRIBUTE_GRAPH).forEach(visit);
    }
  };
  messages(await readFile(path), MODEL_GRAPH).forEach(visit);
  return found;
}

/** The contents of a message's fields of that number. */
function messages(message: Uint8Array, wanted: number): Buffer[] {
  return protobufFields(message)
    .filter(({ number }) => number === wanted)
    .map(({ content }) => Buffer.from(content.buffer, content.byteOffset, content.length));
}
