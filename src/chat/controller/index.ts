export { AnswerLine } from './answer-line.js';
export type { Controller } from './controller.js';
export { createController } from './create-controller.js';
export { InFlight } from './in-flight.js';
export { meaningOf } from './reactions.js';
