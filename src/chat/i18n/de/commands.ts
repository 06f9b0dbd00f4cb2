import type { commands as english } from '../en/commands.js';

/** Texte der Befehle, ihrer Optionen und der Hilfe. */
export const commands = {} as const satisfies Record<keyof typeof english, string>;
