import type { Pattern } from '../../memory/index.js';
import { STAND_INS } from './stand-ins.js';

/** What is a thing of a colour of its own: its colour, its caption name, and what is over its body. */
type ColouredKind = readonly [colour: string | undefined, caption: string, pattern?: Pattern];

/** By the colour and the thing that they are kinds of, breeds that are known by it. Words as in `LanguageTable`. */
const OF_COLOUR: readonly (readonly [colour: string, caption: string, kinds: string])[] = [
  ['orange', 'fish', 'goldfish'],
  ['black', 'leopard', 'panther black_panther'],
  ['orange', 'dog', 'akita akita_inu pomeranian chow_chow irish_setter vizsla'],
  // Gold of fur is tan, as these are drawn.
  ['orange', 'dog', 'golden_retriever golden_lab labrador labrador_retriever lab_dog yellow_lab'],
  ['grey', 'dog', 'weimaraner greyhound great_dane irish_wolfhound schnauzer'],
  [
    'white',
    'dog',
    'samoyed great_pyrenees bichon_frise bichon maltese westie west_highland_white_terrier bull_terrier',
  ],
  ['cream', 'dog', 'pug chihuahua mastiff whippet'],
  [
    'brown',
    'dog',
    'german_shepherd cocker_spaniel bloodhound boxer_dog st_bernard saint_bernard basset_hound yorkshire_terrier yorkie',
  ],
  ['black', 'dog', 'rottweiler doberman dobermann newfoundland_dog border_collie scottish_terrier black_lab scottie'],
  ['cream', 'cat', 'siamese siamese_cat persian_cat ragdoll ragdoll_cat birman birman_cat burmese_cat'],
  ['orange', 'cat', 'ginger_cat marmalade_cat abyssinian_cat'],
  ['grey', 'cat', 'russian_blue british_shorthair chartreux_cat korat_cat'],
  ['brown', 'cat', 'maine_coon maine_coon_cat tortoiseshell_cat havana_brown'],
  ['pink', 'cat', 'sphynx sphynx_cat'],
  ['black', 'cat', 'bombay_cat tuxedo_cat'],
  ['yellow', 'horse', 'palomino palomino_horse'],
  ['brown', 'horse', 'chestnut_horse bay_horse clydesdale mustang_horse'],
  ['white', 'horse', 'lipizzaner lipizzan'],
  ['black', 'horse', 'friesian_horse'],
  ['red', 'bird', 'cardinal_bird northern_cardinal'],
  ['yellow', 'bird', 'canary goldfinch'],
  ['blue', 'bird', 'bluebird blue_jay bluejay kingfisher blue_tit'],
  ['brown', 'bird', 'sparrow wren nightingale'],
];

/** What is over the bodies of others. */
const PATTERNED: Readonly<Record<string, ColouredKind>> = {
  // Drawn by pictures of dogs that are of its colours by themselves.
  beagle: [undefined, 'dog'],
  dalmatian: ['white', 'dog', { kind: 'dots', colour: 'black' }],
  tabby: [undefined, 'cat', { kind: 'stripes' }],
  'tabby cat': [undefined, 'cat', { kind: 'stripes' }],
  calico: ['white', 'cat', { kind: 'dots', colour: 'orange' }],
  'calico cat': ['white', 'cat', { kind: 'dots', colour: 'orange' }],
  'bengal cat': ['orange', 'cat', { kind: 'dots', colour: 'brown' }],
  appaloosa: ['white', 'horse', { kind: 'dots', colour: 'brown' }],
  'pinto horse': ['white', 'horse', { kind: 'dots', colour: 'brown' }],
};

/** What is a thing of a colour of its own, or stands in for it, by its English name. */
export const COLOURED_KINDS: Readonly<Record<string, ColouredKind>> = {
  ...Object.fromEntries(
    [...STAND_INS, ...OF_COLOUR].flatMap(([colour, caption, kinds]) =>
      kinds.split(/\s+/).map((kind): [string, ColouredKind] => [kind.replaceAll('_', ' '), [colour, caption]]),
    ),
  ),
  ...PATTERNED,
};

/**
 * Pictures of dogs as they are by breed, looked at one by one; of breeds that none is like, those that have no marks.
 */
export const BREEDS: readonly { readonly said: RegExp; readonly pictures: RegExp }[] = [
  { said: /\bpug\b/, pictures: /^emojione:dog/ },
  {
    said: /\b(?:golden|retriever|labrador|lab)\b/,
    pictures: /^(?:noto-v1|fluent-emoji-flat):dog|^fluent-3d:1f4(?:36|15)$/,
  },
  { said: /\b(?:beagle|jack russell|dalmatian)\b/, pictures: /^noto:dog/ },
];

/** By a thing, icons that show another kind of it than the one that somebody names. */
export const OTHER_KINDS: Readonly<Record<string, RegExp>> = {
  dog: /:(?:poodle|guide-dog|service-dog|1f429|1f9ae)/,
  cat: /:(?:black-cat|1f408-200d-2b1b)/,
};
