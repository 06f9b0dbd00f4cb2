export { MOOD_NAMES, MOODS, type Mood, type MoodName, type Motion, moodNamed, USUAL_MOODS } from './moods.js';
