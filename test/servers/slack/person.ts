import { z } from 'zod';
import type { HostedFile } from '../hosted-file.js';
import type { AppConfig } from './app-config.js';
import { actionableElements } from './block-kit.js';
import type { Deliveries, DeliveryResult } from './deliveries.js';
import { escapeText } from './mentions.js';
import type { ResponseUrls } from './response-urls.js';
import type { Json, SlackFile, SlackMessage, SlackTeam, SlackUser, SlackView } from './types.js';
import { slackId, type Workspace } from './workspace.js';

/** A message that carries elements: one in a channel, or one that only a user sees. */
type Carrier = Pick<SlackMessage, 'channelId' | 'blocks'> & { ts?: string; threadTs?: string };

const labelled = z.looseObject({ text: z.looseObject({ text: z.string() }).optional() });
const choosable = z.looseObject({
  type: z.string(),
  options: z.array(z.looseObject({ value: z.string(), text: z.looseObject({ text: z.string() }) })).default([]),
});

/** The server as a client sees it. */
export interface ClientSide {
  readonly app: AppConfig;
  readonly baseUrl: string;
  readonly deliveries: Deliveries;
  readonly responses: ResponseUrls;
  readonly workspace: Workspace;
}

/** A user at a Slack client: types, presses, reacts. Only what the client would offer can be done. */
export class Person {
  readonly #server: ClientSide;
  readonly user: SlackUser;

  constructor(server: ClientSide, user: SlackUser) {
    this.#server = server;
    this.user = user;
  }

  get id(): string {
    return this.user.id;
  }

  /** The workspace whose channel it is: where people of another one are guests, its app hears of what they do. */
  #hostOf(channelId: string): string {
    return this.#server.workspace.channels.get(channelId)?.teamId ?? this.user.teamId;
  }

  /** What an interaction tells of the workspaces that it is of. */
  #places(): Json {
    const { id, name, organisation } = this.#server.workspace.team(this.user.teamId);
    const isOrganisation = organisation?.token != null;
    return {
      // Where the organisation has the app, no workspace is named here.
      team: isOrganisation ? null : { id, domain: name },
      enterprise: organisation === null ? null : { id: organisation.id, name: organisation.name },
      is_enterprise_install: isOrganisation,
    };
  }

  /** The conversation with the bot. */
  dm(): string {
    return this.#server.workspace.directChannel(this.user.teamId, this.id).id;
  }

  /**
   * Types a message and sends it, as a client would: `&<>` escaped, `@name` of people and the bot made mentions, links
   * wrapped.
   */
  say(channelId: string, typed: string, options: { threadTs?: string; file?: HostedFile } = {}): SlackMessage {
    const { workspace, deliveries } = this.#server;
    const team = workspace.team(this.#hostOf(channelId));
    const channel = workspace.channels.get(channelId);
    if (!channel?.members.has(this.id)) throw new Error(`${this.user.name} is not in ${channelId}.`);
    const text = this.encode(typed, team.id);
    const ts = workspace.nextTs();
    const thread = options.threadTs ? { threadTs: options.threadTs } : {};
    const message: SlackMessage = {
      ts,
      channelId,
      ...thread,
      userId: this.id,
      text,
      blocks: [],
      fileIds: [],
      reactions: [],
      edits: 0,
      notified: [],
    };
    const files = options.file === undefined ? [] : [this.#upload(options.file, team.id, { channelId, ts })];
    message.fileIds.push(...files.map(({ id }) => id));
    workspace.messages.push(message);
    const common = {
      ...(files.length === 0 ? {} : { files: files.map(describeFile) }),
      user: this.id,
      text,
      ts,
      channel: channelId,
      team: team.id,
      ...(options.threadTs ? { thread_ts: options.threadTs } : {}),
    };
    const channelType = { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' }[channel.kind];
    const subscription = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' }[channel.kind];
    deliveries.event(team.id, `message.${subscription}`, {
      type: 'message',
      ...(files.length === 0 ? {} : { subtype: 'file_share' }),
      channel_type: channelType,
      ...common,
    });
    const mentionsBot = text.includes(`<@${team.botUserId}>`) && channel.members.has(team.botUserId);
    if (mentionsBot && channel.kind !== 'im')
      deliveries.event(team.id, 'app_mention', { type: 'app_mention', ...common });
    return message;
  }

  #upload({ bytes, mischief, name }: HostedFile, teamId: string, share: { channelId: string; ts: string }): SlackFile {
    const { workspace } = this.#server;
    const file: SlackFile = {
      id: slackId('F'),
      teamId,
      name,
      title: name,
      altText: '',
      ownerId: this.id,
      declaredLength: bytes.length,
      bytes,
      isCompleted: true,
      readyAt: workspace.clock.now(),
      shares: [share],
      isDeleted: false,
      ...(mischief === undefined ? {} : { mischief }),
    };
    workspace.files.set(file.id, file);
    return file;
  }

  /** What the client sends for what a person types. */
  encode(typed: string, hostId = this.user.teamId): string {
    const { workspace } = this.#server;
    return escapeText(typed)
      .replace(/https?:\/\/[^\s|]+/g, (url) => `<${url}>`)
      .replace(/(^|\s)@([\w.-]+)/g, (all, before: string, name: string) => {
        const user = [...workspace.users.values()].find(
          (known) => known.name === name && (known.teamId === hostId || known.id === workspace.team(hostId).botUserId),
        );
        const group = [...workspace.userGroups].find(([, { handle }]) => handle === name);
        if (user) return `${before}<@${user.id}>`;
        return group ? `${before}<!subteam^${group[0]}>` : all;
      })
      .replace(/(^|\s)#([\w-]+)/g, (all, before: string, name: string) => {
        const channel = [...workspace.channels.values()].find((known) => known.name === name);
        return channel ? `${before}<#${channel.id}|${name}>` : all;
      });
  }

  /** Sends a slash command. */
  command(channelId: string, command: string, typed: string): Promise<DeliveryResult> {
    const { app, baseUrl, deliveries, responses, workspace } = this.#server;
    if (!app.commands.includes(command)) throw new Error(`The app has no command ${command}.`);
    const { teamId } = this.user;
    const { organisation } = workspace.team(teamId);
    return deliveries.interact('slash_commands', {
      token: 'deprecated',
      team_id: teamId,
      team_domain: workspace.team(teamId).name,
      channel_id: channelId,
      channel_name: workspace.channels.get(channelId)?.name ?? '',
      user_id: this.id,
      user_name: this.user.name,
      command,
      text: this.encode(typed),
      api_app_id: app.appId,
      is_enterprise_install: organisation?.token != null,
      ...(organisation === null ? {} : { enterprise_id: organisation.id, enterprise_name: organisation.name }),
      response_url: baseUrl + responses.issue(teamId, channelId, this.id, null),
      trigger_id: workspace.trigger(teamId, this.id),
    });
  }

  /** Presses a button, found by its id or its label. */
  press(carrier: Carrier, which: string): Promise<DeliveryResult> {
    const { element, blockId, actionId } = find(carrier.blocks, which);
    const { action_id: _, type, ...shown } = element;
    if (type !== 'button') throw new Error(`${which} is no button.`);
    return this.#act(carrier, { ...shown, type, action_id: actionId, block_id: blockId });
  }

  /** Chooses options of a menu by value or label. */
  choose(carrier: Carrier, which: string, values: readonly string[]): Promise<DeliveryResult> {
    const { element, blockId, actionId } = find(carrier.blocks, which);
    const { type, options } = choosable.parse(element);
    const chosen = values.map((value) => {
      const option = options.find((candidate) => candidate.value === value || candidate.text.text === value);
      if (!option)
        throw new Error(`${which} offers no ${value}: ${options.map(({ value: known }) => known).join(', ')}`);
      return option;
    });
    const selection = type === 'static_select' ? { selected_option: chosen[0] } : { selected_options: chosen };
    return this.#act(carrier, { type, action_id: actionId, block_id: blockId, ...selection });
  }

  #act(carrier: Carrier, action: Json): Promise<DeliveryResult> {
    const { app, baseUrl, deliveries, responses, workspace } = this.#server;
    const { teamId } = this.user;
    const hostId = this.#hostOf(carrier.channelId);
    const ts = carrier.ts ?? workspace.nextTs();
    const thread = carrier.threadTs ? { thread_ts: carrier.threadTs } : {};
    const container = {
      type: 'message',
      message_ts: ts,
      channel_id: carrier.channelId,
      is_ephemeral: !carrier.ts,
      ...thread,
    };
    return deliveries.interact('interactive', {
      type: 'block_actions',
      token: 'deprecated',
      api_app_id: app.appId,
      ...this.#places(),
      user: { id: this.id, username: this.user.name, name: this.user.name, team_id: teamId },
      channel: { id: carrier.channelId, name: workspace.channels.get(carrier.channelId)?.name ?? '' },
      container,
      ...(carrier.ts ? { message: { type: 'message', ts, team: hostId, blocks: carrier.blocks, ...thread } } : {}),
      trigger_id: workspace.trigger(hostId, this.id),
      response_url: baseUrl + responses.issue(hostId, carrier.channelId, this.id, carrier.ts ?? null),
      actions: [{ action_ts: workspace.nextTs(), ...action }],
    });
  }

  /** Chooses a message shortcut from a message's menu. */
  shortcut(message: SlackMessage, callbackId: string): Promise<DeliveryResult> {
    const { app, baseUrl, deliveries, responses, workspace } = this.#server;
    if (!app.shortcuts.includes(callbackId)) throw new Error(`The app has no shortcut ${callbackId}.`);
    const { teamId } = this.user;
    return deliveries.interact('interactive', {
      type: 'message_action',
      callback_id: callbackId,
      token: 'deprecated',
      ...this.#places(),
      user: { id: this.id, username: this.user.name, name: this.user.name, team_id: teamId },
      channel: { id: message.channelId, name: workspace.channels.get(message.channelId)?.name ?? '' },
      message_ts: message.ts,
      message: {
        type: 'message',
        ts: message.ts,
        user: message.userId,
        bot_id: message.botId,
        text: message.text,
        files: message.fileIds.flatMap((id) => workspace.files.get(id) ?? []).map(describeFile),
      },
      action_ts: workspace.nextTs(),
      trigger_id: workspace.trigger(teamId, this.id),
      response_url: baseUrl + responses.issue(teamId, message.channelId, this.id, message.ts),
    });
  }

  /** Fills in a modal and submits it; fields are found by block id. The modal closes when the app accepts. */
  async submit(view: SlackView, fields: Readonly<Record<string, string>>): Promise<DeliveryResult> {
    const { app, deliveries, workspace } = this.#server;
    const blocks = z.array(z.record(z.string(), z.unknown())).parse(view.view.blocks);
    const inputs = actionableElements(blocks.filter(({ type }) => type === 'input'));
    const values = Object.fromEntries(
      inputs.map(({ actionId, blockId, element }) => {
        const value = fields[blockId] ?? element.initial_value ?? null;
        if (typeof value === 'string' && typeof element.max_length === 'number' && value.length > element.max_length) {
          throw new Error(`${blockId} takes ${element.max_length} characters.`);
        }
        return [blockId, { [actionId]: { type: element.type, value } }];
      }),
    );
    const result = await deliveries.interact('interactive', {
      type: 'view_submission',
      token: 'deprecated',
      api_app_id: app.appId,
      ...this.#places(),
      user: { id: this.id, username: this.user.name, name: this.user.name, team_id: this.user.teamId },
      trigger_id: workspace.trigger(this.user.teamId, this.id),
      view: {
        ...view.view,
        id: view.id,
        hash: view.hash,
        team_id: view.teamId,
        app_installed_team_id: installedIn(workspace.team(view.teamId)),
        state: { values },
      },
      response_urls: [],
    });
    if (result.isAccepted && result.response.response_action === undefined) workspace.views.delete(view.id);
    return result;
  }

  /** Puts a reaction on a message, by its name as `repeat`. */
  react(message: SlackMessage, name: string): void {
    const known = message.reactions.find((candidate) => candidate.name === name);
    if (known?.users.includes(this.id)) throw new Error(`${this.user.name} has reacted with ${name} already.`);
    if (known) known.users.push(this.id);
    else message.reactions.push({ name, users: [this.id] });
    this.#tellReaction('reaction_added', message, name);
  }

  /** Takes a reaction back. */
  unreact(message: SlackMessage, name: string): void {
    const known = message.reactions.find((candidate) => candidate.name === name);
    if (!known?.users.includes(this.id)) throw new Error(`${this.user.name} has not reacted with ${name}.`);
    known.users = known.users.filter((id) => id !== this.id);
    this.#tellReaction('reaction_removed', message, name);
  }

  #tellReaction(type: 'reaction_added' | 'reaction_removed', message: SlackMessage, reaction: string): void {
    const item = { type: 'message', channel: message.channelId, ts: message.ts };
    const event = { type, user: this.id, reaction, item, item_user: message.userId };
    this.#server.deliveries.event(this.#hostOf(message.channelId), type, event);
  }

  /** Opens the app's Home tab. */
  openHome(): void {
    const event = { type: 'app_home_opened', user: this.id, channel: this.dm(), tab: 'home' };
    this.#server.deliveries.event(this.user.teamId, 'app_home_opened', event);
  }
}

/** What events tell of a file. */
const describeFile = ({ id, name, title }: SlackFile): Json => ({ id, name, title, mimetype: 'image/png' });

/** What has the app: the organisation, or the workspace by itself. */
const installedIn = ({ id, organisation }: SlackTeam): string => (organisation?.token ? organisation.id : id);

function find(blocks: readonly Json[], which: string): { actionId: string; blockId: string; element: Json } {
  const elements = actionableElements(blocks);
  const label = ({ element }: { element: Json }) => labelled.safeParse(element).data?.text?.text ?? '';
  const found =
    elements.find(({ actionId }) => actionId === which) ??
    elements.find((candidate) => label(candidate) === which) ??
    elements.find((candidate) => label(candidate).includes(which));
  if (found) return found;
  const offered = elements.map((candidate) => `${candidate.actionId} "${label(candidate)}"`).join(', ');
  throw new Error(`No element ${which}; there are: ${offered || 'none'}`);
}
