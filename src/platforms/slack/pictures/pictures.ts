import { z } from 'zod';
import { PictureError } from '../../../chat/errors/index.js';
import {
  type CustomEmoji,
  createPictureFetch,
  type FetchPicture,
  type PictureSource,
} from '../../../chat/pictures/index.js';
import type { Actor } from '../../../core/index.js';
import { ownValue } from '../../../engine/basics/index.js';
import { type ApiConnection, Remembered, refusalCode } from '../api/index.js';
import type { Workspace } from '../workspaces/index.js';

/** Where Slack keeps files, which it hands out for a token, and custom emojis, which anybody may have. */
const FILES = 'https://files.slack.com';
const EMOJIS = 'https://emoji.slack-edge.com';

/** A file's id, alone or in one of the links that Slack makes to it. */
const FILE = /^(?:https:\/\/[^/]+\/(?:files\/[UW][A-Z0-9]+|files-pri\/T[A-Z0-9]+)[/-])?(F[A-Z0-9]{8,})(?:\/|$)/;
const EMOJI = /:([\p{L}\p{N}_'+-]{1,100}):/gu;
const ALIAS = 'alias:';
/** Names of one emoji that are followed: more than people make. */
const MOST_ALIASES = 5;

const fileSchema = z.object({
  file: z.object({
    name: z.string().nullish(),
    user: z.string().optional(),
    url_private: z.string(),
    channels: z.array(z.string()).default([]),
    groups: z.array(z.string()).default([]),
    ims: z.array(z.string()).default([]),
  }),
});
type SlackFile = z.infer<typeof fileSchema>['file'];
const emojisSchema = z.object({ emoji: z.record(z.string(), z.string()) });

/** Pictures of Slack: files that the one who names them may see, and the workspace's own emojis. */
export class SlackPictures {
  readonly #fetch: FetchPicture;
  readonly #tokened: readonly string[];
  readonly #emojis: Remembered<Readonly<Record<string, string>> | null>;

  /** @param apiUrl of a proxy that stands for all of Slack; Slack's own hosts when absent */
  constructor({ apiUrl, network, log }: Pick<ApiConnection, 'apiUrl' | 'network' | 'log'>) {
    this.#tokened = [apiUrl === undefined ? FILES : new URL(apiUrl).origin];
    this.#fetch = createPictureFetch({ fetch: network.fetch, origins: [...this.#tokened, EMOJIS] });
    this.#emojis = new Remembered({ method: 'emoji.list', none: null, isOldGood: true }, log);
  }

  /** For one person of a workspace. */
  of(workspace: Workspace, actor: Actor): PictureSource {
    return {
      picture: async (reference) => {
        const id = FILE.exec(reference)?.[1];
        if (id !== undefined) return this.#file(workspace, actor, id);
        return { bytes: await this.#fetch(reference), fileName: reference.split('/').at(-2) ?? '' };
      },
      emojis: (text) => this.#emojisIn(workspace, text),
    };
  }

  async #file(workspace: Workspace, actor: Actor, id: string) {
    const { file } = fileSchema.parse(await workspace.client.files.info({ file: id }).catch(noFile));
    if (!(await maySee(actor, file))) throw new PictureError('picture_not_fetched', { why: 'no_file' });
    // The token is for Slack alone, whatever it says of where its file is.
    const isTokened = URL.canParse(file.url_private) && this.#tokened.includes(new URL(file.url_private).origin);
    const headers: Record<string, string> = isTokened ? { authorization: `Bearer ${await workspace.token()}` } : {};
    return { bytes: await this.#fetch(file.url_private, headers), fileName: file.name ?? '' };
  }

  async #emojisIn(workspace: Workspace, text: string): Promise<readonly CustomEmoji[] | null> {
    const names = new Set([...text.matchAll(EMOJI)].map(([, name = '']) => name));
    if (names.size === 0) return [];
    const all = await this.#emojis.get(workspace.teamId, async () => {
      return emojisSchema.parse(await workspace.client.emoji.list()).emoji;
    });
    if (all === null) return null;
    return [...names].flatMap((name) => {
      let value = ownValue(all, name);
      // What is no custom one stays in the text as it is.
      if (value === undefined) return [];
      let called = name;
      for (let k = 0; k < MOST_ALIASES && value?.startsWith(ALIAS); k++) {
        called = value.slice(ALIAS.length);
        value = ownValue(all, called);
      }
      return [{ text: `:${name}:`, name: value === undefined ? called : name, reference: value ?? null }];
    });
  }
}

/** Whether somebody may see a file that the bot sees. */
async function maySee({ userId, spaceId, channelId, channels }: Actor, file: SlackFile): Promise<boolean> {
  const shared = [...file.channels, ...file.groups, ...file.ims];
  if (file.user === userId || shared.includes(channelId)) return true;
  if (spaceId === null) return false;
  const rights = await Promise.all(
    [...file.channels, ...file.groups].map((one) =>
      channels.rightsIn({ spaceId, channelId: one, conversationId: one }),
    ),
  );
  return rights.some(({ mayRead }) => mayRead);
}

function noFile(error: unknown): never {
  if (refusalCode(error) === null) throw error;
  throw new PictureError('picture_not_fetched', { why: 'no_file' }, error);
}
