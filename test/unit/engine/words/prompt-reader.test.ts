import { describe, expect, it } from 'vitest';
import type { ReadingNote } from '../../../../src/engine/words/prompt-reading.js';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();
const notes = (prompt: string): readonly ReadingNote[] => reader.read(prompt).notes;
const names = (prompt: string) => reader.read(prompt).things.map((thing) => thing.names[0]);

describe('notes of how a prompt was read', () => {
  it.each<[string, ReadingNote]>([
    ['a terrier', { type: 'read-as', said: 'terrier', name: 'dog' }],
    ['pupper', { type: 'read-as', said: 'pupper', name: 'dog' }],
    ['pengiun', { type: 'read-as', said: 'pengiun', name: 'penguin' }],
    ['a cat with a katze', { type: 'read-as', said: 'katze', name: 'cat' }],
    ['a cat without wings', { type: 'removed', said: 'wings' }],
    ['a cat, not red', { type: 'removed', said: 'red' }],
    ['a cat without a blorp', { type: 'removed', said: 'blorp' }],
    ['a cat in a museum', { type: 'left-out', said: 'museum', why: 'place' }],
    ['a saluting cat', { type: 'left-out', said: 'saluting', why: 'action' }],
    ['a cat in the style of picasso', { type: 'left-out', said: 'picasso', why: 'style' }],
    ['a goose crawling away', { type: 'left-out', said: 'crawling', why: 'action' }],
    ['pig with blue fangs', { type: 'left-out', said: 'blue fangs', why: 'part' }],
    ['guillotine', { type: 'unknown', said: 'guillotine', nearest: [] }],
    ['a bag of donuts', { type: 'left-out', said: 'bag', why: 'part' }],
    ['girl with rainbow hair', { type: 'left-out', said: 'rainbow hair', why: 'colour' }],
    ['a crazy shark', { type: 'left-out', said: 'crazy', why: 'mood' }],
    ['a teapot with green eyes', { type: 'left-out', said: 'green eyes', why: 'part' }],
    ['laughing skull', { type: 'left-out', said: 'laughing', why: 'mood' }],
    ['green-eyed teapot', { type: 'left-out', said: 'green-eyed', why: 'part' }],
    ['cat and chess', { type: 'read-as', said: 'chess', name: 'chess pawn' }],
    ['twelve cats', { type: 'left-out', said: '3 × cats', why: 'too-many' }],
    ['cat, dog, fox, owl, pig, cow, horse', { type: 'left-out', said: 'horse', why: 'too-many' }],
  ])('%s', (prompt, note) => {
    expect(notes(prompt)).toContainEqual(note);
  });

  it.each([
    'a penguin not wearing a hat',
    "a penguin that doesn't have a hat",
    'a penguin that is not wearing a hat',
    'a penguin that has no hat',
  ])('keeps out what stands behind a negated verb: %s', (prompt) => {
    expect(names(prompt)).toEqual(['penguin']);
    expect(notes(prompt)).toContainEqual({ type: 'removed', said: 'hat' });
    expect(reader.read(prompt).without.things).toContain('top hat');
  });

  it.each(["a dog that isn't red", 'a dog that is not red'])('keeps out a negated colour: %s', (prompt) => {
    expect(names(prompt)).toEqual(['dog']);
    expect(reader.read(prompt)).toMatchObject({ things: [{ colours: [] }], without: { colours: ['red'] } });
  });

  it('repeats of a very long word only its beginning', () => {
    const [note] = notes(`a cat with ${'x'.repeat(3000)}`);
    expect(note).toMatchObject({ type: 'unknown', said: `${'x'.repeat(59)}…` });
  });

  it('leaves out a thing of the prompt that is listed as not wanted', () => {
    const { things, relations } = reader.read('a turtle with a crown', { without: 'crown, green' });
    expect(things.map((thing) => thing.names[0])).toEqual(['turtle']);
    expect(relations).toEqual([]);
  });

  it('names what nothing knows, with things that look like it', () => {
    const [note] = notes('a cat and a pumpkinoid');
    expect(note).toMatchObject({ type: 'unknown', said: 'pumpkinoid' });
    expect(note?.type === 'unknown' && note.nearest).toContain('pumpkin');
    expect(reader.read('blorp').things).toEqual([]);
  });

  it('names each word that says something where no thing is read', () => {
    for (const [prompt, words] of [
      ['a sad red one', ['sad', 'red']],
      ['a sticker please', []],
    ] as const) {
      expect(notes(prompt).map(({ type, said }) => [type, said])).toEqual(words.map((word) => ['unknown', word]));
    }
  });

  it('has moods only that a picture of the thing can show', () => {
    const moodsOf = (prompt: string) => reader.read(prompt).things[0]?.moods;
    expect(moodsOf('a happy cat')).toEqual([]);
    expect(moodsOf('a sad dog')).toEqual(['crying', 'sad']);
    expect(moodsOf('a crying house')).toEqual(['crying', 'sobbing']);
    expect(moodsOf('a burning skull')).toEqual(['burning']);
  });

  it('says nothing of a plain prompt', () => {
    for (const prompt of [
      'a cat',
      'two sad red cats',
      'a fox wearing a crown, flat style',
      'ein roter Hund',
      '黒い猫',
    ]) {
      expect(notes(prompt)).toEqual([]);
    }
  });
});

describe('what the text encoder sees', () => {
  it.each([
    ['a cat wearing a crown', 'a cat wearing a crown'],
    ['drei traurige blaue Hunde', 'three sad blue dogs'],
    ['a fluffy terrier in a museum', 'a dog'],
    ['🦊 with a 🎩', 'a fox wearing a top hat'],
    ['perro, gato y zorro', 'a dog, a cat and a fox'],
    ['un chat et deux chiens, style flat', 'a cat, a dog and a dog, flat style'],
  ])('%s: %s', (prompt, worded) => {
    expect(reader.read(prompt).worded).toBe(worded);
  });

  it('is read as it was', () => {
    for (const prompt of ['drei traurige blaue Hunde', '帽子をかぶった犬', 'ein brennendes Haus auf dem Mond']) {
      const reading = reader.read(prompt);
      const again = reader.read(reading.worded);
      expect(again.worded).toBe(reading.worded);
      expect(again.things.map(({ names: [name], count, colours }) => [name, count, colours])).toEqual(
        reading.things.map(({ names: [name], count, colours }) => [name, count, colours]),
      );
    }
  });
});

describe('options', () => {
  it('decide by the locale what a word means that is one in two languages', () => {
    expect(reader.read('hut').things[0]?.names).toEqual(['hut']);
    expect(reader.read('hut', { locale: 'de-AT' }).things[0]?.names).toEqual(['top hat']);
  });

  it('take away what is listed', () => {
    const { without, notes: said } = reader.read('a cat', { without: 'crowns, red, crying, blorp' });
    expect(without).toMatchObject({ things: ['crown'], colours: ['red'] });
    expect(without.moods).toContain('crying');
    expect(said.filter(({ type }) => type === 'removed')).toHaveLength(4);
  });

  it.each([
    ['a turtle', 'turtle', 'turtle'],
    ['a terrier', 'dog', 'terrier'],
    ['drei Katzen', 'cat', 'Katzen'],
  ])('say where they take away what is asked for: %s without %s', (prompt, without, said) => {
    expect(reader.read(prompt, { without })).toMatchObject({ things: [], notes: [{ type: 'contradicted', said }] });
  });

  it('take away what else is asked for, and parts of it where it is drawn without them', () => {
    expect(reader.read('a turtle and a cat', { without: 'turtle' }).things).toMatchObject([{ names: ['cat'] }]);
    expect(reader.read('a cake', { without: 'candles' }).things[0]?.names).toEqual(['plain cake', 'shortcake']);
    expect(reader.read('a snail', { without: 'shell' }).notes).toEqual([{ type: 'inseparable', said: 'shell' }]);
  });

  it('put their style over the prompt’s', () => {
    expect(reader.read('a flat cat', { style: '3d' }).style).toBe('3d');
  });
});

describe('how things stand', () => {
  it('turns round who is behind, who is ridden and what is worn', () => {
    expect(names('a cat behind a tree')).toEqual(['tree', 'cat']);
    expect(names('a crown on a cat')).toEqual(['cat', 'crown']);
    expect(names('月の上の猫')).toEqual(['cat', 'moon']);
  });

  it('binds colours and moods to their thing', () => {
    expect(reader.read('a red car and a crying green tree').things).toMatchObject([
      { colours: ['red'], moods: [] },
      { colours: ['green'], moods: ['crying', 'sobbing'] },
    ]);
  });
});

describe('effort', () => {
  const cpuMs = (work: () => void): number => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };

  it.each([
    ['猫', '猫'.repeat(39_000)],
    ['one word', 'blorp'.repeat(7800)],
    ['one word in Cyrillic letters', 'щука'.repeat(9750)],
    ['one letter with accents', `a${'\u0301'.repeat(39_000)}`],
    ['Hangul', '고'.repeat(39_000)],
  ])('grows no faster than the prompt, of 39,000 characters of %s', (_, prompt) => {
    const tenth = Math.min(...[0, 1, 2].map((more) => cpuMs(() => reader.read(prompt.slice(0, 3900 + more)))));
    // Ten times as much where it is linear, and a hundred times where it is quadratic.
    expect(cpuMs(() => reader.read(prompt))).toBeLessThan(30 * Math.max(tenth, 5));
  });

  it('is small for words that were never read', () => {
    const words = (from: number) => Array.from({ length: 50 }, (_, k) => `bl${(from + k).toString(36)}orp`).join(' ');
    for (let k = 0; k < 20; k++) reader.read(words(1000 * k));
    const prompts = Array.from({ length: 20 }, (_, k) => words(1_000_000 + 1000 * k));
    expect(cpuMs(() => prompts.map((prompt) => reader.read(prompt))) / prompts.length).toBeLessThan(40);
  });

  it.each([['"a '], ['猫'], ['a'], ['blorp '], ['no '], ['of '], ['red '], ['#cat '], ['"']])(
    'grows with the length of a prompt of many %j',
    (part) => {
      const long = (length: number) => part.repeat(Math.ceil(length / part.length)).slice(0, length);
      reader.read(long(4000));
      const short = cpuMs(() => reader.read(long(9750)));
      const whole = cpuMs(() => reader.read(long(39_000)));
      // Four times as long takes sixteen times as long where the effort is quadratic.
      expect(whole).toBeLessThan(9 * short + 200);
    },
  );
});

describe('what is drawn in different ways under one name', () => {
  it.each([
    ['old steam train', /:locomotive$/],
    ['a locomotive', /:locomotive$/],
    ['polar bear', undefined],
    ['a train', undefined],
  ])('is drawn as it is called: %s', (prompt, slugs) => {
    const { pictures } = reader.read(prompt).things[0]!;
    if (slugs === undefined) expect(pictures).toBeUndefined();
    else expect(pictures!.every((slug) => slugs.test(slug))).toBe(true);
  });
});
