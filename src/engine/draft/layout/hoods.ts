/** What a face looks out of, which is behind it. */
const HOODS: ReadonlySet<string> = new Set(['hoodie']);

export const isHood = (thing: string): boolean => HOODS.has(thing);
