import { expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();
const nearest = (prompt: string) =>
  reader.read(prompt).notes.flatMap((note) => (note.type === 'unknown' ? note.nearest : []));

it.each([
  ['hearten', 'heart'],
  ['starr', 'star'],
])('%s is told with what it is tagged by, spelled like or made of', (prompt, name) => {
  expect(nearest(prompt)).toContain(name);
});

it.each(['fence', 'lighter', 'garment', 'belt'])('%s is told with nothing silly', (prompt) => {
  expect(nearest(prompt)).toEqual([]);
});

it.each([
  ['armadillo', ['sloth']],
  ['centipede', ['beetle', 'worm', 'spider']],
  ['two armadillos', ['sloth']],
  ['a tapir with a hat', ['rhinoceros', 'horse', 'zebra']],
  ['blue tapir gamer with headphones', ['rhinoceros', 'horse', 'zebra']],
])('%s is told with what is nearest to it in meaning', (prompt, names) => {
  expect(nearest(prompt)).toEqual(names);
});
