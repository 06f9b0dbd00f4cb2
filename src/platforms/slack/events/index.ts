export { Handling } from './handling.js';
export { onCommands } from './on-commands.js';
export { onHome } from './on-home.js';
export { onInteractions } from './on-interactions.js';
export { onMessages } from './on-messages.js';
export { onReactions } from './on-reactions.js';
export type { HandlerParts } from './parts.js';
export { People } from './people.js';
