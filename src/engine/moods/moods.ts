import { ownValue } from '../basics/index.js';

/** How a thing moves in a mood (`engine/wiggles`). */
export type Motion =
  | 'hop'
  | 'shake-with-laughter'
  | 'beat'
  | 'sob'
  | 'rage'
  | 'breathe'
  | 'start'
  | 'nod'
  | 'ponder'
  | 'dance'
  | 'reel'
  | 'tremble'
  | 'tilt'
  | 'sway'
  | 'light-up'
  | 'flicker';

/** A mood of a pack, and what tells it: each of a face, a mark and something worn that a thing can have. */
export interface Mood {
  /** Names of `tables.moods`, the best first: the face that is laid over a thing, or what its own eyes do. */
  faces: readonly string[];
  /** One of `tables.marks`, beside it. */
  mark?: string;
  /** What is worn before the eyes, where nothing else would tell it. */
  worn?: string;
  /** Degrees by which it leans, clockwise: outlines are told apart where eyes are too small. */
  lean?: number;
  motion: Motion;
}

/** Every mood that a pack can have. Names are what files and emoji are called after the thing: `fox_crying`. */
export const MOODS = {
  happy: { faces: ['happy', 'grinning', 'smiling'], mark: 'sparkling', motion: 'hop' },
  laughing: { faces: ['laughing', 'giggling'], mark: 'crying', lean: 18, motion: 'shake-with-laughter' },
  love: { faces: ['in love', 'loving'], mark: 'in love', motion: 'beat' },
  crying: { faces: ['sobbing', 'crying', 'sad'], mark: 'crying', motion: 'sob' },
  angry: { faces: ['angry', 'furious'], mark: 'angry', motion: 'rage' },
  sleepy: { faces: ['sleeping'], mark: 'sleeping', motion: 'breathe' },
  surprised: { faces: ['surprised', 'shocked'], mark: 'surprised', motion: 'start' },
  cool: { faces: ['cool'], worn: 'sunglasses', motion: 'nod' },
  thinking: { faces: ['thinking', 'sceptical'], mark: 'thinking', motion: 'ponder' },
  party: { faces: ['partying', 'grinning'], mark: 'partying', lean: -10, motion: 'dance' },
  dizzy: { faces: ['dizzy'], mark: 'dizzy', lean: -18, motion: 'reel' },
  nervous: { faces: ['nervous', 'relieved', 'scared'], mark: 'sweating', motion: 'tremble' },
  confused: { faces: ['confused', 'sceptical'], mark: 'confused', motion: 'tilt' },
  singing: { faces: ['grinning', 'happy'], mark: 'singing', motion: 'sway' },
  clever: { faces: ['nerdy', 'surprised'], mark: 'smart', motion: 'light-up' },
  hot: { faces: ['furious', 'angry'], mark: 'burning', motion: 'flicker' },
  winking: { faces: ['winking'], motion: 'nod' },
  sad: { faces: ['sad', 'pleading'], motion: 'breathe' },
  sick: { faces: ['sick', 'ill'], motion: 'reel' },
  kissing: { faces: ['kissing', 'winking'], mark: 'in love', motion: 'beat' },
} as const satisfies Readonly<Record<string, Mood>>;

export type MoodName = keyof typeof MOODS;

/** In the order in which they are listed. */
export const MOOD_NAMES = Object.keys(MOODS) as readonly MoodName[];

/** Those of a pack where nobody names any: the twelve that are told apart best when they are small. */
export const USUAL_MOODS: readonly MoodName[] = [
  'happy',
  'laughing',
  'love',
  'crying',
  'angry',
  'sleepy',
  'surprised',
  'cool',
  'thinking',
  'party',
  'dizzy',
  'hot',
];

/** The mood of a name; undefined where there is none, as another version's may be. */
export function moodNamed(name: string): Mood | undefined {
  return ownValue<Mood>(MOODS, name);
}
