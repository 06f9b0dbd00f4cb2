import { MessageChannel } from 'node:worker_threads';
import type { Tensor } from '../basics/index.js';

// A message to a port that is closed is lost, and with it the memory that was transferred (HTML, "message port post
// message steps").
const { port1: nowhere, port2 } = new MessageChannel();
port2.close();

/**
 * Frees the memory of tensors that nobody reads any more; their `data` is empty from then on. Decoding makes a few
 * megabytes at every step, and the collector, which runs whenever some have gathered, takes the processor from the
 * model's threads.
 */
export function release(tensors: Iterable<Tensor>): void {
  for (const { data } of tensors) nowhere.postMessage(null, [data.buffer as ArrayBuffer]);
}
