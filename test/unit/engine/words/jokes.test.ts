import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();

/** “2 small duckling [beside] duck” */
function drawn(prompt: string): string {
  const { things, relations } = reader.read(prompt);
  return things
    .map(({ names, count, size, moods }, k) => {
      const said = [count > 1 ? `${count}` : '', size ?? '', moods[0] ?? '', names[0]].filter((word) => word !== '');
      return `${k === 0 ? '' : ` [${relations[k - 1]}] `}${said.join(' ')}`;
    })
    .join('');
}

describe('kin of an animal', () => {
  it.each([
    ['a duck and her babies', 'duck [beside] 2 small duckling'],
    ['puppy with its dad', 'small puppy [beside] dog'],
    ['kitten with mommy', 'small kitten [beside] cat'],
    ['mama bear and her cubs', 'bear [beside] 2 small bear cub'],
    ['a hen and her chicks', 'chicken [beside] 2 small chick'],
    ['dog and his mother', 'small dog [beside] dog'],
    ['a bunny family', '2 rabbit [beside] small rabbit'],
    ['eine ente und ihre babys', 'duck [beside] 2 small duckling'],
    ['un chiot avec sa maman', 'small puppy [beside] dog'],
    ['köpek ve annesi', 'small dog [beside] dog'],
  ])('is of its kind: %s', (prompt, things) => expect(drawn(prompt)).toBe(things));

  it.each([
    ['a cat and a baby', 'cat [beside] baby'],
    ['a cat and my dad', 'cat [beside] man'],
    ['cat dad', 'cat [beside] man'],
  ])('is nobody who is not its own: %s', (prompt, things) => expect(drawn(prompt)).toBe(things));
});

describe('what is amiss with a thing', () => {
  it.each([
    ['phone wont turn on', 'phone [beside] cross mark'],
    ['mein auto springt nicht an', 'car [beside] cross mark'],
    ['imprimante ne marche pas', 'printer [beside] cross mark'],
    ['电脑坏了', 'computer [beside] cross mark'],
    ['phone out of battery', 'phone [beside] low battery'],
    ['my fridge is empty', 'fridge [holding] spider web'],
    ['cat.exe has stopped working', 'cat [beside] cross mark'],
    ['brain not found', 'brain [beside] magnifying glass tilted left'],
  ])('is shown by a sign beside it: %s', (prompt, things) => expect(drawn(prompt)).toBe(things));
});

describe('the frame of a joke', () => {
  it.each([
    ['me when i see pizza', 'smiling face with heart-eyes [beside] pizza'],
    ['moi quand je vois du fromage', 'smiling face with heart-eyes [beside] cheese'],
    ['nobody: absolutely no one: my dog at 3am', 'dog [in front of] night sky'],
    ['pov: you are a cat', 'cat'],
    ['mic drop penguin', 'penguin [holding] microphone'],
  ])('is not shown, but whose mood it is: %s', (prompt, things) => {
    expect(drawn(prompt)).toBe(things);
    expect(reader.read(prompt).notes).toEqual([]);
  });

  it.each([
    ['when boss says "quick meeting"', 'saying QUICK MEETING'],
    ["when my mom says 'we need to talk'", 'saying WE NEED TO TALK'],
    ['when the dog hears "walk"', 'saying WALK'],
    ['cat: "feed me"', 'saying FEED ME'],
  ])('writes all of what is quoted: %s', (prompt, finish) => expect(reader.read(prompt).finish).toBe(finish));
});

describe('what is two at once', () => {
  it.each([
    ['half cat half fish', 'cat [in front of] fish'],
    ['half pizza half cat', 'cat [in front of] pizza'],
    ['a shark but its a cat', 'cat [in front of] shark'],
    ['cupcake but its a zombie', 'zombie [in front of] cupcake'],
    ['big red cupcake but its a zombie', 'zombie [in front of] large cupcake'],
    ['toaster if it was a cat', 'cat [in front of] toaster'],
    ['banana turned into a snake', 'snake [in front of] banana'],
    ['car but it is a banana', 'banana [in front of] car'],
    ['my dog is a potato', 'dog [in front of] potato'],
    ['Pizza aber es ist ein Drache', 'dragon [in front of] pizza'],
    ['un gato pero es una banana', 'cat [in front of] banana'],
  ])('is an animal dressed as the other: %s', (prompt, things) => {
    expect(reader.read(prompt).act).toBe('costumed');
    expect(drawn(prompt)).toBe(things);
  });
});

describe('a house that is something else', () => {
  it.each([
    ['blue mushroom house', 'mushroom'],
    ['a house made of cheese', 'cheese'],
    ['house in the shape of a teapot', 'teapot'],
    ['a frog in front of a pumpkin house', 'frog [in front of] pumpkin'],
    ['une maison champignon rouge', 'mushroom'],
    ['Kürbishaus im Wald', 'pumpkin [in front of] forest'],
    ['casa con forma de seta', 'mushroom'],
    ['casa cogumelo', 'mushroom'],
    ['casa a forma di zucca', 'pumpkin'],
    ['paddenstoelenhuis', 'mushroom'],
    ['domek w kształcie grzyba', 'mushroom'],
    ['домик в форме гриба', 'mushroom'],
    ['mantar ev', 'mushroom'],
    ['きのこの家', 'mushroom'],
    ['蘑菇屋', 'mushroom'],
    ['버섯 집', 'mushroom'],
    ['मशरूम का घर', 'mushroom'],
    ['بيت على شكل فطر', 'mushroom'],
  ])('is that, with a door: %s', (prompt, things) => {
    expect(reader.read(prompt).act).toBe('housed');
    expect(drawn(prompt)).toBe(things);
  });

  it.each([['tree house'], ['gingerbread house'], ['haunted house'], ['a dog in a house'], ['une maison rose']])(
    'is a house as ever: %s',
    (prompt) => expect(reader.read(prompt).act).not.toBe('housed'),
  );
});

describe('what is said to be so behind a word for but', () => {
  it.each([
    ['taco tuesday but the taco is a superhero', 'taco [wearing] cape [wearing] domino mask'],
    ['thursday mood but the potato is a king', 'potato [wearing] crown'],
    ['cat except it is a wizard', 'cat [wearing] wizard hat'],
    ['frog turned into a prince', 'frog [wearing] crown'],
    ['the duck is a knight', 'duck [wearing] knight helmet'],
    ['ramen but its on fire 🔥', 'burning steaming bowl'],
    ['frog but underwater', 'frog [in front of] seabed'],
    ['Kartoffel, aber sie ist ein König', 'potato [wearing] crown'],
    ['un gato pero triste', 'crying cat'],
    ['un gatto ma è un pirata', 'cat [wearing] pirate hat [wearing] eye patch'],
    ['猫だけど魔法使い', 'cat [wearing] wizard hat'],
    ['猫だけど悲しい', 'crying cat'],
    ['кот но это пират', 'cat [wearing] pirate hat [wearing] eye patch'],
    ['kot ale smutny', 'crying cat'],
    ['a cat but the dog is sad', 'cat [beside] crying dog'],
  ])('is that thing itself: %s', (prompt, things) => expect(drawn(prompt)).toBe(things));
});

describe('a word that is two things', () => {
  it.each([
    ['bat hitting a baseball', 'baseball bat [holding] baseball'],
    ['bat hanging from a tree', 'bat [beside] tree'],
    ['mouse and keyboard', 'computer mouse [beside] keyboard'],
    ['mouse eating cheese', 'mouse [holding] cheese'],
    ['crane lifting a car', 'building construction [holding] car'],
  ])('is the one that what stands beside it says: %s', (prompt, things) => expect(drawn(prompt)).toBe(things));
});

describe('what chats say', () => {
  it.each([
    ['not me crying over cheese', 'crying face [beside] cheese'],
    ['my dogs birthday', 'dog [wearing] party hat'],
    ['he is just a little guy (a hamster)', 'hamster'],
    ['a little guy', 'man'],
    ['big chungus vibes bunny', 'rabbit'],
    ['absolute unit of a cow', 'large cow'],
    ['peace was never an option goose', 'angry goose'],
    ['angry noises goose', 'angry goose'],
    ['bonk dog with bat', 'dog [holding] baseball bat'],
    ['stonks cat', 'cat [holding] chart increasing'],
    ['a boxer', 'person [wearing] headband [holding] boxing glove'],
    ['hooman feed me cat', 'cat'],
    ['zwei Tomatenpflanzen', '2 potted plant'],
    ['zwei Kirschtomaten', '2 tomato'],
  ])('is what it means: %s', (prompt, things) => expect(drawn(prompt)).toBe(things));
});
