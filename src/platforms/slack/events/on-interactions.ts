import type { App } from '@slack/bolt';
import { z } from 'zod';
import { opensModal, parseActionId } from '../../../chat/cards/index.js';
import {
  type ArgumentValues,
  formOfMenu,
  type MessageMenu,
  menuOfForm,
  messageMenus,
  valuesOfMenu,
} from '../../../chat/commands/index.js';
import { createTranslator } from '../../../chat/i18n/index.js';
import { errorMessage, type Reply } from '../../../chat/replies/index.js';
import { type Asked, isDirect, type SlackContext } from '../deliver/index.js';
import { picture, pictureIn, plain, REVEAL, readOrigin, submittedFields } from '../render/index.js';

import { NotInstalledError, teamOfInteraction, type Workspace } from '../workspaces/index.js';
import { answer, contextOf, type HandlerParts, handle, originOf } from './parts.js';

const option = z.object({ value: z.string() });
const bodySchema = z.object({
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }),
  container: z.object({
    message_ts: z.string(),
    thread_ts: z.string().optional(),
    is_ephemeral: z.boolean().default(false),
  }),
  message: z
    .object({
      blocks: z.array(z.looseObject({ block_id: z.string().optional() })).default([]),
      thread_ts: z.string().optional(),
      team: z.string().optional(),
    })
    .optional(),
  trigger_id: z.string(),
  response_url: z.string(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        block_id: z.string().optional(),
        value: z.string().optional(),
        selected_option: option.nullish(),
        selected_options: z.array(option).optional(),
      }),
    )
    .min(1),
});
type Body = z.infer<typeof bodySchema>;

const submissionSchema = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    id: z.string(),
    hash: z.string(),
    callback_id: z.string(),
    private_metadata: z.string(),
    state: z.object({ values: z.unknown() }),
  }),
});

const shortcutSchema = z.object({
  user: z.object({ id: z.string() }),
  channel: z.object({ id: z.string() }),
  message_ts: z.string(),
  message: z.object({
    thread_ts: z.string().optional(),
    text: z.string().default(''),
    files: z.array(z.object({ id: z.string(), mimetype: z.string().default('') })).default([]),
  }),
  trigger_id: z.string(),
  response_url: z.string(),
});

/** What the manifest calls the entry of messages' menus for a command. */
export const shortcutOf = (path: string): string => path.replaceAll(' ', '_');

/** Buttons, menus, entries of messages' menus and modals. */
export function onInteractions(app: App, parts: HandlerParts): void {
  for (const menu of messageMenus(parts.options.commands)) {
    app.shortcut({ callback_id: shortcutOf(menu.path), type: 'message_action' }, ({ ack, body }) =>
      handle(parts, { what: 'shortcut', ack, asked: askedByShortcut(body) }, () => choose(parts, menu, body)),
    );
  }
  app.view(/^menu:/, ({ ack, body }) =>
    handle(parts, { what: 'view', ack, asked: askedByForm(body) }, () => submit(parts, body)),
  );
  app.action(REVEAL, ({ ack, body }) =>
    handle(parts, { what: 'reveal', ack, asked: askedByPress(body) }, () => reveal(parts, body)),
  );
  app.action(/^k\d+:/, ({ ack, body }) =>
    handle(parts, { what: 'action', ack, asked: askedByPress(body) }, () => press(parts, body)),
  );
  app.view(/^k\d+:/, ({ ack, body }) =>
    handle(parts, { what: 'view', ack, asked: askedByForm(body) }, () => submit(parts, body)),
  );
}

function askedByPress(raw: unknown): Asked | null {
  const { data: body } = bodySchema.safeParse(raw);
  const team = teamOfInteraction(raw);
  if (body === undefined || team === null) return null;
  const { channel, response_url: responseUrl, trigger_id: key, user } = body;
  return { team, userId: user.id, channelId: channel.id, threadTs: threadOfPress(body), responseUrl, key };
}

function askedByShortcut(raw: unknown): Asked | null {
  const { data: body } = shortcutSchema.safeParse(raw);
  const team = teamOfInteraction(raw);
  if (body === undefined || team === null) return null;
  const { channel, response_url: responseUrl, trigger_id: key, user } = body;
  return { team, userId: user.id, channelId: channel.id, threadTs: threadOfShortcut(body), responseUrl, key };
}

/** The thread to answer in. */
const threadOfShortcut = ({ channel, message, message_ts: ts }: z.infer<typeof shortcutSchema>): string | null =>
  message.thread_ts ?? (isDirect(channel.id) ? null : ts);

/** Calls the command of an entry of a message's menu with the message's picture, or opens its form. */
async function choose(parts: HandlerParts, menu: MessageMenu, raw: unknown): Promise<void> {
  const body = shortcutSchema.parse(raw);
  const { channel, message, response_url: responseUrl, trigger_id: triggerId, user } = body;
  const workspace = await workspaceOf(parts, raw);
  const happening = { workspace, userId: user.id, channelId: channel.id, threadTs: threadOfShortcut(body) };
  const context = await contextOf(parts, happening, { responseUrl, triggerId });
  const t = createTranslator(context.actor.locale);
  const file = message.files.find(({ mimetype }) => mimetype.startsWith('image/'))?.id;
  const emojis = file === undefined ? await parts.pictures.of(workspace, context.actor).emojis(message.text) : [];
  const picture = file ?? emojis?.find(({ reference }) => reference !== null)?.reference ?? undefined;
  const form = picture === undefined ? null : formOfMenu(menu, picture, t);
  const ask = async (): Promise<Reply> => {
    if (picture === undefined) return errorMessage(t(emojis === null ? 'errors.emoji_unseen' : 'errors.no_picture'));
    if (form !== null) return { type: 'modal', modal: form };
    return invoke(parts, context, menu.path, valuesOfMenu(menu, picture), triggerId);
  };
  await answer(parts, context, ask, form !== null);
}

function invoke(
  { options, pictures }: HandlerParts,
  context: SlackContext,
  path: string,
  values: ArgumentValues,
  key: string,
): Promise<Reply> {
  const { actor, workspace } = context;
  const origin = originOf(context, key);
  return options.controller.invoke({ actor, path, values, pictures: pictures.of(workspace, actor), origin });
}

function askedByForm(raw: unknown): Asked | null {
  const { data: body } = submissionSchema.safeParse(raw);
  const team = teamOfInteraction(raw);
  if (body === undefined || team === null) return null;
  try {
    const { channelId, threadTs } = readOrigin(body.view.private_metadata);
    return { team, userId: body.user.id, channelId, threadTs, responseUrl: null, key: keyOfForm(body) };
  } catch {
    return null;
  }
}

const keyOfForm = ({ view }: z.infer<typeof submissionSchema>): string => `${view.id}:${view.hash}`;

/** Opens a window with a hidden picture. */
async function reveal(parts: HandlerParts, raw: unknown): Promise<void> {
  const body = bodySchema.parse(raw);
  const [action] = body.actions;
  const file = pictureIn([{ block_id: action?.block_id }]);
  const context = await contextOfPress(parts, raw, body, false);
  const t = createTranslator(context.actor.locale);
  try {
    if (!file) throw new TypeError('The button names no picture.');
    await context.workspace.client.views.open({
      trigger_id: body.trigger_id,
      view: { type: 'modal', title: plain(t('slack.revealed')), blocks: [picture(file, action?.value ?? '')] },
    });
  } catch (err) {
    parts.options.log.warn({ err }, 'A hidden picture could not be shown on Slack');
    await parts.replier.say(t('slack.not_shown'), context);
  }
}

async function press(parts: HandlerParts, raw: unknown): Promise<void> {
  const body = bodySchema.parse(raw);
  const [action] = body.actions;
  if (!action) return;
  const chosen = action.selected_options ?? (action.selected_option ? [action.selected_option] : null);
  const isAnswered = parseActionId(action.action_id)?.verb === 'delete-now';
  const context = await contextOfPress(parts, raw, body, chosen !== null || isAnswered);
  const ask = () =>
    parts.options.controller.act({
      actor: context.actor,
      id: action.action_id,
      values: (chosen ?? []).map(({ value }) => value),
      fields: {},
      message: context.message,
      origin: originOf(context, body.trigger_id),
    });
  await answer(parts, context, ask, opensModal(action.action_id));
}

/** @param body as Slack sends it: which workspace has the app, it tells in more ways than one */
async function submit(parts: HandlerParts, body: unknown): Promise<void> {
  const form = submissionSchema.parse(body);
  const { user, view } = form;
  const { channelId, messageTs, threadTs } = readOrigin(view.private_metadata);
  const workspace = await workspaceOf(parts, body);
  const message = messageTs === null ? null : { channelId, messageId: messageTs };
  const context = await contextOf(parts, { workspace, userId: user.id, channelId, threadTs }, { message });
  const fields = submittedFields(view.state.values);
  const path = menuOfForm(view.callback_id);
  if (path !== null) return answer(parts, context, () => invoke(parts, context, path, fields, keyOfForm(form)));
  await answer(parts, context, () =>
    parts.options.controller.act({
      actor: context.actor,
      id: view.callback_id,
      values: [],
      fields,
      message,
      origin: originOf(context, keyOfForm(form)),
    }),
  );
}

/** @throws NotInstalledError */
function workspaceOf({ workspaces }: HandlerParts, body: unknown): Promise<Workspace> {
  const team = teamOfInteraction(body);
  if (team === null) throw new NotInstalledError('not_installed', { teamId: '' });
  return workspaces.get(team);
}

/** @param raw as Slack sends it: which workspace has the app, it tells in more ways than one
 * @param isReplaced the answer takes the place of what was pressed, where only one person sees that */
async function contextOfPress(
  parts: HandlerParts,
  raw: unknown,
  body: Body,
  isReplaced: boolean,
): Promise<SlackContext> {
  const { channel, container, message, user } = body;
  const workspace = await workspaceOf(parts, raw);
  const ts = messageOfPress(body);
  const happening = { workspace, userId: user.id, channelId: channel.id, threadTs: threadOfPress(body) };
  return contextOf(parts, happening, {
    responseUrl: body.response_url,
    triggerId: body.trigger_id,
    message: ts === null ? null : { channelId: channel.id, messageId: ts },
    blocks: message?.blocks ?? null,
    replacesOriginal: container.is_ephemeral && isReplaced,
  });
}

/** `ts` of the message that was pressed; null where only one person sees that. */
const messageOfPress = ({ container }: Body): string | null => (container.is_ephemeral ? null : container.message_ts);

/** The thread to answer in. */
const threadOfPress = (body: Body): string | null =>
  body.container.thread_ts ?? body.message?.thread_ts ?? (isDirect(body.channel.id) ? null : messageOfPress(body));
