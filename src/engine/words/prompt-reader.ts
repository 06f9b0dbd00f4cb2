import type { Memory } from '../memory/memory.js';
import type { NamingManifest } from './language.js';
import type { PromptReader } from './prompt-reading.js';
import { readPrompt } from './reading.js';
import { worded } from './worded.js';

/** What of a bundle prompts are read by. */
export interface WordsOfBundle {
  readonly manifest: NamingManifest;
  readonly memory: Pick<Memory, 'things' | 'pictures'> & {
    readonly measures: Pick<Memory['measures'], 'kind' | 'shows'>;
  };
}

/** Reads prompts in the terms of one bundle's memory and tables. */
export function createPromptReader({ manifest }: WordsOfBundle): PromptReader {
  const { tables, limits, styles } = manifest;
  const moods = [
    ...Object.entries(tables.moods),
    ...Object.entries(tables.marks).map(([k, { words }]) => [k, words] as const),
  ];
  return {
    read(prompt, options = {}) {
      const reading = readPrompt(prompt, manifest);
      let left = limits.objects;
      const things = reading.phrases.flatMap(({ thing, colours, moods: said, count }) => {
        const room = Math.min(left, count);
        left -= room;
        if (room === 0 || !thing) return [];
        const fitting = moods.flatMap(([name, words]) =>
          said.some((w) => w === name || words.includes(w)) ? [name] : [],
        );
        return [{ names: [thing.english], said: thing.english, colours, moods: [...new Set(fitting)], count: room }];
      });
      const relation = (word: string | undefined) =>
        Object.entries(tables.relations).find(
          ([name, words]) => word !== undefined && (name === word || words.includes(word)),
        )?.[0];
      return {
        things,
        relations: reading.phrases.slice(1, things.length).map(({ link }) => relation(link) ?? 'beside'),
        style: options.style ?? (styles.includes(reading.style ?? '') ? reading.style : undefined),
        without: { things: [], colours: [], moods: [] },
        language: reading.language.isEnglish ? 'en' : 'und',
        worded: reading.language.isEnglish || things.length === 0 ? prompt : worded(reading),
        notes: [...reading.unknown].map((said) => ({ type: 'unknown' as const, said, nearest: [] })),
      };
    },
  };
}
