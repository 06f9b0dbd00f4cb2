/** All texts in English, the complete catalogue (ICU MessageFormat). */
export const en = {} as const;

export type MessageKey = string;
