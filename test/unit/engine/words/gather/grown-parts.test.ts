import { describe, expect, it } from 'vitest';
import { shippedReader } from '../shipped-reader.js';

const reader = await shippedReader();
const read = (prompt: string) => {
  const { things, relations, act, notes } = reader.read(prompt);
  return { names: things.map(({ names }) => names[0]), relations, act, told: notes.map(({ said }) => said) };
};

describe('a part that a thing has not by itself', () => {
  it.each([
    ['golden trophy with wings', 'trophy', 'angel wings'],
    ['a winged heart', 'heart', 'angel wings'],
    ['dragon with wings', 'dragon', 'bat wings'],
    ['Pizza mit Flügeln', 'pizza', 'angel wings'],
    ['geflügelte Pizza', 'pizza', 'angel wings'],
    ['un trofeo con alas', 'trophy', 'angel wings'],
    ['trofeo alado', 'trophy', 'angel wings'],
    ['pizza com asas', 'pizza', 'angel wings'],
    ['pizza con le ali', 'pizza', 'angel wings'],
    ['pizza met vleugels', 'pizza', 'angel wings'],
    ['pizza ze skrzydłami', 'pizza', 'angel wings'],
    ['трофей с крыльями', 'trophy', 'angel wings'],
    ['піца з крилами', 'pizza', 'angel wings'],
    ['kanatlı pizza', 'pizza', 'angel wings'],
    ['翼のあるトロフィー', 'trophy', 'angel wings'],
    ['有翅膀的披萨', 'pizza', 'angel wings'],
    ['날개 달린 피자', 'pizza', 'angel wings'],
    ['पंखों वाला पिज्जा', 'pizza', 'angel wings'],
    ['a pumpkin with horns', 'pumpkin', 'devil horns'],
    ['a burger with a beard', 'hamburger', 'santa beard'],
    ['a toilet with ears', 'toilet', 'cat ears'],
  ])('is worn: %s', (prompt, name, worn) => {
    expect(read(prompt)).toMatchObject({ names: [name, worn], relations: ['wearing'] });
  });

  it.each([
    ['coffee cup with legs', 'legged'],
    ['toast with arms', 'armed'],
    ['coffee cup with arms and legs', 'limbed'],
    ['Kaffeetasse mit Beinen', 'legged'],
    ['un toast avec des bras et des jambes', 'limbed'],
    ['长腿的香蕉', 'legged'],
    ['다리 달린 커피', 'legged'],
    ['bacaklı kahve', 'legged'],
    ['чашка с руками и ногами', 'limbed'],
  ])('is limbs of ours: %s', (prompt, act) => {
    expect(read(prompt).act).toBe(act);
  });

  it.each(['a bird with wings', 'a chair with legs', 'an octopus with legs', 'chicken with arms', 'a table with legs'])(
    'is given to nobody who has it: %s',
    (prompt) => {
      const { names, act } = read(prompt);
      expect(names).toHaveLength(1);
      expect(act).toBeUndefined();
    },
  );

  it('has its own colour, and is not where it is not wanted', () => {
    expect(reader.read('pig with blue wings').things[1]!.colours).toEqual(['blue']);
    expect(read('pizza without wings').names).toEqual(['pizza']);
  });
});

describe('flames that a thing has', () => {
  it.each([
    'skull with flames',
    'crâne avec des flammes',
    'coche con llamas',
    'череп с пламенем',
    'Rennwagen mit Flammen',
  ])('burn about it: %s', (prompt) => {
    const { things } = reader.read(prompt);
    expect(things.map(({ moods }) => moods)).toEqual([['burning']]);
  });

  it('are no llamas, and a rocket’s are its own', () => {
    expect(read('camel with llamas').names).toEqual(['camel', 'llama']);
    expect(reader.read('a rocket with flames').things[0]!.moods).toEqual([]);
  });
});

describe('what is on or about a thing that is called after it', () => {
  it.each([
    ['blueberry pancakes', 'pancakes', 'blueberries'],
    ['cherry pie', 'pie', 'cherries'],
    ['tarta de fresa', 'cake', 'strawberry'],
    ['banana split', 'ice cream', 'banana'],
  ])('lies on what is baked: %s', (prompt, dish, fruit) => {
    expect(read(prompt)).toMatchObject({ names: [dish, fruit], act: 'topped' });
    expect(reader.read(prompt).things[0]!.colours).toEqual([]);
  });

  it.each(['strawberry milkshake', 'strawberry donut'])('colours what is no cake: %s', (prompt) => {
    expect(reader.read(prompt).things.map(({ colours }) => colours)).toEqual([['pink']]);
  });

  it.each([
    ['cute cactus in a yellow pot', 'yellow'],
    ['Kaktus im gelben Topf', 'yellow'],
    ['cactus en una maceta amarilla', 'yellow'],
    ['кактус в жёлтом горшке', 'yellow'],
    ['a potted cactus', 'orange'],
  ])('is a flower pot about a plant: %s', (prompt, colour) => {
    expect(read(prompt)).toMatchObject({ names: ['vase', 'cactus'], act: 'potted' });
    expect(reader.read(prompt).things[0]!.colours).toEqual([colour]);
  });

  it('is a cooking pot about anything else', () => {
    expect(read('cat in a pot').names).toEqual(['open pot', 'cat']);
  });
});
