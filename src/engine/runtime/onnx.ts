import { readFile } from 'node:fs/promises';
import { env, InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node';
import {
  EngineError,
  type FloatTensor,
  fromHalf,
  type IntTensor,
  ownValue,
  type Tensor,
  toHalf,
} from '../basics/index.js';

/**
 * Where a graph can run. `webgpu` is a graphics card by Vulkan, Metal or Direct3D, `directml` is Windows only, `coreml`
 * macOS only, `cuda` and `tensorrt` need NVIDIA's libraries.
 */
export const PROVIDERS = ['webgpu', 'cuda', 'tensorrt', 'coreml', 'directml', 'cpu'] as const;

/** One of the places where a graph can run. */
export type Provider = (typeof PROVIDERS)[number];

/** What a host may ask for: one of them, or whichever is fastest here (`chooseProviders`). */
export type ProviderWish = Provider | 'auto';

/** What graphs run on. */
export interface SessionOptions {
  /**
   * Tried in this order; those behind cpu are not needed, and cpu is the last resort of every list. Default: cpu only.
   */
  providers?: readonly Provider[];
  /** Threads inside one operator; default: onnxruntime's own choice (physical cores). */
  threads?: number;
  /** What to make of the file's graph before it is opened; default: nothing. */
  edit?: GraphEdit;
  /** Where to write the graph as onnxruntime really runs it, to look into. */
  optimisedPath?: string;
  /**
   * What the name of a file begins with that tells how long every operator took (Chrome's trace events), written when
   * the session is disposed.
   */
  profilePrefix?: string;
  /** Told, in one sentence, about a provider that could not be used and what runs instead. */
  onWarning?: (message: string) => void;
  /** Told after each opening of a graph and each run of one: that they come back shows that nothing is stuck. */
  onProgress?: () => void;
}

/** Makes another ONNX model of one. */
export type GraphEdit = (model: Uint8Array) => Uint8Array;

/** What a graph takes under one name. */
export interface GraphInput {
  /** Of its elements, such as `float16`. */
  type: string;
  /** Sizes of its axes, a name for one that is free. */
  shape: readonly (number | string)[];
}

/** An opened graph. Calls may overlap; each is independent of the others. */
export interface Session {
  readonly path: string;
  /** The provider that was asked for and accepted the graph. */
  readonly provider: Provider;
  readonly inputs: ReadonlyMap<string, GraphInput>;
  readonly outputNames: readonly string[];
  /**
   * Runs the graph once. Buffers are read in place: leave them alone until the promise settles. What a graph takes or
   * gives as float16 or int32 is float32 and int64 here, and truths are int64 numbers 0 and 1.
   * @param outputs names of the outputs wanted; default: all. They are new tensors, for onnxruntime-node copies what it
   *   writes into given ones.
   * @throws EngineError `model_failed` when onnxruntime refuses the inputs or fails.
   */
  run(inputs: Readonly<Record<string, Tensor>>, outputs?: readonly string[]): Promise<Record<string, Tensor>>;
  dispose(): Promise<void>;
}

// From 1.29 its builds for Linux and macOS report names and hashes of models to Microsoft
// (https://github.com/microsoft/onnxruntime/pull/27379) unless this is set before the first session. Kaleido runs
// without telling anybody; a value that the host set stands.
// biome-ignore lint/style/noProcessEnv: the library's only switch, and the engine may be used without our settings.
process.env.ORT_DISABLE_TELEMETRY ??= '1';

// What onnxruntime has to say is thrown and reported from here; its own lines on stderr would say it twice.
env.logLevel = 'fatal';

const ORT_NAMES: Record<Provider, string> = {
  webgpu: 'webgpu',
  cuda: 'cuda',
  tensorrt: 'tensorrt',
  coreml: 'coreml',
  directml: 'dml',
  cpu: 'cpu',
};

const REMEDIES: Record<Exclude<Provider, 'cpu'>, string> = {
  webgpu:
    "install the graphics card's driver, on Linux with Vulkan's loader (Debian and Ubuntu: libvulkan1), " +
    'and in a container hand the card in',
  cuda:
    'install CUDA 12 with cuDNN 9 and run ' +
    '`ONNXRUNTIME_NODE_INSTALL=cuda12 node node_modules/onnxruntime-node/script/install.js`',
  tensorrt: 'install TensorRT beside CUDA 12, or choose cuda',
  coreml: 'choose coreml on macOS only',
  directml: 'choose directml on Windows only',
};

/**
 * Opens an ONNX graph on the first provider that accepts it. onnxruntime lists providers whose libraries are missing,
 * so the only test of one is to create a session with it; each refusal is reported through `onWarning`.
 * @throws EngineError `model_failed` when not even the CPU can open the graph.
 */
export async function openSession(path: string, options: SessionOptions = {}): Promise<Session> {
  const { providers = [] } = options;
  const wanted = providers.includes('cpu') ? providers.slice(0, providers.indexOf('cpu')) : providers;
  for (const provider of wanted as readonly Exclude<Provider, 'cpu'>[]) {
    try {
      return wrap(path, provider, await create(path, provider, options), options);
    } catch (cause) {
      options.onWarning?.(
        `${provider} cannot be used (${reason(cause)}); the next provider is tried, the CPU last. ` +
          `To use ${provider}: ${REMEDIES[provider]}.`,
      );
    }
  }
  try {
    return wrap(path, 'cpu', await create(path, 'cpu', options), options);
  } catch (cause) {
    throw new EngineError('model_failed', { why: 'unopened', path, detail: reason(cause) }, cause);
  }
}

/**
 * The float32 output of that name.
 * @throws EngineError `model_failed` when the graph gave none, which means that it does not follow the bundle's format
 */
export function floatOutput(outputs: Readonly<Record<string, Tensor>>, name: string): FloatTensor {
  const output = ownValue(outputs, name);
  if (output?.dtype === 'float32') return output;
  throw noOutput(name, 'float32');
}

/**
 * The int64 output of that name.
 * @throws EngineError `model_failed` when the graph gave none, which means that it does not follow the bundle's format
 */
export function intOutput(outputs: Readonly<Record<string, Tensor>>, name: string): IntTensor {
  const output = ownValue(outputs, name);
  if (output?.dtype === 'int64') return output;
  throw noOutput(name, 'int64');
}

function noOutput(name: string, type: string): EngineError {
  return new EngineError('model_failed', { why: 'no_output', name, type });
}

async function create(path: string, provider: Provider, options: SessionOptions): Promise<InferenceSession> {
  const { threads, edit, optimisedPath, profilePrefix } = options;
  const settings: InferenceSession.SessionOptions = {
    executionProviders: [ORT_NAMES[provider]],
    graphOptimizationLevel: 'all',
    executionMode: 'sequential',
    // Batch and sequence lengths change from call to call: a memory pattern kept for each shape would only grow.
    enableMemPattern: false,
    extra: {
      session: {
        // Each session has threads of its own, which otherwise spin for a while after a call and so take the cores from
        // the next one.
        force_spinning_stop: '1',
        // Nor longer within one: what spins on a core that others want keeps the operator's own thread from it. So many
        // microseconds are as long as the operators between two that are shared out mostly take.
        intra_op: { spin_duration_us: '50' },
        // Weights are int8 for storage only: folded to float32 once, here, they are neither dequantised at each call
        // nor multiplied as int8.
        disable_quant_qdq: '1',
      },
    },
    ...(optimisedPath === undefined ? {} : { optimizedModelFilePath: optimisedPath }),
    ...(profilePrefix === undefined ? {} : { enableProfiling: true, profileFilePrefix: profilePrefix }),
    ...(threads === undefined ? {} : { intraOpNumThreads: threads }),
  };
  return edit ? InferenceSession.create(edit(await readFile(path)), settings) : InferenceSession.create(path, settings);
}

function wrap(path: string, provider: Provider, session: InferenceSession, options: SessionOptions): Session {
  const { profilePrefix, onProgress } = options;
  onProgress?.();
  // What is fed again at every step of a loop need not be described to onnxruntime again.
  const known = new WeakMap<Tensor, OrtTensor>();
  const inputs = new Map(session.inputMetadata.flatMap((one) => (one.isTensor ? [[one.name, one] as const] : [])));
  const toOrt = (name: string, tensor: Tensor): OrtTensor => {
    const made = known.get(tensor) ?? ortTensor(tensor, inputs.get(name)?.type);
    // A copy in another type would not follow what is changed in place.
    if (made.data === tensor.data) known.set(tensor, made);
    return made;
  };
  return {
    path,
    provider,
    inputs,
    outputNames: session.outputNames,
    async run(given, outputs) {
      try {
        const feeds = Object.fromEntries(Object.entries(given).map(([name, tensor]) => [name, toOrt(name, tensor)]));
        const results = await session.run(feeds, outputs ?? session.outputNames);
        onProgress?.();
        return Object.fromEntries(Object.entries(results).map(([name, value]) => [name, fromOrt(name, value)]));
      } catch (cause) {
        if (cause instanceof EngineError) throw cause;
        throw new EngineError('model_failed', { why: 'failed', path, provider, detail: reason(cause) }, cause);
      }
    },
    async dispose() {
      if (profilePrefix !== undefined) session.endProfiling();
      await session.release();
    },
  };
}

function ortTensor({ dtype, data, dims }: Tensor, type?: string): OrtTensor {
  if (dtype === 'float32' && type === 'float16') return new OrtTensor('float16', Uint16Array.from(data, toHalf), dims);
  if (dtype === 'int64' && type === 'int32') return new OrtTensor('int32', Int32Array.from(data, Number), dims);
  return dtype === 'int64' ? new OrtTensor('int64', data, dims) : new OrtTensor('float32', data, dims);
}

function fromOrt(name: string, value: InferenceSession.OnnxValueMapType[string]): Tensor {
  const { data, dims, type } = value;
  if (type === 'float16') return { dtype: 'float32', dims, data: floatsOf(data) };
  if (type === 'int32') return { dtype: 'int64', dims, data: BigInt64Array.from(data as Int32Array, BigInt) };
  if (type === 'bool') return { dtype: 'int64', dims, data: BigInt64Array.from(data as Uint8Array, BigInt) };
  if (data instanceof Float32Array) return { dtype: 'float32', dims, data };
  if (data instanceof BigInt64Array) return { dtype: 'int64', dims, data };
  throw new EngineError('model_failed', { why: 'output_type', name, type });
}

/** Half-precision floats are numbers of their own where the runtime has such, and bits where not. */
function floatsOf(data: InferenceSession.OnnxValueMapType[string]['data']): Float32Array {
  return data instanceof Uint16Array ? Float32Array.from(data, fromHalf) : Float32Array.from(data as Iterable<number>);
}

function reason(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  const [line = text] = text.split('\n', 1);
  // Where in the library's own sources something was not as it should be tells nobody anything.
  return line.replace(/^\/onnxruntime_src\/.* was false\. /, '').replace(/\.$/, '');
}
