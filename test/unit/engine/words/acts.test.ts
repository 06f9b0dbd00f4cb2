import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();

describe('what is done with something', () => {
  it.each([
    ['a dog petting a bear', 'petting', 'beside'],
    ['a lion watching a pig', 'watching', 'beside'],
    ['a bear playing a soccer ball', 'playing', 'holding'],
  ])('is told as how they stand: %s', (prompt, said, name) => {
    const { relations, notes } = reader.read(prompt);
    expect(relations).toEqual([name]);
    expect(notes).toContainEqual({ type: 'read-as', said, name });
  });

  it.each([
    ['a rabbit eating a carrot', 'eaten'],
    ['ein Hase frisst eine Karotte', 'eaten'],
    ['un conejo comiendo una zanahoria', 'eaten'],
    ['кот ест рыбу', 'eaten'],
    ['고양이가 피자를 먹고 있다', 'eaten'],
    ['吃着香蕉的猴子', 'eaten'],
    ['a dog drinking coffee', 'eaten'],
    ['本を読んでいる犬', 'read'],
    ['kot czyta książkę', 'read'],
    ['a rabbit holding a carrot', undefined],
    ['a cow jumping over the moon', 'over'],
    ['a lion chasing a pig', 'chased'],
    ['a wolf hunting a rabbit', 'chased'],
    ['a wolf running after a rabbit', 'chased'],
    ['un chien qui court après un chat', 'chased'],
    ['un gato corre detrás de un ratón', 'chased'],
    ['ein Wolf rennt hinter einem Hasen', 'chased'],
    ['собака преследует кошку', 'chased'],
    ['猫を追いかけている犬', 'chased'],
    ['고양이를 쫓는 개', 'chased'],
    ['eine Maus flieht vor einer Katze', 'fled'],
    ['a dragon flying', 'flying'],
    ['ein fliegender Hund', 'flying'],
    ['a lion fighting a pig', 'fought'],
    ['a ninja attacking a zombie', 'fought'],
    ['shark vs bear', 'fought'],
    ['a dog hugging a bear', 'hugged'],
    ['zwei Katzen umarmen sich', 'hugged'],
    ['two frogs kissing', 'kissed'],
    ['un perro besando a un gato', 'kissed'],
    ['un garçon et une fille se tiennent la main', 'handed'],
    ['two people dancing', 'danced'],
    ['猫と犬が踊っている', 'danced'],
    ['a high five between a robot and a boy', 'fived'],
    ['an old man and a woman arm wrestling', 'wrestled'],
    ['a girl whispering to a cat', 'whispered'],
    ['a knight dueling a dragon', 'dueled'],
    ['a duel between a pirate and a ninja', 'dueled'],
    ['a cat boxing a kangaroo', 'boxed'],
    ['two dogs fighting', 'fought'],
    ['a cat gives a flower to a dog', 'given'],
    ['ein Junge schenkt einem Mädchen eine Rose', 'given'],
    ['ein Löwe jagt ein Schwein', 'chased'],
    ['a bear kicking a soccer ball', 'aimed'],
    ['ein Hund wirft einen Fußball', 'aimed'],
    ['a wizard casting fire at a bear', 'aimed'],
    ['ein Junge wirft einem Hund einen Fußball', 'aimed'],
    ['un niño lanzando un balón de fútbol a un perro', 'aimed'],
    ['a robot shooting at an alien', 'fought'],
    ['a monkey punching a shark', 'aimed'],
    ['a boy drops an ice cream', 'dropped'],
    ['a cat knocking a vase off the desk', 'fallen'],
    ['cat pushing a vase off the table', 'fallen'],
    ['eine Katze stößt eine Vase vom Tisch', 'fallen'],
    ['eine Katze wirft eine Vase vom Tisch', 'fallen'],
    ['un chat renverse un vase de la table', 'fallen'],
    ['a vase falling off a table', 'fallen'],
    ['penguins playing poker', 'tabled'],
    ['Katzen spielen Karten', 'tabled'],
    ['dos perros jugando al póker', 'tabled'],
    ['a cat and a dog playing chess', 'tabled'],
    ['a frog working on a computer', 'tabled'],
    ['a sloth at a laptop', 'tabled'],
    ['an old man walking his dog', 'walked'],
    ['une femme promène son chien', 'walked'],
    ['una mujer paseando a su perro', 'walked'],
    ['a woman feeding ducks', 'fed'],
    ['eine Frau füttert Enten', 'fed'],
    ['two cats fighting over a fish', 'shared'],
    ['zwei Katzen streiten um einen Fisch', 'shared'],
    ['a girl watering a plant', 'watered'],
  ])('is shown, and not told, where how they stand shows it: %s', (prompt, act) => {
    const reading = reader.read(prompt);
    expect(reading.act).toBe(act);
    expect(reading.notes).toEqual([]);
  });

  it('has what is thrown before whom it is thrown to, and three who are fed', () => {
    const names = (prompt: string) => reader.read(prompt).things.map((thing) => thing.names[0]);
    expect(names('ein Junge wirft einem Hund einen Fußball')).toEqual(['boy', 'soccer ball', 'dog']);
    expect(reader.read('a woman feeding ducks').things[1]!.group?.copies).toBe(3);
  });

  it('is held by who feeds somebody with it', () => {
    const { relations, act } = reader.read('a girl feeding a carrot to a horse');
    expect({ relations, act }).toEqual({ relations: ['holding', 'beside'], act: undefined });
  });

  it('is no fall where a word says no more than where something is from, and no game where cards are held', () => {
    expect(reader.read('ein Bild vom Hund').act).toBeUndefined();
    expect(reader.read('a dog holding playing cards').act).toBeUndefined();
  });

  it.each([
    ['baby in green dinosaur costume', ['baby', 't-rex']],
    ['cat in a shark costume', ['cat', 'shark']],
    ['girl dressed as a pumpkin', ['girl', 'pumpkin']],
    ['dog wearing a dinosaur onesie', ['dog', 't-rex']],
    ['un gato con disfraz de tiburón', ['cat', 'shark']],
    ['chat déguisé en abeille', ['cat', 'bee']],
    ['un cane vestito da ape', ['dog', 'bee']],
    ['ein Hund verkleidet als Biene', ['dog', 'bee']],
    ['サメの着ぐるみを着た猫', ['cat', 'shark']],
    ['打扮成蜜蜂的猫', ['cat', 'bee']],
  ])('is shown by the face of who is dressed as a thing: %s', (prompt, names) => {
    const { things, relations, act, notes } = reader.read(prompt);
    expect(things.map((thing) => thing.names[0])).toEqual(names);
    expect({ relations, act, notes }).toEqual({ relations: ['in front of'], act: 'costumed', notes: [] });
  });

  it.each([
    ['cat in a wizard costume', ['wearing']],
    ['a man in a suit', []],
    ['a cat wearing a hat', ['wearing']],
    ['a fox in a forest', ['in front of']],
  ])('is no costume where it is worn as it is, or said of nothing: %s', (prompt, relations) => {
    const reading = reader.read(prompt);
    expect(reading.act).toBeUndefined();
    expect(reading.relations).toEqual(relations);
  });

  it.each([
    'a dog next to a bear',
    'a rabbit holding a carrot',
    'a cow above the moon',
    'ein Hase hält eine Karotte',
    'un conejo sosteniendo una zanahoria',
    'кот держит рыбу',
    '傘をさした犬',
  ])('is not told where they just stand so: %s', (prompt) => {
    expect(reader.read(prompt).notes).toEqual([]);
  });

  it.each([
    ['a dog hugging', 'hugging'],
    ['a hugging bear', 'hugging'],
    ['a cat eating in the kitchen', 'eating'],
  ])('is told as left out where nothing is named with which: %s', (prompt, said) => {
    expect(reader.read(prompt).notes).toContainEqual({ type: 'left-out', said, why: 'action' });
  });
});

describe('what two do with each other', () => {
  it.each([
    'two otters hugging',
    'dogs hugging',
    'two penguins holding hands',
    'a cat and a dog hugging',
    'two bears dancing',
    'zwei Bären umarmt',
  ])('is shown by how close they are: %s', (prompt) => {
    const { isClose, notes } = reader.read(prompt);
    expect(isClose).toBe(true);
    expect(notes).toEqual([]);
  });

  it('is nothing that one does alone', () => {
    const { isClose, things } = reader.read('a bear dancing');
    expect(isClose).toBeUndefined();
    expect(things).toMatchObject([{ names: ['bear'], moods: ['singing'] }]);
  });
});

describe('what somebody is in', () => {
  it('fills a vase, and lies about who is in it', () => {
    expect(reader.read('kittens in a basket')).toMatchObject({
      isNested: true,
      relations: ['in front of'],
      things: [{ names: ['basket'] }, { group: { copies: 3 } }],
    });
    expect(reader.read('cat in hearts')).toMatchObject({ act: 'strewn', relations: ['beside'], notes: [] });
  });

  it('is one picture of a place', () => {
    const { things, relations, notes } = reader.read('a dog in the mountains');
    expect(things.map(({ names, count, group }) => [names[0], count, group])).toEqual([
      ['dog', 1, undefined],
      ['mountain', 1, undefined],
    ]);
    expect(relations).toEqual(['in front of']);
    expect(notes).toEqual([]);
  });
});

describe('how much there is', () => {
  it('is told of those that have no room', () => {
    const { things, notes } = reader.read('twelve ducks');
    expect(things[0]!.group).toEqual({ copies: 9, way: 'rows' });
    expect(notes).toEqual([{ type: 'left-out', said: '3 × ducks', why: 'too-many' }]);
  });

  it.each([
    ['a tall giraffe', 'slender'],
    ['skinny frog', 'slender'],
    ['eine dünne Katze', 'slender'],
    ['fat cat', 'stout'],
    ['a chubby penguin', 'stout'],
    ['un gato gordo', 'stout'],
    ['ein dicker Hund', 'stout'],
    ['太った猫', 'stout'],
  ])('is seen in how somebody is built: %s', (prompt, stature) => {
    expect(reader.read(prompt)).toMatchObject({ things: [{ stature }], notes: [] });
  });

  it('is seen in how large it is drawn', () => {
    expect(reader.read('giant frog')).toMatchObject({ things: [{ size: 'large' }], notes: [] });
  });

  it.each([
    ['okulary', 'glasses'],
    ['кот в очках', 'glasses'],
    ['gafas', 'glasses'],
    ['gafas de sol', 'sunglasses'],
  ])('glasses are no sunglasses: %s', (prompt, name) => {
    expect(reader.read(prompt).things.at(-1)?.names).toEqual([name]);
  });
});
