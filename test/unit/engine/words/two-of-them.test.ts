import { describe, expect, it } from 'vitest';
import { shippedReader } from './shipped-reader.js';

const reader = await shippedReader();

/** “frog [holding] coffee: eaten” */
function drawn(prompt: string): string {
  const { things, relations, act } = reader.read(prompt);
  const said = things.map(({ names, count }, k) => {
    const one = count > 1 ? `${count} ${names[0]}` : names[0];
    return k === 0 ? one : ` [${relations[k - 1]}] ${one}`;
  });
  return `${said.join('')}${act === undefined ? '' : `: ${act}`}`;
}

describe('what two do with each other by their mouths', () => {
  it.each([
    ['two ducks arguing', '2 duck: argued'],
    ['two arguing ducks', '2 duck: argued'],
    ['an argument between a cat and a dog', 'cat [beside] dog: argued'],
    ['Katze streitet mit Hund', 'cat [beside] dog: argued'],
    ['due rane che litigano', '2 frog: argued'],
    ['две лягушки ссорятся', '2 frog: argued'],
    ['дві жаби сваряться', '2 frog: argued'],
    ['dwie żaby kłócą się', '2 frog: argued'],
    ['tartışan iki kurbağa', '2 frog: argued'],
    ['喧嘩している二匹のアヒル', '2 duck: argued'],
    ['两只鸭子吵架', '2 duck: argued'],
    ['다투는 오리 두 마리', '2 duck: argued'],
    ['बहस करते दो मेंढक', '2 frog: argued'],
    ['a frog talking to a duck', 'frog [beside] duck: talked'],
    ['two frogs gossiping', '2 frog: talked'],
    ['deux grenouilles qui bavardent', '2 frog: talked'],
    ['dos ranas hablando', '2 frog: talked'],
    ['twee kikkers praten', '2 frog: talked'],
    ['two cats whispering', '2 cat: whispered'],
    ['two fighting cats', '2 cat: fought'],
  ])('is told by what shows it: %s', (prompt, things) => expect(drawn(prompt)).toBe(things));

  it('has both laugh', () => {
    const { things } = reader.read('cat and dog laughing together');
    expect(things.map(({ moods }) => moods[0])).toEqual(['laughing', 'laughing']);
  });
});

describe('an emoji that is a sign, behind two', () => {
  const shown = (prompt: string) => {
    const { things, relations, act } = reader.read(prompt);
    return [things.map(({ names, colours }) => [...colours, names[0]].join(' ')), relations, act];
  };

  it.each([
    ['two cats hugging ❤️', ['cat', 'red heart'], ['below'], 'hugged'],
    ['2 gatos abrazándose 💜', ['cat', 'purple heart'], ['below'], 'hugged'],
    ['zwei Katzen umarmen sich ❤️', ['cat', 'red heart'], ['below'], 'hugged'],
    ['a dog and a cat dancing ✨', ['dog', 'cat', 'sparkles'], ['beside', 'below'], 'danced'],
    ['two frogs fighting 🔥', ['frog', 'fire'], ['below'], 'fought'],
    ['🐱🐱💙', ['cat', 'blue heart'], ['below'], undefined],
  ])('is over them, in its own colour: %s', (prompt, things, relations, act) =>
    expect(shown(prompt)).toEqual([things, relations, act]),
  );

  it.each([
    ['a cat hugging ❤️', 'red heart'],
    ['🟥', 'red square'],
    ['📗', 'green book'],
    ['heart', 'red heart'],
    ['a blue heart', 'blue heart'],
    ['🖤', 'black heart'],
  ])('has its colour beside one, and by itself: %s', (prompt, thing) => expect(shown(prompt)[0]).toContain(thing));
});

describe('who is in water that is no place', () => {
  it.each([
    ['a capybara in a hot spring with an orange on its head', 'bathtub [in front of] orange [on] capybara'],
    ['ein Capybara in einer heißen Quelle', 'bathtub [in front of] capybara'],
    ['un capibara en una fuente termal', 'bathtub [in front of] capybara'],
    ['капибара в горячем источнике', 'bathtub [in front of] capybara'],
  ])('is in a tub: %s', (prompt, things) => expect(drawn(prompt)).toBe(things));

  it('is the sign by itself', () => expect(drawn('hot springs')).toBe('hot springs'));
});

describe('what comes out of a mouth', () => {
  it.each([
    ['unicorn puking rainbows', 'unicorn [holding] rainbow: breathed'],
    ['einhorn kotzt regenbogen', 'unicorn [holding] rainbow: breathed'],
    ['licorne qui vomit des arcs-en-ciel', 'unicorn [holding] rainbow: breathed'],
    ['虹を吐くユニコーン', 'unicorn [holding] rainbow: breathed'],
    ['dragon spitting water', 'dragon [holding] sweat droplets: breathed'],
    ['drache speit wasser', 'dragon [holding] sweat droplets: breathed'],
    ['水を吐く龍', 'dragon [holding] sweat droplets: breathed'],
    ['cat blowing smoke', 'cat [holding] dashing away: breathed'],
    ['dragon breathing ice', 'dragon [holding] ice: breathed'],
    ['a puking cat', 'cat'],
  ])('is what shows it there: %s', (prompt, things) => expect(drawn(prompt)).toBe(things));
});

describe('emoji in a row', () => {
  it.each([
    ['🐸☕', 'frog [holding] coffee: eaten'],
    ['🐱🎮', 'cat [holding] game controller'],
    ['🦝🗑️👑', 'wastebasket [in front of] raccoon [wearing] crown'],
    ['🐶🎩', 'dog [wearing] top hat'],
    ['👻🎸', 'ghost [holding] guitar'],
    ['🐱🛹', 'cat [on] skateboard'],
    ['🐶🛋️', 'dog [on] couch'],
    ['🦊📚', 'fox [holding] open book: read'],
    ['👑🐸', 'frog [wearing] crown'],
    ['🍕🐱', 'cat [holding] pizza: eaten'],
    ['🐸🎩☕', 'frog [wearing] top hat [holding] coffee: eaten'],
    ['🐶🐱', 'dog [beside] cat'],
    ['🐶🐱🍕', 'dog [beside] cat [beside] pizza'],
    ['🐶🔥', 'dog [beside] fire'],
    ['🍎🌳', 'apple [beside] tree'],
  ])('are had by who is first, as they are used: %s', (prompt, things) => expect(drawn(prompt)).toBe(things));
});

describe('who waits', () => {
  it.each([
    ['cat waiting for the bus', 'cat [beside] bus stop: waited'],
    ['バスを待つ猫', 'cat [beside] bus stop: waited'],
    ['猫等公交车', 'cat [beside] bus stop: waited'],
    ['кот ждёт автобус', 'cat [beside] bus stop: waited'],
    ['bear waiting for christmas', 'bear [beside] christmas tree: waited'],
    ['cat waiting for pizza', 'cat [beside] pizza: waited'],
    ['frog waiting', 'frog [beside] mantelpiece clock: waited'],
  ])('has that beside them: %s', (prompt, things) => expect(drawn(prompt)).toBe(things));
});

describe('a well-known scene', () => {
  it.each([
    ["this is fine dog but it's a penguin", 'penguin [in front of] kitchen [holding] coffee: eaten'],
    ['this is fine penguin', 'penguin [in front of] kitchen [holding] coffee: eaten'],
    ['mona lisa but its a cat', 'cat [in front of] framed picture: costumed'],
    ["la joconde mais c'est un chat", 'cat [in front of] framed picture: costumed'],
    ['cat as the mona lisa', 'cat [in front of] framed picture: costumed'],
    ['titanic', 'ship'],
    ["santa but he's a dog", 'dog [wearing] santa hat'],
    ['chat et chien', 'cat [beside] dog'],
  ])('has who is said to be in it: %s', (prompt, things) => expect(drawn(prompt)).toBe(things));
});
