import { ownValue } from '../../basics/index.js';

/** How eyes that are given to a thing look. */
export type GivenEyes =
  | 'dots'
  | 'wide'
  | 'shining'
  | 'smiling'
  | 'asleep'
  | 'squeezed'
  | 'hearts'
  | 'stars'
  | 'crossed'
  | 'lidded'
  | 'rolled'
  | 'aside'
  | 'wink'
  | 'uneven'
  | 'sunglasses'
  | 'spectacles';

/** How a mouth that is given to a thing looks. */
export type GivenMouth =
  | 'smile'
  | 'open'
  | 'frown'
  | 'wail'
  | 'small-o'
  | 'round'
  | 'flat'
  | 'slanted'
  | 'smirk'
  | 'teeth'
  | 'wavy'
  | 'tongue'
  | 'kiss';

/** What a mood makes of the face that is given to a thing. */
export interface GivenMood {
  eyes: GivenEyes;
  mouth: GivenMouth;
  brows?: 'angry' | 'sad' | 'high' | 'one';
  cheeks?: 'pink' | 'red' | 'green';
  /** What runs down: tears, streams of them, or sweat. */
  drops?: 'tears' | 'streams' | 'sweat';
}

/** By names of `tables.moods` and `tables.marks`; what needs more than a face (a mask, a clown's wig) is absent. */
const GIVEN: Readonly<Record<string, GivenMood>> = {
  grinning: { eyes: 'dots', mouth: 'open', cheeks: 'pink' },
  laughing: { eyes: 'squeezed', mouth: 'open', cheeks: 'pink' },
  smiling: { eyes: 'smiling', mouth: 'smile', cheeks: 'pink' },
  'in love': { eyes: 'hearts', mouth: 'open' },
  excited: { eyes: 'stars', mouth: 'open', cheeks: 'pink' },
  cool: { eyes: 'sunglasses', mouth: 'smirk' },
  crying: { eyes: 'dots', mouth: 'frown', brows: 'sad', drops: 'tears' },
  sobbing: { eyes: 'asleep', mouth: 'wail', brows: 'sad', drops: 'streams' },
  angry: { eyes: 'dots', mouth: 'frown', brows: 'angry' },
  sleeping: { eyes: 'asleep', mouth: 'small-o', cheeks: 'pink' },
  winking: { eyes: 'wink', mouth: 'smile', cheeks: 'pink' },
  cheeky: { eyes: 'wink', mouth: 'tongue', cheeks: 'pink' },
  crazy: { eyes: 'uneven', mouth: 'tongue' },
  surprised: { eyes: 'wide', mouth: 'small-o', brows: 'high' },
  annoyed: { eyes: 'rolled', mouth: 'flat' },
  bored: { eyes: 'lidded', mouth: 'flat' },
  sad: { eyes: 'dots', mouth: 'frown', brows: 'sad' },
  pleading: { eyes: 'shining', mouth: 'wavy', brows: 'sad', cheeks: 'pink' },
  dizzy: { eyes: 'crossed', mouth: 'wavy' },
  sick: { eyes: 'lidded', mouth: 'wavy', brows: 'sad', cheeks: 'green' },
  nerdy: { eyes: 'spectacles', mouth: 'smile' },
  nervous: { eyes: 'dots', mouth: 'teeth', brows: 'sad', drops: 'sweat' },
  relieved: { eyes: 'asleep', mouth: 'smile', drops: 'sweat' },
  kissing: { eyes: 'wink', mouth: 'kiss', cheeks: 'pink' },
  furious: { eyes: 'dots', mouth: 'teeth', brows: 'angry', cheeks: 'red' },
  smug: { eyes: 'lidded', mouth: 'smirk', brows: 'one' },
  confused: { eyes: 'dots', mouth: 'slanted', brows: 'one' },
  scared: { eyes: 'wide', mouth: 'wavy', brows: 'sad' },
  loving: { eyes: 'hearts', mouth: 'smile', cheeks: 'pink' },
  thinking: { eyes: 'aside', mouth: 'slanted', brows: 'one' },
  angelic: { eyes: 'smiling', mouth: 'smile', cheeks: 'pink' },
  partying: { eyes: 'smiling', mouth: 'open', cheeks: 'pink' },
  ill: { eyes: 'lidded', mouth: 'frown', brows: 'sad', cheeks: 'red' },
  sceptical: { eyes: 'dots', mouth: 'flat', brows: 'one' },
  shocked: { eyes: 'wide', mouth: 'round', brows: 'high' },
  giggling: { eyes: 'smiling', mouth: 'open', cheeks: 'pink' },
  happy: { eyes: 'dots', mouth: 'smile', cheeks: 'pink' },
};

/** The face that a mood gives to what has none; undefined of moods that are told otherwise. */
export function givenMood(name: string): GivenMood | undefined {
  return ownValue(GIVEN, name);
}
