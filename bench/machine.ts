import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { z } from 'zod';

/** What the numbers were measured on. */
export interface Machine {
  cpu: string;
  cores: number;
  memoryGiB: number;
  node: string;
  onnxruntime: string;
}

export function describeMachine(): Machine {
  const manifest = new URL('package.json', new URL('../', import.meta.resolve('onnxruntime-node')));
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, 'utf8')));
  return {
    cpu: cpus()[0]?.model.trim() ?? process.arch,
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    onnxruntime: version,
  };
}

/** The machine in one line. */
export function machineLine({ cpu, cores, memoryGiB, node, onnxruntime }: Machine): string {
  return `${cpu}, ${cores} cores, ${memoryGiB} GiB, ${process.platform}; Node ${node}, onnxruntime ${onnxruntime}`;
}
