import { createRecent } from '../../engine/basics/index.js';
import type { LatentContext } from '../../engine/context/index.js';
import { PICTURE_KINDS, type Pictures } from '../../engine/memory/index.js';

import { renderSheet } from '../../images/index.js';
import { CoreError, withoutUndefined } from '../basics/index.js';

import type { Core, Picture, ThingsPage } from '../core.js';
import type { CoreDeps } from '../deps.js';
import { byName, type NamedThings, shownName, thingsByGroup } from './by-group.js';
import { createCompletions } from './completions.js';

/** What a page of things shows, in rows of six: as wide as chats show a picture unscaled. */
const THINGS_A_PAGE = 30;
const COLUMNS = 6;
/** Sheets that are kept, of at most some 600 kB each. */
const KEPT_SHEETS = 24;

type Model = Pick<LatentContext, 'memory' | 'manifest' | 'reader'>;

/** What the bundle knows by name, to be looked through before one asks for it. */
export function thingsUseCases({
  model,
  pictures,
}: CoreDeps): Pick<Core, 'thingGroups' | 'thingsOf' | 'findThings' | 'thingsSheet' | 'completions'> {
  const sheets = createRecent<string, Promise<Buffer>>(KEPT_SHEETS);
  let named: readonly NamedThings[] | undefined;
  const groups = () => {
    named ??= thingsByGroup(model.memory);
    return named;
  };
  let complete: ((typed: string, most: number) => string[]) | undefined;
  return {
    thingGroups: () => groups().map(({ name, title, things }) => ({ name, title, count: things.length })),

    thingsOf(group, page) {
      const of = groups().find(({ name }) => name === group)?.things ?? [];
      if (of.length === 0) {
        const choices = groups().map(({ name }) => name);
        throw new CoreError('bad_value', { option: 'group', why: 'not_choice', choices });
      }
      return pageOf(of, page);
    },

    findThings: (actor, search, page) => pageOf(searchThings(model, search, actor.locale), page),

    async thingsSheet(names): Promise<Picture> {
      const key = names.join('\n');
      const file = await sheets.get(key, () => {
        const sheet = drawSheet(model, pictures, names);
        sheet.catch(() => sheets.forget(key));
        return sheet;
      });
      return { file, name: 'kaleido-things.png', altText: names.join(', ') };
    },

    completions(typed, most) {
      complete ??= createCompletions(model);
      return complete(typed, most);
    },
  };
}

/**
 * Things that fit some words, the likeliest first: what the words mean in any language that prompts are read in, then
 * what is called or described so, then what looks alike.
 */
export function searchThings({ memory, reader }: Model, search: string, locale?: string): string[] {
  const reading = reader.read(search, withoutUndefined({ locale }));
  const shown = new Map(memory.things.map((thing) => [thing.name, shownName(thing)]));
  const meant = reading.things.flatMap(({ names }) => names.flatMap((name) => shown.get(name) ?? []));
  const words = search.trim().toLowerCase();
  const called = memory.things
    .map((thing) => ({ name: shownName(thing), rank: rankOf(words, thing) }))
    .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.rank - b.rank || byName(a.name, b.name))
    .map(({ name }) => name);
  const alike = reading.notes.flatMap((note) => (note.type === 'unknown' ? note.nearest : []));
  return [...new Set([...meant, ...called, ...alike])];
}

type Thing = LatentContext['memory']['things'][number];

/** How well words fit a thing, from 0; infinite for not at all. */
function rankOf(words: string, { name, display, synonyms, tags }: Thing): number {
  const names = [name, ...(display === undefined ? [] : [display])].map((one) => one.toLowerCase());
  const others = synonyms.map((one) => one.toLowerCase());
  const beginning = (one: string) => one.split(/[\s-]+/).some((word) => word.startsWith(words));
  const ranks = [
    [...names, ...others].includes(words),
    names.some((one) => one.split(/[\s-]+/).includes(words)),
    names.some(beginning),
    tags.some((tag) => tag.toLowerCase() === words),
    others.some(beginning),
    names.some((one) => one.includes(words)),
  ];
  const rank = words === '' ? -1 : ranks.indexOf(true);
  return rank < 0 ? Number.POSITIVE_INFINITY : rank;
}

function pageOf(names: readonly string[], wanted: number): ThingsPage {
  const pages = Math.max(1, Math.ceil(names.length / THINGS_A_PAGE));
  const page = Math.min(Math.max(1, wanted), pages);
  return { names: names.slice((page - 1) * THINGS_A_PAGE, page * THINGS_A_PAGE), page, pages };
}

/** The first picture of each thing under its name. */
export async function drawSheet(
  { memory }: Pick<Model, 'memory'>,
  pictures: Pictures,
  names: readonly string[],
): Promise<Buffer> {
  const { kind, shows } = memory.measures;
  const blocks = await Promise.all(
    names.map(async (label) => {
      const thing = memory.things.findIndex((one) => shownName(one) === label);
      const picture = shows.findIndex((shown, k) => kind[k] === PICTURE_KINDS.thing && shown === thing);
      return { label, images: picture < 0 ? [] : [await pictures.read(picture)] };
    }),
  );
  return renderSheet(blocks, Math.min(COLUMNS, Math.max(1, blocks.length)));
}
