import type { Audience, Rights } from '../types.js';
import { type Asker, DEEDS, type Deed, type GridFacts, isChildPrivate, mayDo, maySee, NO_RIGHTS } from './access.js';

const ADA = { platform: 'discord', realm: 'discord', userId: 'ada' } as const;
const READS: Rights = { mayRead: true, mayModerate: false };

/** Where a grid was asked for, in words, and what that makes of it. */
const HOMES: readonly { title: string; audience: Audience; spaceId: string | null }[] = [
  { title: 'a channel that everybody of the space may read', audience: 'open', spaceId: 'space' },
  { title: 'a closed channel or a private thread', audience: 'closed', spaceId: 'space' },
  { title: 'direct messages with the bot', audience: 'direct', spaceId: null },
  { title: 'a group, or a server without the bot', audience: 'guest', spaceId: null },
];

type Spot = Pick<Asker, 'place' | 'spaceId' | 'conversationId'>;

const ELSEWHERE: Spot = { place: 'space', spaceId: 'space', conversationId: 'elsewhere' };
const DIRECT: Spot = { place: 'direct', spaceId: null, conversationId: 'direct' };
const OTHER_SPACE: Spot = { place: 'space', spaceId: 'other', conversationId: 'other' };

function gridOf({ audience, spaceId }: (typeof HOMES)[number], isPrivate: boolean): GridFacts {
  return { ...ADA, status: 'done', spaceId, conversationId: 'home', audience, settings: { isPrivate } };
}

function whereItIs({ audience, spaceId }: GridFacts): Spot {
  const place = audience === 'direct' || audience === 'guest' ? audience : 'space';
  return { place, spaceId, conversationId: 'home' };
}

function askerAt(spot: Spot, change: Partial<Asker> = {}): Asker {
  return { ...ADA, isAdmin: false, isModerator: false, ...spot, ...change };
}

const BOB = { userId: 'bob' };

/** Who sees a grid: a line for each place that one is asked for in, a column for each way to come across it. */
const SIGHTS: readonly { title: string; sees: (grid: GridFacts) => boolean }[] = [
  { title: 'requester, there', sees: (grid) => maySee(askerAt(whereItIs(grid)), grid, READS) },
  { title: 'requester, elsewhere in the space', sees: (grid) => maySee(askerAt(ELSEWHERE), grid, NO_RIGHTS) },
  { title: 'requester, in direct messages', sees: (grid) => maySee(askerAt(DIRECT), grid, NO_RIGHTS) },
  { title: 'requester, in another space', sees: (grid) => maySee(askerAt(OTHER_SPACE), grid, READS) },
  { title: 'others, there', sees: (grid) => maySee(askerAt(whereItIs(grid), BOB), grid, READS) },
  {
    title: 'others, elsewhere in the space or in direct messages, who may read there',
    sees: (grid) => [ELSEWHERE, DIRECT].every((spot) => maySee(askerAt(spot, BOB), grid, READS)),
  },
  {
    title: 'the same, who may not, or of whom the platform cannot tell',
    sees: (grid) => [ELSEWHERE, DIRECT].some((spot) => maySee(askerAt(spot, BOB), grid, NO_RIGHTS)),
  },
  { title: 'others, in another space', sees: (grid) => maySee(askerAt(OTHER_SPACE, BOB), grid, READS) },
];

const DEED_TITLES: Readonly<Record<Deed, string>> = {
  see: 'see it: card, pictures, latents, codes, pins; take a picture; save its latents for oneself',
  make: 'reroll, edit, splice, variations, upscale, paint a plan, use latents, try again: a grid of one’s own, at one’s own cost',
  vote: 'vote and mark by emoji',
  pin: 'pin and unpin parts of it',
  cancel: 'cancel it',
  delete: 'delete it',
  share: 'give a part of it to the whole space: a pin for all (which admins alone save), an emoji, a sticker',
};

const ROLES: readonly { title: string; asker: Partial<Asker>; rights: Rights }[] = [
  { title: 'requester', asker: {}, rights: READS },
  {
    title: 'moderator of its conversation',
    asker: { ...BOB, isModerator: true },
    rights: { ...READS, mayModerate: true },
  },
  { title: 'admin of its space', asker: { ...BOB, isAdmin: true }, rights: READS },
  { title: 'others who see it', asker: BOB, rights: READS },
];

/** `yes` or `no`, or for which channels. */
function deedCell(deed: Deed, { asker, rights }: (typeof ROLES)[number]): string {
  const [open, closed] = HOMES.slice(0, 2).map((home) => {
    const grid = gridOf(home, false);
    return mayDo(deed, askerAt(whereItIs(grid), asker), grid, rights);
  });
  if (open === closed) return yesNo(open === true);
  return open ? 'of an open channel' : 'of a closed channel';
}

/** Whether what is made of a grid is private: by the parent, and by where it is made. */
const CHILDREN: readonly { title: string; parent: GridFacts; spot: Spot }[] = [
  { title: 'a private one, anywhere', parent: gridOf(HOMES[0]!, true), spot: whereItIs(gridOf(HOMES[0]!, true)) },
  {
    title: 'any other, in the same conversation',
    parent: gridOf(HOMES[1]!, false),
    spot: whereItIs(gridOf(HOMES[1]!, false)),
  },
  { title: 'one of an open channel, elsewhere in the space', parent: gridOf(HOMES[0]!, false), spot: ELSEWHERE },
  { title: 'one of a closed channel, elsewhere', parent: gridOf(HOMES[1]!, false), spot: ELSEWHERE },
  { title: 'one of an open channel, outside of its space', parent: gridOf(HOMES[0]!, false), spot: DIRECT },
  { title: 'one of direct messages or a group, elsewhere', parent: gridOf(HOMES[2]!, false), spot: OTHER_SPACE },
];

const WISHES: readonly { title: string; asker: Partial<Asker>; asked: boolean | undefined }[] = [
  { title: 'nothing said', asker: {}, asked: undefined },
  { title: 'its requester says `--no-private`', asker: {}, asked: false },
  { title: 'somebody else says `--no-private`', asker: BOB, asked: false },
];

/** The rules of access as tables for people, from the functions that decide. */
export function accessMarkdown(): string {
  const sight = HOMES.flatMap((home) =>
    [false, true].map((isPrivate) => {
      const grid = gridOf(home, isPrivate);
      return [`${isPrivate ? '**private**, ' : ''}${home.title}`, ...SIGHTS.map(({ sees }) => yesNo(sees(grid)))];
    }),
  );
  const deeds = DEEDS.map((deed) => [DEED_TITLES[deed], ...ROLES.map((role) => deedCell(deed, role))]);
  const children = CHILDREN.map(({ title, parent, spot }) => [
    title,
    ...WISHES.map(({ asker, asked }) => {
      const made = [false, true].map((own) => isChildPrivate(askerAt(spot, asker), parent, asked, own));
      return made[0] === made[1] ? (made[0] ? 'private' : 'public') : 'as one has set for all';
    }),
  ]);
  return [
    table(['a grid asked for in', ...SIGHTS.map(({ title }) => title)], sight),
    table(['may', ...ROLES.map(({ title }) => title)], deeds),
    table(['a grid made of', ...WISHES.map(({ title }) => title)], children),
  ].join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}
