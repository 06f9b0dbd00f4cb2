/** Letters of a noun that is written together with another, and of a form. */
export const SHORTEST_PART = 3;
/** Letters that a form may be longer or shorter than what is listed. */
export const MOST_BENDING = 5;
