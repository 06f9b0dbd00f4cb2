import type { LatentContext } from '../../engine/context/index.js';
import { MOOD_NAMES, MOODS, type Mood, type MoodName } from '../../engine/moods/index.js';
import { CoreError } from '../basics/index.js';

/** A thing that every mood is said of, in every language, and of which no picture has one by itself. */
const SOMETHING = '🚗';

/**
 * Moods as people write them, with commas or semicolons between them: by their names, or in any words and language that
 * prompts are read in. Each is there once.
 * @throws CoreError `bad_value` for what is no mood
 */
export function findMoods(text: string, { reader }: Pick<LatentContext, 'reader'>, locale?: string): MoodName[] {
  const words = text.split(/[,;\n]+/).map((word) => word.trim().toLowerCase());
  const found = words
    .filter((word) => word !== '')
    .map((word) => named(word) ?? readMood(word, reader, locale) ?? readMood(word, reader));
  if (found.some((mood) => mood === undefined)) {
    throw new CoreError('bad_value', { option: 'moods', why: 'not_choice', choices: MOOD_NAMES });
  }
  return [...new Set(found.flatMap((mood) => mood ?? []))];
}

const named = (word: string) => MOOD_NAMES.find((name) => name === word);

/** What a prompt that speaks of something in the mood is read as. */
function readMood(word: string, reader: LatentContext['reader'], locale?: string): MoodName | undefined {
  const { things } = reader.read(`${word} ${SOMETHING}`, locale === undefined ? {} : { locale });
  const asked = things.flatMap(({ moods }) => moods);
  const tells = (name: MoodName, mood: string) => {
    const { faces, mark }: Mood = MOODS[name];
    return faces[0] === mood || mark === mood;
  };
  for (const mood of asked) {
    const own = MOOD_NAMES.find((name) => name === mood) ?? MOOD_NAMES.find((name) => tells(name, mood));
    if (own !== undefined) return own;
  }
  return MOOD_NAMES.find((name) => asked.some((mood) => (MOODS[name] as Mood).faces.includes(mood)));
}
