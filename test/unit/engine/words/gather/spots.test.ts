import { describe, expect, it } from 'vitest';
import { shippedReader } from '../shipped-reader.js';

const reader = await shippedReader();

describe('takeSpot', () => {
  it.each([
    ['a turtle with a birthday cake on its back', 'onBack'],
    ['turtle with a cake on its shell', 'onBack'],
    ["a bird sitting on an elephant's back", 'onBack'],
    ['cat with a butterfly on its nose', 'onNose'],
    ['butterfly on the nose of a cat', 'onNose'],
    ['crocodile with a balloon tied to its tail', 'onTail'],
    ['dog with a parrot on its shoulder', 'onShoulder'],
    ['eine Schildkröte mit einem Kuchen auf dem Rücken', 'onBack'],
    ['tortuga con un pastel en la espalda', 'onBack'],
    ['черепаха с тортом на спине', 'onBack'],
    ['sırtında pasta olan kaplumbağa', 'onBack'],
    ['背中にケーキを乗せた亀', 'onBack'],
  ])('%s: a part of who is named, and no other thing', (prompt, act) => {
    const reading = reader.read(prompt);
    expect(reading).toMatchObject({ act, relations: ['on'] });
    expect(reading.things).toHaveLength(2);
  });

  it('leaves a shell that has an article of its own a thing', () => {
    expect(reader.read('a turtle with a cake on a shell').act).toBeUndefined();
  });
});

describe('words for how somebody is built', () => {
  it.each([
    ['chonky cat', 'stout'],
    ['eine dicke Katze', 'stout'],
    ['толстый кот', 'stout'],
    ['太った猫', 'stout'],
    ['un gato flaco', 'slender'],
    ['long skinny cat', 'slender'],
  ])('%s', (prompt, stature) => {
    expect(reader.read(prompt).things[0]).toMatchObject({ stature });
  });

  it('are of the hair that they are said of', () => {
    expect(reader.read('girl with long hair').things[0]).not.toHaveProperty('stature');
  });
});
