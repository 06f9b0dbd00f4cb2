import type { LatentOrigin } from '../../core/index.js';
import type { LatentKind } from '../../engine/latents/index.js';

/**
 * A generation as people see it, on any platform. Every string is plain text that a person or the model may have
 * written: adapters escape it whole, so that nothing in it is ever markup or a mention. Structure and emphasis are the
 * adapter's.
 */
export interface Card {
  generationId: string;
  state: 'queued' | 'planning' | 'painting' | 'planned' | 'done' | 'failed' | 'cancelled' | 'deleted';
  /** The prompt. */
  title: string;
  /** User id on the card's own platform: shown as a name that notifies nobody but, at the end, the requester. */
  requesterId: string;
  /** What is going on or went wrong, in one sentence; null when the picture says it all. */
  status: string | null;
  /** 0–1 while something runs. */
  progress: number | null;
  cells: CardCell[];
  /** Small print: seed, variety, guidance, diversity, parent, id. */
  facts: { label: string; value: string }[];
  /** What was decided for the user that they should know: words not learned, latents sampled again and why. */
  notices: string[];
  /** The grid, the plan sheet, or a preview. */
  picture: CardPicture | null;
  /** Only the requester may see it: it is never posted where others read. */
  isPrivate: boolean;
  isSpoiler: boolean;
  /** Rows of at most five; an adapter may lay them out otherwise but shows all. */
  actions: Action[][];
}

/** One cell in words. */
export interface CardCell {
  /** From 1. */
  number: number;
  latents: CardLatent[];
  /** The whole cell is pinned. */
  isPinned: boolean;
}

/** A latent of a cell, as a line. */
export interface CardLatent {
  kind: LatentKind;
  /** 🎨 palette, 📦 boxes, 📝 description, … */
  emoji: string;
  /** One line. */
  text: string;
  origin: LatentOrigin;
  isPinned: boolean;
  /** It differs from the parent's cell of the same number. */
  isChanged: boolean;
}

/** A PNG with its file name, and what it shows for those who do not see it (at most 1,000 characters). */
export interface CardPicture {
  file: Buffer;
  name: string;
  altText: string;
}

/** Something that can be pressed or chosen. `id` is at most 100 characters, unique on its card (see action-id.ts). */
export type Action = ButtonAction | SelectAction;

/** A button. */
export interface ButtonAction {
  type: 'button';
  id: string;
  /** At most 75 characters; may be empty when there is an emoji. */
  label: string;
  emoji?: string;
  style: 'primary' | 'secondary' | 'danger';
}

/** A menu. */
export interface SelectAction {
  type: 'select';
  id: string;
  /** At most 100 characters. */
  placeholder: string;
  /** At most 25; label and value at most 75 characters each. */
  options: SelectOption[];
  /** How many may be chosen. */
  min: number;
  max: number;
}

/** What can be chosen in a menu. */
export interface SelectOption {
  value: string;
  label: string;
  emoji?: string;
  isChosen: boolean;
}

/** A form; title at most 24 characters (Slack), at most five fields. */
export interface Modal {
  id: string;
  title: string;
  submitLabel: string;
  fields: ModalField[];
}

/** A text to be filled in. */
export interface ModalField {
  id: string;
  /** At most 45 characters. */
  label: string;
  value: string;
  placeholder: string;
  isMultiline: boolean;
  isRequired: boolean;
  /** At most 3,000. */
  maxLength: number;
}
