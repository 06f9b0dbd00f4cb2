import { RANGES } from '../../engine/basics/index.js';
import { CoreError } from '../basics/index.js';
import type { Generation } from '../types.js';

/** As many as a grid has cells. */
const MOST_COMBINATIONS = RANGES.count.max;
/** So that a prompt of nothing else has a number of combinations that can be counted. */
const MOST_PLACES = 8;

/**
 * The prompts that one with alternatives stands for, in the order in which cells take them: the last place changes
 * fastest. Of more combinations than a grid has cells, so many spread evenly. A prompt without alternatives stands for
 * itself; other braces are text.
 *
 * @throws CoreError `bad_value` for alternatives within alternatives, and for more than eight places
 */
export function alternativesOf(prompt: string): string[] {
  const places = placesOf(prompt);
  if (places.length > MOST_PLACES) {
    throw new CoreError('bad_value', { option: 'prompt', why: 'too_many_alternatives', most: MOST_PLACES });
  }
  const choices = places.map(({ from, to }) =>
    prompt
      .slice(from + 1, to - 1)
      .split('|')
      .map((one) => one.trim()),
  );
  const total = choices.reduce((product, { length }) => product * length, 1);
  const used = Math.min(total, MOST_COMBINATIONS);
  const prompts = Array.from({ length: used }, (_, k) => {
    const picked = pick(choices, Math.floor((k * total) / used));
    const between = [0, ...places.map(({ to }) => to)].map((from, place) => prompt.slice(from, places[place]?.from));
    return tidy(between.map((text, place) => text + (picked[place] ?? '')).join(''));
  });
  return [...new Set(prompts)];
}

/** Alternatives of one place in a prompt, `{red|blue|green}`: indices of its braces and of what is behind them. */
interface Place {
  from: number;
  to: number;
}

/**
 * The places of a prompt, in one pass over it.
 * @throws CoreError `bad_value` for one place within another: what is meant by that is not told
 */
function placesOf(prompt: string): Place[] {
  const places: Place[] = [];
  let open = -1;
  let isWithin = false;
  let hasChoice = false;
  const refuseIf = (isNested: boolean) => {
    if (!isNested) return;
    throw new CoreError('bad_value', { option: 'prompt', why: 'nested_alternatives', example: '{red|blue} {fox|cat}' });
  };
  for (let at = 0; at < prompt.length; at++) {
    const character = prompt.charAt(at);
    if (character === '{') {
      refuseIf(hasChoice);
      isWithin = open >= 0;
      open = at;
    } else if (character === '|') hasChoice = open >= 0;
    else if (character === '}') {
      if (hasChoice) {
        refuseIf(isWithin);
        places.push({ from: open, to: at + 1 });
      }
      open = -1;
      isWithin = false;
      hasChoice = false;
    }
  }
  return places;
}

/** Combination `index` of one choice of each list, the last list changing fastest. */
function pick(choices: readonly (readonly string[])[], index: number): string[] {
  let rest = index;
  return [...choices]
    .reverse()
    .map((list) => {
      const chosen = list[rest % list.length] ?? '';
      rest = Math.floor(rest / list.length);
      return chosen;
    })
    .reverse();
}

/** An alternative may be empty. */
function tidy(prompt: string): string {
  return prompt.replace(/\s+/gu, ' ').trim();
}

/** The prompts that a generation's cells have: its own, or those of its alternatives. */
export function promptsOf({ prompt, tasks, cells }: Pick<Generation, 'prompt' | 'tasks' | 'cells'>): string[] {
  const own = [...tasks, ...cells].flatMap((one) => ('prompt' in one && one.prompt ? [one.prompt] : []));
  return own.length === 0 ? [prompt] : [...new Set(own)];
}
