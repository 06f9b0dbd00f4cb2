import { ownValue } from '../basics/index.js';

/** What eyes can tell of a mood, and a mouth where there is one. */
export type Expression =
  | 'asleep'
  | 'happy'
  | 'laughing'
  | 'angry'
  | 'furious'
  | 'sad'
  | 'surprised'
  | 'in-love'
  | 'winking'
  | 'dizzy'
  | 'bored'
  | 'smug'
  | 'sick'
  | 'doubting'
  | 'starry';

/** Names of `tables.moods` and `tables.marks` that eyes alone can tell. */
const TOLD_BY_EYES: Readonly<Record<string, Expression>> = {
  sleeping: 'asleep',
  grinning: 'happy',
  smiling: 'happy',
  happy: 'happy',
  laughing: 'laughing',
  giggling: 'laughing',
  angry: 'angry',
  furious: 'furious',
  annoyed: 'angry',
  sad: 'sad',
  crying: 'sad',
  sobbing: 'sad',
  pleading: 'sad',
  surprised: 'surprised',
  shocked: 'surprised',
  scared: 'surprised',
  'in love': 'in-love',
  loving: 'in-love',
  winking: 'winking',
  dizzy: 'dizzy',
  bored: 'bored',
  smug: 'smug',
  sick: 'sick',
  ill: 'sick',
  sceptical: 'doubting',
  thinking: 'doubting',
  confused: 'doubting',
  excited: 'starry',
};

/** What eyes do in a mood or under a mark; undefined where they do not tell it. */
export function expressionOf(mood: string): Expression | undefined {
  return ownValue(TOLD_BY_EYES, mood);
}
