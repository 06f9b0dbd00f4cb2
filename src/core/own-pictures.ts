/** A picture that somebody brought along to have it drawn. */
export interface OwnPicture {
  /** As the prompt says it. */
  name: string;
  /** Key of its blob: a PNG of what it shows, cut out unless all of it is meant. */
  picture: string;
  /** It has no face of its own, so that a mood is told by one laid over it. */
  isFaceless: boolean;
  /** Painting begins from all of it, uncut, and no prompt names it; absent of a thing. */
  isWhole?: true;
  /** It has eyes that a mood can be drawn into; absent where nobody looked for any. */
  hasEyes?: boolean | undefined;
}

/** One that somebody, or an admin for a whole space, keeps under a name. */
export interface SavedThing extends OwnPicture {
  /** What of the name tells it from others of its owner. */
  key: string;
  owner: 'user' | 'space';
  /** Size of its blob. */
  bytes: number;
  createdAt: Date;
}
