import { describe, expect, it } from 'vitest';
import { GREETING_WORDS, GREETINGS, OCCASION_WORDS, OCCASIONS } from '../../../../src/engine/words/languages/index.js';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();
const shown = (prompt: string, locale?: string) =>
  reader.read(prompt, locale === undefined ? {} : { locale }).things.map(({ names }) => names[0]);
const phrasesOf = (words: string) => words.split(/[\s|]+/).filter((word) => word !== '');

describe('a party', () => {
  const hat = 'party hat';

  it.each([
    ['shark, octopus and crab having a party', ['shark', hat, 'octopus', hat, 'crab', hat]],
    ['a cat at a birthday party', ['cat', hat]],
    ['two dogs celebrating', ['dog', hat]],
    ['a frog riding a bicycle celebrating', ['frog', hat, 'bicycle']],
    ['cat having a party in the forest', ['cat', hat, 'forest']],
    ['penguin with sunglasses at a party', ['penguin', 'sunglasses']],
    ['Katze beim Feiern', ['cat', hat]],
    ['trois chats font la fête', ['cat', hat]],
    ['gato de fiesta', ['cat', hat]],
    ['gatos numa festa', ['cat', hat]],
    ['due cani che fanno festa', ['dog', hat]],
    ['twee honden op een feestje', ['dog', hat]],
    ['dwa koty na imprezie', ['cat', hat]],
    ['две собаки на вечеринке', ['dog', hat]],
    ['дві собаки на вечірці', ['dog', hat]],
    ['parti yapan kedi', ['cat', hat]],
    ['パーティーをしている猫', ['cat', hat]],
    ['开派对的猫', ['cat', hat]],
    ['파티하는 고양이', ['cat', hat]],
    ['पार्टी करते हुए बिल्ली', ['cat', hat]],
    ['قط في حفلة', ['cat', hat]],
  ])('is seen by hats and confetti: %s', (prompt, things) => {
    expect(shown(prompt)).toEqual(things);
    expect(reader.read(prompt).finish).toBe('under confetti');
  });

  it('is no more than said of what is nobody', () => {
    expect(shown('pizza party')).toEqual(['pizza']);
    expect(reader.read('pizza party').finish).toBeUndefined();
  });
});

describe('what people say to each other', () => {
  it.each(Object.keys(GREETING_WORDS))('is read as its emoji where nothing else is said, in %s', (language) => {
    const said: [string, string][] = [];
    const meant: [string, string][] = [];
    const tables = [
      [OCCASION_WORDS[language]!, OCCASIONS],
      [GREETING_WORDS[language]!, GREETINGS],
    ] as const;
    for (const [words, things] of tables) {
      for (const [occasion, { alone }] of Object.entries(things)) {
        for (const phrase of phrasesOf(Object.entries(words).find(([name]) => name === occasion)?.[1] ?? '')) {
          const prompt = phrase.replaceAll('_', ' ');
          const { things: read, notes } = reader.read(prompt, { locale: language });
          const told = notes.filter(({ type }) => type !== 'read-as').map(({ said: word }) => word);
          said.push([prompt, [...read.map(({ names }) => names[0]), ...told].join(', ')]);
          meant.push([prompt, alone.split(' ')[0]!.replaceAll('_', ' ')]);
        }
      }
    }
    expect(said).toEqual(meant);
    expect(said.length).toBeGreaterThan(80);
  });

  it.each([
    ['誕生日おめでとう', 'birthday cake'],
    ['Feliz cumpleaños', 'birthday cake'],
    ['tanti auguri!', 'party popper'],
    ['Herzlichen Glückwunsch!!', 'party popper'],
    ['좋은 아침', 'sun'],
    ['bonne nuit', 'moon'],
    ['с новым годом', 'fireworks'],
    ['sto lat', 'birthday cake'],
    ['geçmiş olsun', 'mending heart'],
    ['بالتوفيق', 'four leaf clover'],
    ['शुभ रात्रि', 'moon'],
    ['干杯', 'clinking beer mugs'],
    ['+1', 'thumbs up'],
    ['no', 'cross mark'],
  ])('needs no locale: %s', (prompt, name) => {
    expect(shown(prompt)).toEqual([name]);
  });

  it.each([
    ['gato de navidad', 'santa hat'],
    ['クリスマスの猫', 'santa hat'],
    ['kot świąteczny', 'santa hat'],
    ['ハロウィンの犬', 'witch hat'],
    ['Geburtstag Hund', 'party hat'],
  ])('is what animals dress for, by each of its names: %s', (prompt, worn) => {
    expect(shown(prompt)).toEqual([expect.any(String), worn]);
    expect(reader.read(prompt).notes).toEqual([]);
  });

  it.each([
    ['happy birthday mom', 'birthday cake', 'mom'],
    ['i love you dad', 'heart', 'dad'],
    ['thank you grandma', 'folded hands', 'grandma'],
    ['good morning buddy', 'sun', 'buddy'],
  ])('is what is painted, and not whom it is said to: %s', (prompt, name, said) => {
    expect(shown(prompt)).toEqual([name]);
    expect(reader.read(prompt).notes).toContainEqual({ type: 'left-out', said, why: 'action' });
  });

  it.each(['ok draw a frog', 'a frog, thanks', 'hello, a frog please', 'no, a frog'])(
    'says nothing beside a thing: %s',
    (prompt) => {
      expect(reader.read(prompt)).toMatchObject({ things: [{ names: ['frog'] }], notes: [] });
    },
  );
});

describe('an occasion', () => {
  it.each([
    ['christmas rocket', 'rocket', 'christmas'],
    ['halloween rocket', 'rocket', 'halloween'],
    ['summer rocket', 'rocket', 'summer'],
    ['a bear, valentine', 'bear', 'valentine'],
    ['new year cat', 'cat', 'new year'],
    ['voiture de noël', 'car', 'de noël'],
    ['coche navideño', 'car', 'navideño'],
    ['イースターの車', 'car', 'イースター'],
    ['元旦猫', 'cat', '元旦'],
    ['부활절 고양이', 'cat', '부활절'],
    ['пасхальный кот', 'cat', 'пасхальный'],
  ])('adds nothing to a thing, and that is told: %s', (prompt, name, said) => {
    expect(shown(prompt)).toEqual([name]);
    expect(reader.read(prompt).notes).toContainEqual({ type: 'left-out', said, why: 'occasion' });
  });

  it.each([
    ['ghost with a pumpkin, halloween', ['ghost', 'pumpkin']],
    ['thanksgiving turkey', ['roast turkey']],
    ['easter bunny', ['rabbit']],
    ['santa on christmas eve', ['santa']],
    ['winter snowflake', ['snowflake']],
    ['merry christmas 🎄', ['christmas tree']],
    ['fireworks, happy new year', ['fireworks']],
  ])('is not told where a thing shows it: %s', (prompt, names) => {
    expect(shown(prompt)).toEqual(names);
    expect(reader.read(prompt).notes.filter(({ type }) => type === 'left-out')).toEqual([]);
  });

  it('of something unknown is not painted in its place', () => {
    expect(shown('christmas okapi')).toEqual([]);
  });

  it.each([
    ['Weihnachtskatze', 'cat'],
    ['Osterhase', 'rabbit'],
    ['Geburtstagshund', 'dog'],
  ])('may be written together with its thing: %s', (prompt, name) => {
    expect(shown(prompt)).toEqual([name]);
  });
});

describe('a time that is spent with something', () => {
  it.each([
    ['pizza night', 'pizza', 'night'],
    ['pizza friday', 'pizza', 'friday'],
    ['taco tuesday', 'taco', 'tuesday'],
    ['coffee break', 'coffee', 'break'],
    ['tea time', 'teacup', 'time'],
    ['book club', 'book', 'club'],
    ['burger week', 'hamburger', 'week'],
    ['soirée pizza', 'pizza', 'soirée'],
    ['une pause café', 'coffee', 'pause'],
    ['serata pizza', 'pizza', 'serata'],
    ['ピザの夜', 'pizza', 'の夜'],
    ['コーヒータイム', 'coffee', 'タイム'],
    ['kahve molası', 'coffee', 'molası'],
    ['게임 나이트', 'game controller', '나이트'],
  ])('is read as that: %s', (prompt, name, said) => {
    expect(shown(prompt)).toEqual([name]);
    expect(reader.read(prompt).notes).toContainEqual({ type: 'left-out', said, why: 'occasion' });
  });

  it.each([
    ['Kaffeepause', 'coffee'],
    ['Pizzaabend', 'pizza'],
    ['pizzaavond', 'pizza'],
  ])('may be written together with it: %s', (prompt, name) => {
    expect(shown(prompt, prompt === 'pizzaavond' ? 'nl' : 'de')).toEqual([name]);
  });

  it.each([
    ['starry night', ['night sky']],
    ['day and night', ['sun', 'night with stars']],
    ['the night', ['night with stars']],
  ])('is a thing of its own where nothing is named before it: %s', (prompt, names) => {
    expect(shown(prompt)).toEqual(names);
  });
});
