import { expect, it } from 'vitest';
import { loadBundle } from '../../../../src/engine/bundle/bundle.js';
import { createPromptReader } from '../../../../src/engine/words/prompt-reader.js';

const reader = createPromptReader(await loadBundle('models/stickers'));

// Dictionaries know all of the first as kinds: of herbs, of bears, of squirrels.
it.each([
  ['a red fox', 'fox', ['red']],
  ['two brown bears', 'bear', ['brown']],
  ['a green frog , shaded style', 'frog', ['green']],
  ['a grey wolf', 'wolf', ['grey']],
  // Breeds have the colour that they are known by.
  ['a golden retriever', 'dog', ['orange']],
  ['an akita', 'dog', ['orange']],
  ['a black akita', 'dog', ['black']],
  ['schnauzers', 'dog', ['grey']],
  ['siamese cat', 'cat', ['cream']],
  ['a palomino', 'horse', ['yellow']],
  ['a canary', 'bird', ['yellow']],
  // This names no colour.
  ['a polar bear', 'polar bear', []],
])('“%s” is a thing in a colour where it says so', (prompt, name, colours) => {
  const { things } = reader.read(prompt);
  expect(things).toMatchObject([{ colours }]);
  expect(things[0]!.names).toContain(name);
});
