import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();
const read = (prompt: string) => {
  const { things, relations } = reader.read(prompt);
  return things.map(({ names }, k) => `${k === 0 ? '' : ` [${relations[k - 1]}] `}${names[0]}`).join('');
};
const told = (prompt: string, type: string) =>
  reader.read(prompt).notes.flatMap((note) => (note.type === type ? [note.said] : []));

describe('who does something to what is named behind', () => {
  it.each([
    ['old man feeding pigeons', 'old man [beside] pigeon'],
    ['old man feeding a pigeon', 'old man [beside] pigeon'],
    ['an old man feeding pigeons in the park', 'old man [beside] pigeon [in front of] city park'],
    ['girl picking flowers in the park', 'girl [beside] flower [in front of] city park'],
    ['santa feeding reindeer', 'santa [beside] deer'],
    ['astronaut walking a dog', 'astronaut [beside] dog'],
    ['girl cooking ducks', 'girl [holding] duck'],
    ['pirate losing a duck', 'man [wearing] pirate hat [beside] duck'],
    ['clown juggling balls', 'clown [holding] soccer ball'],
    ['penguins playing cards', 'penguin [holding] hand of cards'],
  ])('is there beside it: %s', (prompt, things) => {
    expect(read(prompt)).toBe(things);
  });

  it('is there whoever it is, whatever is done and to whatever', () => {
    const doers = ['girl', 'old man', 'astronaut', 'bear'];
    const verbs =
      `feeding petting training walking teaching watching finding hugging losing growing calling shaking drawing
      cooking steering pouring wrapping chopping burning`.split(/\s+/);
    for (const doer of doers)
      for (const verb of verbs)
        for (const [object, name] of [
          ['ducks', 'duck'],
          ['a pumpkin', 'pumpkin'],
        ] as const)
          expect(read(`${doer} ${verb} ${object}`), `${doer} ${verb} ${object}`).toMatch(
            new RegExp(`^${doer} .*${name}$`),
          );
  });

  it('leaves dressed who is called by an outfit, and angry who is', () => {
    expect(read('dancing pirate cat')).toBe('cat [wearing] pirate hat [wearing] eye patch');
    expect(read('wizard cat')).toBe('cat [wearing] wizard hat');
  });
});

describe('verbs that look like plural nouns', () => {
  it.each([
    ['bird flies over the sea', 'bird [above] open sea'],
    ['a pig flies', 'pig'],
    ['penguin waves', 'penguin'],
    ['leaf falls', 'leaf'],
    ['rain falls on a cat', 'cat'],
  ])('are done by who is named before them: %s', (prompt, things) => {
    expect(read(prompt)).toBe(things);
  });

  it.each([
    ['the moon rocks', 'moon [beside] rock'],
    ['two waves', 'wave'],
    ['wine glasses', 'wine'],
  ])('stay nouns where nobody does them: %s', (prompt, things) => {
    expect(read(prompt)).toBe(things);
  });
});

describe('who is said to be something', () => {
  it.each([
    ['my boss is a dragon', 'dragon'],
    ['mein Chef ist ein Drache', 'dragon'],
    ['my dad is a superhero', 'superhero'],
    ['the man is in a car', 'car [in front of] man'],
  ])('is drawn as that: %s', (prompt, things) => {
    expect(read(prompt)).toBe(things);
  });

  it('has what was said of both', () => {
    const [thing] = reader.read('my angry boss is a giant red dragon').things;
    expect(thing).toMatchObject({ names: ['dragon'], colours: ['red'], size: 'large' });
    expect(thing!.moods[0]).toBe('angry');
    expect(told('my boss is a giant chicken', 'unknown')).toEqual([]);
  });
});
