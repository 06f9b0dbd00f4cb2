import { beforeAll, describe, expect, it } from 'vitest';
import { createRng, type Rng } from '../../src/engine/basics/rng.js';
import { type Bundle, loadBundle } from '../../src/engine/bundle/bundle.js';
import type { Draft } from '../../src/engine/draft/draft.js';
import { createDrafts, type Drafts, type Look } from '../../src/engine/draft/drafts.js';
import { draftKey } from '../../src/engine/recall/draft-likeness.js';
import { candidatesOf } from '../../src/engine/recall/request-candidates.js';
import type { CheckedPlanRequest } from '../../src/engine/requests/check.js';
import type { AskedThing, PromptReading } from '../../src/engine/words/prompt-reading.js';

const NOTHING = { things: [], colours: [], moods: [] };

let bundle: Bundle;
let drafts: Drafts;

beforeAll(async () => {
  bundle = await loadBundle('models/stickers');
  drafts = createDrafts(bundle);
});

function candidates(reading: Partial<PromptReading>, request: Partial<CheckedPlanRequest> = {}) {
  const whole: PromptReading = {
    things: [],
    relations: [],
    style: undefined,
    without: NOTHING,
    language: 'en',
    worded: '',
    notes: [],
    ...reading,
  };
  const source = { manifest: bundle.manifest, drafts, reader: { read: () => whole } };
  const { manifest } = bundle;
  const asked = { prompt: 'a', count: 4, variety: 60, seed: 1, recall: 60, pinned: {}, kinds: manifest.kinds };
  return candidatesOf(source, { ...asked, ...request });
}

function asked(name: string, more: Partial<AskedThing> = {}): AskedThing {
  return { names: [name], said: name, colours: [], moods: [], count: 1, ...more };
}

function oneOf<T>(items: readonly T[], rng: Rng): T {
  return items[Math.floor(rng.uniform() * items.length)]!;
}

/** Words before each mention of a thing in a description. */
function mentions(description: string, name: string): string[] {
  const [scene] = description.split(' , ');
  const parts = ` ${scene} `.split(` ${name} `).slice(0, -1);
  return parts.map((before) => before.split(/ (?=an? )/).at(-1)!);
}

describe('drafts of what was read', () => {
  it('lack nothing that was asked for, and hold nothing that was excluded, in 10,000 descriptions', () => {
    const rng = createRng(3, 'asked');
    const { paints, colours } = bundle.manifest.tables;
    // Of an orange orange nobody can tell which word is the thing.
    const things = bundle.memory.things.filter(({ name }) => !Object.hasOwn(colours, name));
    let seen = 0;
    const wrong: string[] = [];
    while (seen < 10_000) {
      const { name } = oneOf(things, rng);
      const colour = rng.uniform() < 0.6 ? oneOf(paints, rng) : undefined;
      const excluded = colour === undefined && rng.uniform() < 0.6 ? oneOf(paints, rng) : undefined;
      const count = rng.uniform() < 0.7 ? 1 : rng.uniform() < 0.5 ? 2 : 3;
      const reading = {
        things: [asked(name, { count, colours: colour === undefined ? [] : [colour] })],
        without: { ...NOTHING, colours: excluded === undefined ? [] : [excluded] },
      };
      for (const { draft } of candidates(reading)) {
        const { description } = drafts.describe(draft);
        // What is worn is called what it is.
        const found = mentions(description, name.replace(/^worn /, ''));
        const isWhole = found.length === count && found.every((words) => words.includes(colour ?? ''));
        const holds = excluded !== undefined && found.some((words) => words.split(' ').includes(excluded));
        if (!isWhole || holds) wrong.push(`${count} ${colour ?? `not ${excluded}`} ${name}: ${description}`);
        seen++;
      }
    }
    expect(wrong).toEqual([]);
  });

  it('show the mood that was asked for wherever some artwork can', () => {
    const moods = ['crying', 'sad'];
    for (const name of ['banana', 'cloud', 'pizza', 'cat']) {
      for (const { draft } of candidates({ things: [asked(name, { moods })] })) {
        const [{ mood, mark }] = draft.things as [Draft['things'][number]];
        expect(moods).toContain(mood ?? mark);
      }
    }
  });

  it('keep to a style that memory has, and do without one that it lacks', () => {
    const stylesOf = (name: string, style: string) =>
      new Set(candidates({ things: [asked(name)], style }).map(({ draft }) => draft.style));
    expect([...stylesOf('cat', 'outline')]).toEqual(['outline']);
    expect(stylesOf('pizza', 'no such style').size).toBeGreaterThan(3);
  });

  it('let glasses be worn by what has eyes for them', () => {
    const reading = { things: [asked('bear'), asked('sunglasses')], relations: ['wearing'] };
    for (const { draft } of candidates(reading)) {
      const look = drafts.looksOf(draft.style, 'bear').find(({ picture }) => picture === draft.things[0]!.picture);
      expect(look?.takesFaceWear).toBe(true);
    }
  });
});

describe('what was shown', () => {
  it('comes again only when nothing else is left: natural looks first, then paints, then sizes and places', () => {
    const shown: Draft[] = [];
    const keys = new Set<string>();
    const tiers: number[] = [];
    let isExhausted = false;
    for (let seed = 0; !isExhausted && seed < 500; seed++) {
      const found = candidates({ things: [asked('fox')] }, { shown, seed, count: 4 });
      const fresh = found.filter(({ wasShown }) => !wasShown);
      isExhausted = fresh.length === 0;
      for (const { draft, tier } of [...fresh].sort((a, b) => a.tier - b.tier).slice(0, 4)) {
        shown.push(draft);
        keys.add(draftKey(draft));
        tiers.push(tier);
      }
    }
    // A paint in the colour that a picture has by itself is nothing new.
    // A face that is painted black loses its eyes in some styles, and is not shown where others are.
    const isLost = (style: string, { paint, hasHead }: Look) =>
      paint === 'black' && hasHead && ['3d', 'outline'].includes(style);
    const looks = bundle.manifest.styles.flatMap((style) =>
      drafts.looksOf(style, 'fox').filter((look) => !isLost(style, look)),
    );
    const natural = new Map(looks.filter(({ paint }) => !paint).map(({ picture, colours }) => [picture, colours[0]]));
    const others = looks.filter(({ paint, picture, colours }) => paint && colours[0] !== natural.get(picture));
    expect(isExhausted).toBe(true);
    expect(keys.size).toBe(shown.length);
    expect(tiers).toEqual([...tiers].sort());
    // Each artwork in every paint before any of another size.
    expect(tiers.filter((tier) => tier < 2).length).toBe(natural.size + others.length);
    expect(candidates({ things: [asked('fox')] }, { shown }).every(({ wasShown }) => wasShown)).toBe(true);
  });
});

describe('the only drawing that fits', () => {
  it('is shown in other places and mirrored before it is painted in colours that nobody asked for, in a style', () => {
    const only = bundle.memory.things.find(({ name }) => {
      const looks = drafts.looksOf('3d', name);
      return new Set(looks.map(({ picture }) => picture)).size === 1;
    })!;
    const found = candidates({ things: [asked(only.name)], style: '3d' }, { count: 4 });
    expect(found.length).toBeGreaterThanOrEqual(4);
    expect(found.every(({ draft }) => draft.things[0]!.paint === undefined)).toBe(true);
    expect(new Set(found.map(({ draft }) => draft.things[0]!.flip)).size).toBe(2);
    const anyStyle = candidates({ things: [asked(only.name)] }, { count: 4 });
    expect(anyStyle.every(({ draft }) => draft.boxes === undefined)).toBe(true);
  });

  it('and where what is not wanted leaves it alone of many', () => {
    const looks = bundle.manifest.styles.flatMap((style) => drafts.looksOf(style, 'panda'));
    const pictures = [...new Set(looks.map(({ picture }) => picture))];
    const found = candidates({ things: [asked('panda', { pictures: [pictures[0]!] })] }, { count: 4 });
    expect(found.length).toBeGreaterThanOrEqual(4);
    expect(new Set(found.map(({ draft }) => draft.things[0]!.picture))).toEqual(new Set([pictures[0]]));
    expect(found.every(({ draft }) => draft.things[0]!.paint === undefined)).toBe(true);
  });

  it('is joined by what goes ill with its mood, as something uncommon, before all four are one drawing', () => {
    const looks = bundle.manifest.styles.flatMap((style) => drafts.looksOf(style, 'fox'));
    const pictures = [...new Set(looks.map(({ picture }) => picture))];
    const found = candidates({ things: [asked('fox', { unfit: pictures.slice(1) })] }, { count: 4 });
    expect(new Set(found.map(({ draft }) => draft.things[0]!.picture))).toEqual(new Set(pictures));
    const oddities = (of: string) =>
      found.filter(({ draft }) => draft.things[0]!.picture === of && draft.things[0]!.paint === undefined);
    const [fit, unfit] = [oddities(pictures[0]!), oddities(pictures[1]!)];
    expect(fit[0]!.oddity).toBeLessThan(unfit[0]!.oddity);
  });
});

describe('a draft to keep', () => {
  const cat: Draft = {
    style: 'shaded',
    kind: 'single',
    things: [{ thing: 'cat', picture: 'noto:cat', flip: true }],
    recall: 60,
  };

  it('is the only candidate, with what was chosen since', () => {
    const palette = [{ colour: '#2e6fdd', share: 1 }];
    const found = candidates({ things: [asked('cat')] }, { draft: cat, pinned: { palette } });
    expect(found.map(({ draft }) => draft)).toEqual([{ ...cat, palette }]);
  });

  it('keeps style, place and mirror when the description swaps the thing', () => {
    const boxes = [{ label: 'cat', x0: 0, y0: 0, x1: 0.5, y1: 0.5 }];
    const pinned = { description: 'a yellow dog , shaded style' };
    const { draft } = candidates({ things: [asked('dog')], style: 'shaded' }, { draft: { ...cat, boxes }, pinned })[0]!;
    expect(draft.style).toBe('shaded');
    expect(draft.things[0]).toMatchObject({ thing: 'dog', flip: true });
    expect(draft.boxes).toEqual(boxes);
  });
});
