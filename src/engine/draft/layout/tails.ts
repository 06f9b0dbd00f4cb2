import type { Tail } from '../bodies/index.js';

const listed = (tail: Tail, words: string): [string, Tail][] => words.split(/\s+/).map((word) => [word, tail]);

/** By a word of its caption name, what tail an animal has that is no stick of one. */
const TAILS: ReadonlyMap<string, Tail> = new Map([
  ...listed('bushy', 'fox wolf chipmunk raccoon skunk husky ferret werewolf corgi shiba'),
  ...listed('puff', 'rabbit bunny bear panda sheep lamb goat ram deer fawn moose gazelle'),
  ...listed(
    'none',
    `frog tadpole owl penguin duck duckling chicken chick rooster bird eagle parrot turkey goose dove swan flamingo toucan puffin pigeon dodo ostrich seagull pelican hummingbird
      peacock hamster koala guinea capybara gorilla orangutan sloth turtle pig piglet boar hedgehog crab bee ladybug butterfly moth ant dragonfly wombat monster
      fish blowfish shark whale dolphin orca seal walrus octopus hippopotamus rhinoceros`,
  ),
]);

/** What tail an animal has. */
export function tailOf(thing: string): Tail {
  // A red panda has a brush, and a panda none.
  if (thing === 'red panda') return 'bushy';
  for (const word of thing.split(' ')) {
    const tail = TAILS.get(word);
    if (tail !== undefined) return tail;
  }
  return 'long';
}
