import { EngineError, type FloatTensor, floatTensor, intTensor, type Tensor } from '../engine/basics/index.js';
import { createSessionPool, type Session, type SessionOptions } from '../engine/runtime/index.js';
import { detailOf } from './files.js';

/** The opened graphs of one folder, each on its first use. */
export interface Networks {
  /** @throws EngineError `painter_invalid` for a graph that cannot be opened */
  open(graph: string): Promise<Session>;
  dispose(): Promise<void>;
}

/** What folders run on. */
export interface FolderRuntime extends SessionOptions {
  /** Marks the time in which a graph is opened, which may take long. @returns ends it */
  loading?: () => () => void;
}

export function openNetworks({ loading, ...options }: FolderRuntime): Networks {
  const pool = createSessionPool(options);
  return {
    async open(path) {
      const loaded = loading?.();
      try {
        return await pool.open(path);
      } catch (cause) {
        const detail = cause instanceof EngineError && 'detail' in cause.data ? cause.data.detail : detailOf(cause);
        throw new EngineError('painter_invalid', { why: 'bad_graph', path, detail: String(detail) }, cause);
      } finally {
        loaded?.();
      }
    },
    dispose: () => pool.dispose(),
  };
}

/** Whole numbers or floats, by what the graph takes under that name. */
export function numbersFor(session: Session, name: string, dims: readonly number[], values: number[]): Tensor {
  const isWhole = session.inputs.get(name)?.type.includes('int') === true;
  return isWhole ? intTensor(dims, values.map(Math.round)) : floatTensor(dims, Float32Array.from(values));
}

/** @throws EngineError `painter_invalid` where the graph has no such output, or it is no float */
export function outputOf(session: Session, outputs: Readonly<Record<string, Tensor>>, name: string): FloatTensor {
  const output = new Map(Object.entries(outputs)).get(name);
  if (output?.dtype === 'float32') return output;
  throw unfit(session, `it has no output ${name} of floats, but: ${session.outputNames.join(', ')}`);
}

/** A graph of another layout. */
export function unfit({ path }: Session, detail: string): EngineError {
  return new EngineError('painter_invalid', { why: 'bad_graph', path, detail });
}

/** Rows of the same shape [1, …], one behind the other. */
export function rowsOf(rows: readonly FloatTensor[]): FloatTensor {
  const [first] = rows;
  const data = new Float32Array(rows.reduce((sum, row) => sum + row.data.length, 0));
  rows.reduce((at, row) => {
    data.set(row.data, at);
    return at + row.data.length;
  }, 0);
  return floatTensor([rows.length, ...first!.dims.slice(1)], data);
}
