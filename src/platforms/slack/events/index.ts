export { onHome } from './on-home.js';
export { onInteractions } from './on-interactions.js';
export { onReactions } from './on-reactions.js';
export { onCommands, onMessages } from './on-typed.js';
export type { HandlerParts } from './parts.js';
export { People } from './people.js';
