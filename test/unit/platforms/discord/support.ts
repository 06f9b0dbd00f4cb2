import type { Action, Card, CardCell } from '../../../../src/chat/cards/card.js';
import { createTranslator } from '../../../../src/chat/i18n/translate.js';

export const t = createTranslator('en');

export function card(changes: Partial<Card> = {}): Card {
  return {
    generationId: '0123456789ab',
    state: 'done',
    title: 'a cat',
    requesterId: '80351110224678912',
    status: null,
    progress: null,
    cells: [cell(1)],
    facts: [{ label: 'Seed', value: '7' }],
    notices: [],
    picture: { file: Buffer.from('a picture'), name: 'grid.png', altText: 'A cat on a sofa.' },
    isPrivate: false,
    isSpoiler: false,
    actions: [],
    ...changes,
  };
}

export function cell(number: number, text = 'red, teal'): CardCell {
  const latent = { origin: 'sampled', isPinned: false, isChanged: false, text } as const;
  return {
    number,
    isPinned: false,
    latents: [
      { ...latent, kind: 'description', emoji: '📝' },
      { ...latent, kind: 'palette', emoji: '🎨' },
      { ...latent, kind: 'boxes', emoji: '📦' },
    ],
  };
}

export function button(id: string): Action {
  return { type: 'button', id, label: `Press ${id}`, style: 'secondary' };
}

export function select(id: string): Action {
  return {
    type: 'select',
    id,
    placeholder: 'Pins',
    options: [{ value: 'a', label: 'A', isChosen: false }],
    min: 0,
    max: 1,
  };
}
