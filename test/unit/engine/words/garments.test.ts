import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();
const read = (prompt: string, locale?: string) => {
  const { things, relations } = reader.read(prompt, locale === undefined ? {} : { locale });
  return things
    .map(({ names, colours }, k) => `${k === 0 ? '' : ` [${relations[k - 1]}] `}${[...colours, names[0]].join(' ')}`)
    .join('');
};

describe('what somebody is in', () => {
  it.each([
    ['duck in a tuxedo', 'duck [wearing] tuxedo'],
    ['Ente im Smoking', 'duck [wearing] tuxedo'],
    ['canard en smoking', 'duck [wearing] tuxedo'],
    ['pato con esmoquin', 'duck [wearing] tuxedo'],
    ['pato de terno', 'duck [wearing] suit jacket'],
    ['gatto con maglione', 'cat [wearing] sweater'],
    ['kat met trui', 'cat [wearing] sweater'],
    ['kot w garniturze', 'cat [wearing] suit jacket'],
    ['fox in a red suit', 'fox [wearing] red suit jacket'],
    ['cat in a jersey', 'cat [wearing] jersey'],
    ['penguin in a tutu', 'penguin [wearing] dress'],
    ['cat in armour', 'cat [wearing] knight helmet'],
    ['cat in high heels', 'cat [wearing] worn sneaker'],
    ['owl in a bathrobe', 'owl [wearing] bathrobe'],
    ['bär mit jeansjacke', 'bear [wearing] denim jacket'],
    ['fox in a trenchcoat', 'fox [wearing] trench coat'],
    ['girl in a red sweater', 'girl [wearing] red sweater'],
    ['bunny in a spacesuit', 'rabbit [wearing] space suit [wearing] astronaut helmet'],
    ['gato con traje espacial', 'cat [wearing] space suit [wearing] astronaut helmet'],
    ['кошка в скафандре', 'cat [wearing] space suit [wearing] astronaut helmet'],
    ['pig in overalls', 'pig [wearing] overalls'],
    ['cat in a nightcap', 'cat [wearing] sleeping cap'],
    ['tuxedo penguin', 'penguin [wearing] tuxedo'],
  ])('is worn, by what can be: %s', (prompt, things) => {
    expect(read(prompt)).toBe(things);
  });

  it('is told where something else is worn in its stead', () => {
    expect(reader.read('duck in a cardigan').notes).toEqual([{ type: 'read-as', said: 'cardigan', name: 'sweater' }]);
  });

  it.each(['man in a tuxedo', 'woman in a suit'])('is worn by people who are drawn in it: %s', (prompt) => {
    expect(read(prompt)).toBe('person in tuxedo');
  });

  it.each([
    ['cat wearing jeans', 'cat', 'jeans'],
    ['girl in a bikini', 'girl', 'bikini'],
    ['dog in a swimsuit', 'dog', 'swimsuit'],
    ['dog wearing gloves', 'dog', 'gloves'],
  ])('is neither held nor beside where nothing like it can be worn: %s', (prompt, things, said) => {
    expect(read(prompt)).toBe(things);
    expect(reader.read(prompt).notes).toEqual([{ type: 'left-out', said, why: 'part' }]);
  });

  it('is what is done where it is another word', () => {
    expect(read('man smoking a cigarette')).toBe('man [holding] cigarette');
  });
});
