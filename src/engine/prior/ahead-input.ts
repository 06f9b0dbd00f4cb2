import { EngineError, type FloatTensor, floatTensor } from '../basics/index.js';

import {
  bytesField,
  bytesFieldHead,
  numberField,
  type ProtobufField,
  protobufFields,
  protobufMessage,
  textField,
} from '../runtime/index.js';

/** Field numbers of onnx.proto3. */
const MODEL_GRAPH = 7;
const GRAPH_NODE = 1;
const GRAPH_INPUT = 11;
const NODE_INPUT = 1;
const NODE_OUTPUT = 2;
const NODE_TYPE = 4;

/** `onnx.TensorProto.DataType.FLOAT`. */
const FLOAT = 1;

/**
 * `prior.onnx` with one input more, `ahead` [N, N]: 1 where new token j (column) is hidden from new token i (row), else
 * 0. As exported, the graph works out for itself that each token sees those before it, by its only comparison
 * (docs/bundle.md); what came of that is now asked for, so that tokens of different sequences can be fed in one row
 * (`token-tree.ts`).
 *
 * @throws EngineError `model_failed` when the graph is not like that
 */
export function withAheadInput(model: Uint8Array): Uint8Array {
  const graphs = protobufFields(model).filter(({ number }) => number === MODEL_GRAPH);
  const [graph] = graphs;
  const nodes = graph ? protobufFields(graph.content).filter(({ number }) => number === GRAPH_NODE) : [];
  const comparisons = nodes.filter(({ content }) => textOf(content, NODE_TYPE) === 'Greater');
  const compared = comparisons.map(({ content }) => textOf(content, NODE_OUTPUT));
  const readers = nodes.filter(({ content }) => textOf(content, NODE_INPUT) === compared[0]);
  const [asFloat] = readers;
  const isOne = graphs.length === 1 && comparisons.length === 1 && readers.length === 1;
  if (!graph || !asFloat || !isOne || textOf(asFloat.content, NODE_TYPE) !== 'Cast') {
    throw new EngineError('model_failed', { why: 'other_graph' });
  }
  const identity = protobufMessage(
    textField(NODE_INPUT, 'ahead'),
    textField(NODE_OUTPUT, textOf(asFloat.content, NODE_OUTPUT)),
    textField(NODE_TYPE, 'Identity'),
  );
  const edited = [
    graph.content.subarray(0, asFloat.start),
    bytesField(GRAPH_NODE, identity),
    graph.content.subarray(asFloat.end),
    bytesField(GRAPH_INPUT, squareOf('ahead', 'N')),
  ];
  const length = edited.reduce((sum, part) => sum + part.length, 0);
  return protobufMessage(
    model.subarray(0, graph.start),
    bytesFieldHead(MODEL_GRAPH, length),
    ...edited,
    model.subarray(graph.end),
  );
}

/** The first text of that number in a node; empty where there is none. */
function textOf(node: Uint8Array, wanted: number): string {
  const field: ProtobufField | undefined = protobufFields(node).find(({ number }) => number === wanted);
  return Buffer.from(field?.content ?? []).toString();
}

/** A `ValueInfoProto` of a float32 matrix with `side` rows and columns. */
function squareOf(name: string, side: string): Buffer {
  const shape = protobufMessage(bytesField(1, textField(2, side)), bytesField(1, textField(2, side)));
  const type = protobufMessage(numberField(1, FLOAT), bytesField(2, shape));
  return protobufMessage(textField(1, name), bytesField(2, bytesField(1, type)));
}

/** `ahead` of tokens that stand one behind the other: each is hidden from those before it. */
export function inOrder(tokens: number): FloatTensor {
  const ahead = floatTensor([tokens, tokens]);
  for (let row = 0; row < tokens; row++) ahead.data.fill(1, row * tokens + row + 1, (row + 1) * tokens);
  return ahead;
}
