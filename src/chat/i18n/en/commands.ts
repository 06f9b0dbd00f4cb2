/** Texts of the commands, their options and the help. */
export const commands = {} as const;
