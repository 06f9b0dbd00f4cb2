import { readFile } from 'node:fs/promises';

/** Fields of ONNX's protobuf messages (onnx.proto) on the way from the model to the types of its nodes. */
const MODEL_GRAPH = 7;
const GRAPH_NODE = 1;
const NODE_OP_TYPE = 4;
const NODE_ATTRIBUTE = 5;
const ATTRIBUTE_GRAPH = 6;

/** How often each type of operator stands in an ONNX file, those inside branches and loops included. */
export async function operatorsOf(path: string): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const visit = (graph: Buffer) => {
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

/** The contents of a message's fields of that number that have a length: texts, bytes and messages. */
function messages(message: Buffer, wanted: number): Buffer[] {
  const found: Buffer[] = [];
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = message[at++]!;
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const key = varint();
    const [field, wire] = [Math.floor(key / 8), key % 8];
    if (wire === 0) varint();
    else if (wire === 2) {
      const length = varint();
      if (field === wanted) found.push(message.subarray(at, at + length));
      at += length;
    } else if (wire === 1) at += 8;
    else if (wire === 5) at += 4;
    else throw new RangeError(`Not a protobuf message: wire type ${wire}.`);
  }
  return found;
}
