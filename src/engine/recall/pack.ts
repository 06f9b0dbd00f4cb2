import { createRng } from '../basics/index.js';
import { type Draft, type DraftedThing, type Drafts, type Look, WEARING } from '../draft/index.js';
import { MOODS, type Mood, moodNamed } from '../moods/index.js';
import { OWN_SLOTS } from '../own/index.js';
import type { CheckedPlanRequest } from '../requests/index.js';
import { draftKey, knownAmong } from './draft-likeness.js';
import { type CandidateSource, candidatesOf } from './request-candidates.js';

/** A draft of a pack. */
export interface PackDraft {
  draft: Draft;
  /** Whether it looks like one that was shown. */
  wasShown: boolean;
}

/** A thing alone, in a mood. */
const SINGLE = 'single';
/** Degrees by which what is shown again is tilted otherwise, when all its ways of telling a mood were shown. */
const TILTS = [0, -8, 8] as const;
/** What it costs that a mood cannot be told at all, or by one sign only where two could be. */
const UNTOLD = 100;
const HALF_TOLD = 1;
/** What it costs that a thing has eyes which nobody can draw moods into, and that it does not look at us. */
const BLANK = 12;
const ASIDE = 6;
/** An identity that was shown comes after all others. */
const SHOWN = 10_000;
/** How much chance counts against what is told. */
const CHANCE = 2;

/**
 * One identity, i.e. one recalled artwork in one paint and style, in every mood that is asked for: that of the draft to
 * keep, or whichever of what memory has of the prompt tells these moods best. Moods are shown as far as they can be.
 * @returns one draft a mood; none where memory has nothing of the prompt
 */
export function packDrafts(
  source: CandidateSource,
  request: CheckedPlanRequest,
  moods: readonly string[],
): PackDraft[] {
  const { drafts } = source;
  const { shown = [] } = request;
  const identity =
    request.draft && drafts.has(request.draft) ? plain(request.draft) : bestIdentity(source, request, moods);
  if (!identity) return [];
  const isKnown = knownAmong(shown, drafts);
  const look = lookOf(identity, drafts);
  return moods.map((name) => {
    const ways = waysOf(identity, look, moodNamed(name), drafts).filter((draft) => drafts.has(draft));
    const fresh = ways.find((draft) => !isKnown(draft));
    return { draft: fresh ?? ways[0] ?? identity, wasShown: fresh === undefined };
  });
}

/** The identity without any mood, and without what is worn to tell one. */
function plain(draft: Draft): Draft {
  const { tilt: _, ...upright } = draft;
  const worn = draft.kind === WEARING && isMoodsWorn(draft.things[1]!.thing);
  const things = (worn ? draft.things.slice(0, 1) : draft.things).map(withoutMood);
  if (!worn) return { ...upright, things };
  const { places: __, ...alone } = upright;
  return { ...alone, kind: SINGLE, things };
}

function withoutMood({ mood: _, mark: __, ...thing }: DraftedThing): DraftedThing {
  return thing;
}

const WORN_FOR_MOODS: ReadonlySet<string> = new Set(Object.values<Mood>(MOODS).flatMap(({ worn }) => worn ?? []));
const isMoodsWorn = (thing: string) => WORN_FOR_MOODS.has(thing);

function bestIdentity(
  source: CandidateSource,
  request: CheckedPlanRequest,
  moods: readonly string[],
): Draft | undefined {
  const { drafts } = source;
  const { seed, shown = [] } = request;
  const rng = createRng(seed, 'pack');
  const known = new Set(shown.map(identityKey));
  // Nothing of another size: a pack's thing fills its pictures.
  const found = candidatesOf(source, { ...request, shown: [] }).filter(({ tier }) => tier < 2);
  const costs = found.map(({ draft: drafted, tier, oddity }) => {
    const draft = plain(drafted);
    const look = lookOf(draft, drafts);
    const told = moods.reduce((sum, name) => sum + costOf(tellsOf(draft, look, moodNamed(name), drafts)), 0);
    const face = !look || look.seen.length > 0 || look.moods.length > 0 ? 0 : BLANK;
    const aside = look?.hasHead && !look.isFrontal ? ASIDE : 0;
    const cost = told + face + aside + oddity + UNTOLD * tier + (known.has(identityKey(draft)) ? SHOWN : 0);
    return { draft, cost: cost + CHANCE * rng.uniform() };
  });
  return costs.sort((one, other) => one.cost - other.cost)[0]?.draft;
}

/** Names what stays the same in all moods. */
function identityKey(draft: Draft): string {
  return draftKey(plain(draft));
}

function lookOf({ style, things: [first] }: Draft, drafts: Drafts): Look | undefined {
  const { thing, picture, paint } = first!;
  // Drafts name an own thing by what it is worded as, and looks by its place in the request.
  const names = picture.startsWith(OWN) ? OWN_SLOTS.map(({ slot }) => slot) : [thing];
  const looks = names.flatMap((name) => drafts.looksOf(style, name));
  return looks.find((look) => look.picture === picture && look.paint === paint);
}

/** How the pictures of own things are called in drafts (`ownPicture`). */
const OWN = 'own:';

/** What tells a mood together. */
interface Tell {
  face?: string;
  mark?: string;
  worn?: DraftedThing;
}

/** All that can tell a mood of an identity, the best first; empty where nothing can. */
function tellsOf(identity: Draft, look: Look | undefined, mood: Mood | undefined, drafts: Drafts): Tell[] {
  if (!look || !mood) return [];
  const faces = mood.faces.filter(
    (name) => look.seen.includes(name) || (look.seen.length === 0 && look.moods.includes(name)),
  );
  const marks = mood.mark !== undefined && look.marks.includes(mood.mark) ? [mood.mark] : [];
  const worn = faces.length > 0 ? [] : wornOn(identity, look, mood.worn, drafts);
  const both = faces.flatMap((face) => marks.map((mark): Tell => ({ face, mark })));
  return [
    ...both,
    ...worn.map((thing): Tell => ({ worn: thing })),
    ...faces.map((face): Tell => ({ face })),
    ...marks.filter((mark) => tellsAlone(mark, mood)).map((mark): Tell => ({ mark })),
  ];
}

/** Whether a mark means no other mood where no face goes with it: tears alone are of who cries, not of who laughs. */
function tellsAlone(mark: string, mood: Mood): boolean {
  return mood.faces.includes(mark) || Object.values<Mood>(MOODS).every(({ faces }) => !faces.includes(mark));
}

function wornOn({ kind, style }: Draft, look: Look, thing: string | undefined, drafts: Drafts): DraftedThing[] {
  if (thing === undefined || kind !== SINGLE || (!look.takesFaceWear && !(look.hasHead && look.isFrontal))) return [];
  const natural = drafts.looksOf(style, thing).find(({ paint }) => paint === undefined);
  return natural ? [{ thing, picture: natural.picture, flip: false }] : [];
}

function costOf([best]: readonly Tell[]): number {
  if (!best) return UNTOLD;
  return best.worn || (best.face !== undefined && best.mark !== undefined) ? 0 : HALF_TOLD;
}

/** The identity in a mood, in all ways; as it is where nothing tells the mood. */
function waysOf(identity: Draft, look: Look | undefined, mood: Mood | undefined, drafts: Drafts): Draft[] {
  const tells = tellsOf(identity, look, mood, drafts);
  const told = tells.length === 0 ? [identity] : tells.map((tell) => inMood(identity, tell, drafts));
  return TILTS.map((by) => by + (mood?.lean ?? 0)).flatMap((tilt) =>
    told.map((draft) => (tilt === 0 ? draft : { ...draft, tilt })),
  );
}

function inMood(identity: Draft, { face, mark, worn }: Tell, drafts: Drafts): Draft {
  const [first, ...rest] = identity.things as [DraftedThing, ...DraftedThing[]];
  const thing = { ...first, ...(face === undefined ? {} : { mood: face }), ...(mark === undefined ? {} : { mark }) };
  if (!worn) return { ...identity, things: [thing, ...rest] };
  const [places] = drafts.placesOf(WEARING, 2);
  return { ...identity, kind: WEARING, ...(places === undefined ? {} : { places }), things: [thing, worn] };
}
