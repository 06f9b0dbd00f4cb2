import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { AppConfig } from '../../servers/slack/app-config.js';
import type { Person } from '../../servers/slack/person.js';
import { SlackServer } from '../../servers/slack/slack-server.js';
import type { Json, SlackChannel, SlackTeam } from '../../servers/slack/types.js';

let slack: SlackServer;
let team: SlackTeam;
let ada: Person;
let channel: SlackChannel;
const apps: Server[] = [];

const setUp = async (app: Partial<AppConfig> = {}): Promise<void> => {
  slack = await SlackServer.start(app);
  team = slack.addTeam('acme');
  ada = slack.addPerson(team, 'ada');
  channel = slack.addChannel(team, 'general', [ada]);
};

beforeEach(() => setUp());

afterEach(async () => {
  await slack.stop();
  for (const app of apps.splice(0)) await new Promise((resolve) => app.close(resolve));
});

async function call(method: string, args: Json, token: string | null = team.token): Promise<Json> {
  const response = await fetch(slack.apiUrl + method, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(args),
  });
  return { status: response.status, retryAfter: response.headers.get('retry-after'), ...(await response.json()) };
}

const post = (args: Json) => call('chat.postMessage', { channel: channel.id, ...args });
const words = (text: string) => ({ type: 'plain_text', text });
const button = (id: string, text = 'Go') => ({ type: 'button', action_id: id, text: words(text) });

/** An app that answers requests with what `answer` says. */
async function appThat(
  answer: (headers: NodeJS.Dict<string | string[]>, body: string) => number | null,
): Promise<string> {
  const app = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', () => {
      const status = answer(request.headers, body);
      if (status !== null) response.writeHead(status).end();
    });
  });
  apps.push(app);
  await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
  const address = app.address();
  return typeof address === 'object' && address ? `http://127.0.0.1:${address.port}/slack/events` : '';
}

async function uploadPicture(args: Json = {}): Promise<string> {
  const bytes = Buffer.from('\u0089PNG picture', 'latin1');
  const ticket = await call('files.getUploadURLExternal', { filename: 'a.png', length: bytes.byteLength });
  await fetch(String(ticket.upload_url), { method: 'POST', body: new Uint8Array(bytes) });
  expect((await call('files.completeUploadExternal', { files: [{ id: ticket.file_id }], ...args })).ok).toBe(true);
  return String(ticket.file_id);
}

const image = (id: string) => [{ type: 'image', slack_file: { id }, alt_text: 'A cat.' }];

describe('calls', () => {
  it('wants a token, a known one, and the scope of the method', async () => {
    expect(await call('auth.test', {}, null)).toMatchObject({ ok: false, error: 'not_authed' });
    expect(await call('auth.test', {}, 'xoxb-wrong')).toMatchObject({ error: 'invalid_auth' });
    team.scopes.delete('users:read');
    expect(await call('users.info', { user: ada.id })).toMatchObject({ error: 'missing_scope', needed: 'users:read' });
  });

  it('posts only where the app is, and not into archived channels', async () => {
    const random = slack.addChannel(team, 'random', [ada], { hasBot: false });
    const secret = slack.addChannel(team, 'secret', [ada], { hasBot: false, kind: 'private' });
    team.scopes.delete('chat:write.public');
    expect(await post({ channel: random.id, text: 'a' })).toMatchObject({ error: 'not_in_channel' });
    expect(await post({ channel: secret.id, text: 'a' })).toMatchObject({ error: 'channel_not_found' });
    channel.isArchived = true;
    expect(await post({ text: 'a' })).toMatchObject({ error: 'is_archived' });
  });

  it('lets an app change its own messages only', async () => {
    const { ts } = await post({ text: 'mine' });
    const hers = ada.say(channel.id, 'hers');
    expect(await call('chat.update', { channel: channel.id, ts, text: 'new' })).toMatchObject({ ok: true });
    expect(await call('chat.update', { channel: channel.id, ts: hers.ts, text: 'new' })).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await call('chat.update', { channel: channel.id, ts: '1.2', text: 'new' })).toMatchObject({
      error: 'message_not_found',
    });
    expect(slack.textOf(slack.botMessages(channel.id)[0]!)).toBe('new');
  });

  it('slows an app down that posts more than one message a second to a channel', async () => {
    const answers: Json[] = [];
    for (let index = 0; index < 8; index += 1) answers.push(await post({ text: 'a' }));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(Number(refused[0]?.retryAfter)).toBeGreaterThanOrEqual(1);
    slack.clock.advance(10_000);
    expect(await post({ text: 'a' })).toMatchObject({ ok: true });
  });

  it('allows 50 edits a minute, and more the minute after', async () => {
    const { ts } = await post({ text: 'a' });
    const edit = () => call('chat.update', { channel: channel.id, ts, text: 'b' });
    // At once: one more is free every 1.2 s.
    const edits = await Promise.all(Array.from({ length: 60 }, edit));
    expect(edits.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(5);
    expect(edits.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(50);
    slack.clock.advance(60_000);
    expect((await edit()).status).toBe(200);
  });
});

describe('blocks', () => {
  it.each([
    ['51 blocks', Array.from({ length: 51 }, () => ({ type: 'divider' }))],
    ['a text of 3001 characters', [{ type: 'section', text: words('x'.repeat(3001)) }]],
    ['an empty text', [{ type: 'section', text: words('') }]],
    ['a header of 151 characters', [{ type: 'header', text: words('x'.repeat(151)) }]],
    [
      '26 buttons in a row',
      [{ type: 'actions', elements: Array.from({ length: 26 }, (_, index) => button(`b${index}`)) }],
    ],
    ['two buttons of one id', [{ type: 'actions', elements: [button('a'), button('a')] }]],
    ['a label of 76 characters', [{ type: 'actions', elements: [button('a', 'x'.repeat(76))] }]],
    ['an action id of 256 characters', [{ type: 'actions', elements: [button('a'.repeat(256))] }]],
    ['a value of 2001 characters', [{ type: 'actions', elements: [{ ...button('a'), value: 'x'.repeat(2001) }] }]],
    ['11 fields', [{ type: 'section', fields: Array.from({ length: 11 }, () => words('a')) }]],
    ['an image without alternative text', [{ type: 'image', image_url: 'https://a.example/a.png' }]],
    [
      'a menu of 101 options',
      [
        {
          type: 'actions',
          elements: [
            {
              type: 'static_select',
              action_id: 'a',
              options: Array.from({ length: 101 }, (_, index) => ({ text: words('a'), value: `${index}` })),
            },
          ],
        },
      ],
    ],
    [
      'an input in a message',
      [{ type: 'input', label: words('a'), element: { type: 'plain_text_input', action_id: 'a' } }],
    ],
    ['an unknown block', [{ type: 'marquee' }]],
    ['a file that does not exist', image('F0123456789')],
  ])('refuses %s', async (_, blocks) => {
    expect(await post({ text: 'a', blocks })).toMatchObject({ ok: false, error: 'invalid_blocks' });
    expect(slack.botMessages(channel.id)).toHaveLength(0);
  });

  it('refuses a modal whose title has 25 characters, and one with 101 blocks', async () => {
    const modal = (title: string, blocks: Json[]) => ({ type: 'modal', title: words(title), blocks });
    const open = (view: Json) => call('views.open', { trigger_id: slack.workspace.trigger(team.id, ada.id), view });
    expect(await open(modal('x'.repeat(25), []))).toMatchObject({ error: 'invalid_arguments' });
    const dividers = Array.from({ length: 101 }, () => ({ type: 'divider' }));
    expect(await open(modal('Title', dividers))).toMatchObject({ error: 'invalid_arguments' });
    expect(await open(modal('Title', []))).toMatchObject({ ok: true });
  });

  it('opens a modal once for a trigger, and not after three seconds', async () => {
    const view = { type: 'modal', title: words('Title'), blocks: [] };
    const trigger = slack.workspace.trigger(team.id, ada.id);
    expect(await call('views.open', { trigger_id: trigger, view })).toMatchObject({ ok: true });
    expect(await call('views.open', { trigger_id: trigger, view })).toMatchObject({ error: 'exchanged_trigger_id' });
    const late = slack.workspace.trigger(team.id, ada.id);
    slack.clock.advance(3001);
    expect(await call('views.open', { trigger_id: late, view })).toMatchObject({ error: 'expired_trigger_id' });
  });
});

describe('mentions', () => {
  it('notifies by live markup, not by escaped or plain text, nor by an edit', async () => {
    const bob = slack.addPerson(team, 'bob');
    channel.members.add(bob.id);
    const notified = async (args: Json) => {
      const { ts } = await post(args);
      return slack.workspace.message(channel.id, ts)?.notified;
    };
    expect(await notified({ text: `hi <@${bob.id}>` })).toEqual([bob.id]);
    expect(await notified({ text: 'all <!channel>' })).toEqual([ada.id, bob.id]);
    expect(await notified({ text: 'all &lt;!channel&gt;' })).toEqual([]);
    expect(await notified({ text: 'a', blocks: [{ type: 'section', text: words('<!here>') }] })).toEqual([]);
    expect(await notified({ text: 'by name @bob', link_names: true })).toEqual([bob.id]);
  });
});

describe('files', () => {
  it('knows a file only after a while, and shows it in blocks only then', async () => {
    slack.app.fileProcessingMs = 10_000;
    const id = await uploadPicture();
    expect(await call('files.info', { file: id })).toMatchObject({ error: 'file_not_found' });
    expect(await post({ text: 'a', blocks: image(id) })).toMatchObject({ error: 'invalid_blocks' });
    slack.clock.advance(6000);
    expect(await call('files.info', { file: id })).toMatchObject({ file: { mimetype: '' } });
    expect(await post({ text: 'a', blocks: image(id) })).toMatchObject({ error: 'invalid_blocks' });
    slack.clock.advance(6000);
    expect(await call('files.info', { file: id })).toMatchObject({ file: { mimetype: 'image/png' } });
    expect(await post({ text: 'a', blocks: image(id) })).toMatchObject({ ok: true });
  });

  it('shows only shared files where a workspace is strict', async () => {
    slack.app.blockFiles = 'shared';
    slack.app.fileProcessingMs = 0;
    expect(await post({ text: 'a', blocks: image(await uploadPicture()) })).toMatchObject({ error: 'invalid_blocks' });
    const shared = await uploadPicture({ channel_id: channel.id });
    await slack.waitFor('the file in the channel', () => slack.botMessages(channel.id)[0]?.fileIds.includes(shared));
    expect(await post({ text: 'a', blocks: image(shared) })).toMatchObject({ ok: true });
  });

  it('refuses bytes of another length than declared', async () => {
    const ticket = await call('files.getUploadURLExternal', { filename: 'a.png', length: 5 });
    const answer = await fetch(String(ticket.upload_url), { method: 'POST', body: 'four' });
    expect(answer.status).toBe(400);
    expect(slack.workspace.violations).toHaveLength(1);
  });
});

describe('events', () => {
  it('are signed, and come again at once, after a minute and after five until they are acknowledged', async () => {
    const retries: (string | undefined)[] = [];
    slack.app.requestUrl = await appThat((headers) => {
      expect(headers['x-slack-signature']).toMatch(/^v0=[0-9a-f]{64}$/);
      retries.push(headers['x-slack-retry-num']?.toString());
      return retries.length < 4 ? 500 : 200;
    });
    ada.say(channel.id, '@kaleido a cat');
    await slack.waitFor('the first retry', () => slack.workspace.acknowledgements.length === 2);
    slack.clock.advance(60_000);
    await slack.waitFor('the second retry', () => slack.workspace.acknowledgements.length === 3);
    slack.clock.advance(300_000);
    await slack.waitFor('the third retry', () => slack.workspace.acknowledgements.length === 4);
    expect(retries).toEqual([undefined, '1', '2', '3']);
    slack.clock.advance(3_600_000);
    expect(retries).toHaveLength(4);
  });

  it('counts an acknowledgement that comes too late as a violation', async () => {
    slack.app.acknowledgeWithinMs = 50;
    slack.app.requestUrl = await appThat(() => null);
    const { isAccepted } = await ada.command(channel.id, '/imagine', 'a cat');
    expect(isAccepted).toBe(false);
    expect(slack.workspace.violations).toMatchObject([{ where: 'slash_commands' }]);
  });

  it('are sent only for what the app subscribes to', async () => {
    slack.app.events = ['message.im'];
    const bodies: string[] = [];
    slack.app.requestUrl = await appThat((_, body) => {
      bodies.push(body);
      return 200;
    });
    ada.say(channel.id, '@kaleido a cat');
    ada.say(ada.dm(), 'a dog & <!channel>');
    await slack.waitFor('the direct message', () => bodies.length > 0);
    expect(bodies).toHaveLength(1);
    expect(JSON.parse(bodies[0]!).event).toMatchObject({ type: 'message', text: 'a dog &amp; &lt;!channel&gt;' });
  });
});

describe('Socket Mode', () => {
  const connect = async (): Promise<{ socket: WebSocket; received: Json[] }> => {
    const { url } = await call('apps.connections.open', {}, slack.app.appToken);
    const socket = new WebSocket(String(url));
    const received: Json[] = [];
    socket.on('message', (data) => {
      const envelope = JSON.parse(String(data));
      received.push(envelope);
      if (envelope.envelope_id) socket.send(JSON.stringify({ envelope_id: envelope.envelope_id }));
    });
    await slack.waitFor('hello', () => received[0]?.type === 'hello');
    return { socket, received };
  };

  it('greets, sends envelopes and takes acknowledgements', async () => {
    const { socket, received } = await connect();
    const { isAccepted } = await ada.command(channel.id, '/imagine', 'a cat');
    expect(isAccepted).toBe(true);
    expect(received[1]).toMatchObject({ type: 'slash_commands', payload: { text: 'a cat', command: '/imagine' } });
    socket.terminate();
  });

  it('sends each envelope to one of several sockets', async () => {
    const lines = [await connect(), await connect()];
    for (let index = 0; index < 6; index += 1) await ada.command(channel.id, '/imagine', `cat ${index}`);
    expect(lines.flatMap(({ received }) => received).filter(({ envelope_id: id }) => id)).toHaveLength(6);
    for (const { socket } of lines) socket.terminate();
  });

  it('refuses a bot token for connections, and a ticket used twice', async () => {
    expect(await call('apps.connections.open', {})).toMatchObject({ error: 'invalid_auth' });
    const { url } = await call('apps.connections.open', {}, slack.app.appToken);
    const first = new WebSocket(String(url));
    await new Promise((resolve) => first.once('open', resolve));
    const second = new WebSocket(String(url));
    await new Promise((resolve) => second.once('error', resolve));
    first.terminate();
  });
});

describe('response URLs', () => {
  it('take five answers within half an hour', async () => {
    const path = slack.responses.issue(team.id, channel.id, ada.id, null);
    const answer = () => fetch(slack.baseUrl + path, { method: 'POST', body: JSON.stringify({ text: 'a' }) });
    for (let index = 0; index < 5; index += 1) expect((await answer()).status).toBe(200);
    expect((await answer()).status).toBe(404);
    expect(slack.ephemeralsFor(ada)).toHaveLength(5);
    const late = slack.responses.issue(team.id, channel.id, ada.id, null);
    slack.clock.advance(31 * 60_000);
    expect((await fetch(slack.baseUrl + late, { method: 'POST', body: '{"text":"a"}' })).status).toBe(404);
  });
});

describe('what was seen of the real service', () => {
  it('refuses blocks whose texts are too long together, in messages, edits and answers', async () => {
    const blocks = (length: number) =>
      Array.from({ length: 4 }, () => ({ type: 'section', text: words('x'.repeat(length)) }));
    const { ts } = await post({ text: 'a', blocks: blocks(2750) });
    const tooLong = { ok: false, error: 'msg_blocks_too_long' };
    expect(await post({ text: 'a', blocks: blocks(2751) })).toMatchObject(tooLong);
    expect(await call('chat.update', { channel: channel.id, ts, text: 'a', blocks: blocks(2751) })).toMatchObject(
      tooLong,
    );
    const url = slack.baseUrl + slack.responses.issue(team.id, channel.id, ada.id, null);
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ text: 'a', blocks: blocks(2751) }) });
    expect(await answer.json()).toMatchObject(tooLong);
  });

  it('lets an app from outside the Marketplace read a conversation once a minute, fifteen messages at a time', async () => {
    slack.app.readableThreads = 'all';
    for (let index = 0; index < 20; index += 1) ada.say(channel.id, `message ${index}`);
    for (const method of ['conversations.history', 'conversations.replies']) {
      const args = { channel: channel.id, ts: slack.messages(channel.id)[0]?.ts, limit: 200 };
      const answer = await call(method, args);
      expect(answer.ok && Array.isArray(answer.messages) && answer.messages.length).toBeLessThanOrEqual(15);
      expect(await call(method, args)).toMatchObject({ status: 429 });
      slack.clock.advance(60_000);
      expect(await call(method, args)).toMatchObject({ ok: true });
    }
  });

  it('reads a bot the threads of direct messages, and of a channel what is in none', async () => {
    const [here, there] = [ada.say(channel.id, 'a cat'), ada.say(ada.dm(), 'a dog')];
    const refused = { ok: false, error: 'not_allowed_token_type' };
    expect(await call('conversations.replies', { channel: channel.id, ts: here.ts })).toMatchObject(refused);
    slack.clock.advance(60_000);
    const replies = await call('conversations.replies', { channel: there.channelId, ts: there.ts });
    expect(replies).toMatchObject({ messages: [{ text: 'a dog' }] });
    ada.say(channel.id, 'and another');
    const only = { channel: channel.id, oldest: here.ts, latest: here.ts };
    expect(await call('conversations.history', { ...only, inclusive: true })).toMatchObject({
      messages: [{ ts: here.ts }],
    });
    slack.clock.advance(60_000);
    expect(await call('conversations.history', only)).toMatchObject({ messages: [] });
  });

  it('sends no event whose scope a workspace did not grant', async () => {
    const kinds: string[] = [];
    slack.app.requestUrl = await appThat((_, body) => {
      kinds.push(JSON.parse(body).event.type);
      return 200;
    });
    for (const scope of ['app_mentions:read', 'reactions:read']) team.scopes.delete(scope);
    const said = ada.say(channel.id, '@kaleido a cat');
    ada.react(said, 'repeat');
    ada.say(ada.dm(), 'a dog');
    await slack.waitFor('the direct message', () => kinds.length > 0);
    expect(kinds).toEqual(['message']);
  });

  it('wants mpim:history and mpim:read for the direct messages of a group', async () => {
    const grace = slack.addPerson(team, 'grace');
    const group = slack.addChannel(team, 'mpdm', [ada, grace], { kind: 'mpim' });
    expect(await call('conversations.info', { channel: group.id })).toMatchObject({ channel: { is_mpim: true } });
    for (const scope of ['mpim:history', 'mpim:read']) team.scopes.delete(scope);
    const missing = (needed: string) => ({ error: 'missing_scope', needed });
    expect(await call('conversations.history', { channel: group.id })).toMatchObject(missing('mpim:history'));
    expect(await call('conversations.info', { channel: group.id })).toMatchObject(missing('mpim:read'));
  });

  it('takes no file where uploads are disabled', async () => {
    team.areUploadsDisabled = true;
    expect(await call('files.getUploadURLExternal', { filename: 'a.png', length: 1 })).toMatchObject({
      error: 'file_uploads_disabled',
    });
  });

  it.each(['token_revoked', 'token_expired', 'account_inactive'] as const)(
    'tells of a token that ended: %s',
    async (why) => {
      const { token } = team;
      slack.endToken(team, why);
      expect(await call('auth.test', {}, token)).toMatchObject({ ok: false, error: why });
    },
  );

  it('rotates tokens where the app asks for that', async () => {
    await slack.stop();
    await setUp({ rotatesTokens: true });
    const consent = { client_id: slack.app.clientId, scope: 'chat:write', redirect_uri: 'https://host.example/back' };
    slack.oauth.visitor = { teamId: team.id, userId: ada.id };
    const back = slack.oauth.consent(new URLSearchParams(consent));
    const app = { client_id: slack.app.clientId, client_secret: slack.app.clientSecret };
    const code = new URL(back ?? '').searchParams.get('code');
    const first = await call('oauth.v2.access', { ...app, code }, null);
    expect(first).toMatchObject({ ok: true, expires_in: 43_200 });
    slack.clock.advance(43_200_000);
    expect(await call('auth.test', {}, String(first.access_token))).toMatchObject({ error: 'token_expired' });
    const refresh = { ...app, grant_type: 'refresh_token', refresh_token: first.refresh_token };
    const second = await call('oauth.v2.access', refresh, null);
    expect(await call('auth.test', {}, String(second.access_token))).toMatchObject({ ok: true });
    expect(await call('oauth.v2.access', refresh, null)).toMatchObject({ error: 'invalid_refresh_token' });
  });

  it('names with a form the workspace that has the app, whoever sends it', async () => {
    const globex = slack.addTeam('globex', false);
    const carol = slack.addPerson(globex, 'carol');
    channel.members.add(carol.id);
    const view = {
      type: 'modal',
      title: words('Edit'),
      submit: words('Send'),
      blocks: [
        { type: 'input', block_id: 'b', label: words('Text'), element: { type: 'plain_text_input', action_id: 'a' } },
      ],
    };
    await call('views.open', { trigger_id: slack.workspace.trigger(team.id, carol.id), view });
    const form = slack.modalOf(carol);
    if (!form) throw new Error('The form is open.');
    const sent: Json[] = [];
    const take = async (_kind: string, body: Json) => {
      sent.push(body);
      return { isAccepted: true, response: {} };
    };
    slack.deliveries.interact = take;
    await carol.submit(form, { b: 'a dog' });
    expect(sent[0]).toMatchObject({ team: { id: globex.id }, view: { app_installed_team_id: team.id } });
  });
});
