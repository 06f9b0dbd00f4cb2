import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppConfig } from '../../../servers/slack/app-config.js';
import type { SlackOrganisation } from '../../../servers/slack/types.js';
import { Bench, done, message } from './bench.js';

let bench: Bench;

afterEach(() => bench.stop());

const oauth = {
  kind: 'oauth' as const,
  clientId: '1.2',
  clientSecret: 'client-secret',
  stateSecret: 'state-secret',
};

describe('Socket Mode', () => {
  const worksAgain = async (): Promise<void> => {
    await bench.slack.waitFor('the connection', () => bench.platform.isReady() && bench.slack.sockets.count === 2);
    const before = bench.script.invocations.length;
    bench.ada.say(bench.channel.id, '@kaleido a cat');
    await bench.slack.waitFor('the mention', () => bench.script.invocations.length > before);
  };

  it('comes back after Slack asks for it, closes or cuts the connection', async () => {
    bench = await Bench.start();
    await worksAgain();
    for (const end of ['refresh', 'close', 'cut'] as const) {
      const { opened } = bench.slack.sockets;
      bench.slack.sockets[end]();
      await bench.slack.waitFor(`new sockets after ${end}`, () => bench.slack.sockets.opened >= opened + 2);
      await worksAgain();
    }
  });

  it('comes back after an outage of the Web API, and is not ready meanwhile', async () => {
    bench = await Bench.start();
    const down = { status: 503, body: { ok: false, error: 'service_unavailable' } };
    for (let attempt = 0; attempt < 6; attempt += 1) bench.slack.force('apps.connections.open', down);
    bench.slack.sockets.cut();
    await bench.slack.waitFor('the loss', () => !bench.platform.isReady());
    await worksAgain();
  });

  it('comes back after connections are cut before the greeting', async () => {
    bench = await Bench.start();
    bench.slack.sockets.isBroken = true;
    bench.slack.sockets.cut();
    await bench.slack.waitFor('the loss', () => !bench.platform.isReady());
    await bench.slack.waitFor('several attempts', () => bench.slack.sockets.refused >= 4);
    bench.slack.sockets.isBroken = false;
    await worksAgain();
  });

  it('starts when Slack can be reached, and takes one refused token for a bad moment', async () => {
    bench = await Bench.start();
    await bench.platform.stop();
    const down = { status: 503, body: { ok: false, error: 'service_unavailable' } };
    // The client tries three times by itself.
    for (let attempt = 0; attempt < 3; attempt += 1) bench.slack.force('auth.test', down);
    bench.slack.force('auth.test', { status: 200, body: { ok: false, error: 'invalid_auth' } });
    bench.platform = bench.create();
    await bench.platform.start();
    await worksAgain();
    const waits = bench.logged.filter(({ message: text }) => text.includes('trying again'));
    expect(waits.length).toBeGreaterThanOrEqual(2);
  });

  it('fails to start with a wrong token, and says why', async () => {
    bench = await Bench.start();
    const wrong = (options: object) => {
      Object.assign(bench.options, options);
      return bench.create().start();
    };
    await expect(wrong({ connection: { mode: 'socket', appToken: 'xapp-wrong' } })).rejects.toThrow('invalid_auth');
    await expect(wrong({ authorisation: { kind: 'token', botToken: 'xoxb-wrong' } })).rejects.toThrow('invalid_auth');
  });
});

describe('HTTP', () => {
  const start = async () => {
    bench = await Bench.start({}, { connection: { mode: 'http', signingSecret: 'signing-secret' } });
    bench.slack.app.requestUrl = `http://127.0.0.1:${bench.platform.port}/slack/events`;
    return bench.slack.app.requestUrl;
  };

  it('takes signed events, commands and interactions', async () => {
    await start();
    bench.script.answer = async () => message('Here.');
    bench.ada.say(bench.channel.id, '@kaleido a cat');
    expect((await bench.ada.command(bench.channel.id, '/imagine', 'a dog')).isAccepted).toBe(true);
    await bench.slack.waitFor('both', () => bench.script.invocations.length === 2);
    expect(bench.slack.workspace.violations).toEqual([]);
  });

  it('refuses what was signed wrongly, over five minutes ago or in the future', async () => {
    const url = await start();
    const ts = bench.slack.workspace.nextTs();
    const event = { type: 'app_mention', user: bench.ada.id, text: 'a cat', ts, channel: bench.channel.id };
    const body = bench.slack.deliveries.envelope(bench.team.id, event);
    const post = (options: object) => bench.slack.deliveries.post(url, 'events_api', body, options);
    expect(await post({ ageSeconds: -600 })).toBeNull();
    expect(await post({ ageSeconds: 301 })).toBeNull();
    expect(await post({ secret: 'guessed' })).toBeNull();
    expect(bench.script.invocations).toEqual([]);
    expect(await post({ ageSeconds: 200 })).not.toBeNull();
    await bench.slack.waitFor('the valid one', () => bench.script.invocations.length === 1);
  });

  it.each([20, -20])('judges by Slack’s time, not by a clock that is %i minutes off', async (minutes) => {
    const clock = () => new Date(Date.now() + minutes * 60_000);
    bench = await Bench.start({}, { connection: { mode: 'http', signingSecret: 'signing-secret' }, clock });
    bench.slack.app.requestUrl = `http://127.0.0.1:${bench.platform.port}/slack/events`;
    expect((await bench.ada.command(bench.channel.id, '/imagine', 'a dog')).isAccepted).toBe(true);
    await bench.slack.waitFor('it', () => bench.script.invocations.length === 1);
  });

  it.each([
    ['null', 400],
    ['5', 400],
    ['[]', 400],
    ['{', 400],
    ['{}', 404],
  ])('answers %s with %i, signed well, and goes on', async (body, status) => {
    const url = await start();
    const time = String(Math.floor(Date.now() / 1000));
    const signature = createHmac('sha256', 'signing-secret').update(`v0:${time}:${body}`).digest('hex');
    const headers = { 'x-slack-request-timestamp': time, 'x-slack-signature': `v0=${signature}` };
    expect((await fetch(url, { method: 'POST', body, headers })).status).toBe(status);
    const large = await fetch(url, { method: 'POST', body: 'a'.repeat(5_000_000), headers }).catch(() => null);
    expect(large === null || large.status === 413).toBe(true);
    expect((await bench.ada.command(bench.channel.id, '/imagine', 'a dog')).isAccepted).toBe(true);
  });

  it('answers other paths with 404 and requests without a time with 401', async () => {
    const url = await start();
    expect((await fetch(new URL('/elsewhere', url))).status).toBe(404);
    expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(401);
  });
});

describe('installation by OAuth', () => {
  const start = async (app: Partial<AppConfig> = {}) => {
    bench = await Bench.start(
      app,
      ({ baseUrl }) => ({
        authorisation: {
          ...oauth,
          redirectUri: 'http://127.0.0.1:0/slack/oauth_redirect',
          authorizationUrl: `${baseUrl}/oauth/v2/authorize`,
        },
      }),
      false,
    );
    bench.slack.oauth.redirectHost = `http://127.0.0.1:${bench.platform.port}`;
  };

  const addWorkspace = (name: string, organisation: SlackOrganisation | null = null) => {
    const team = bench.slack.addTeam(name, false, organisation);
    const person = bench.slack.addPerson(team, `zoe-of-${name}`, { isAdmin: true });
    return { team, person, channel: bench.slack.addChannel(team, `general-${name}`, [person]) };
  };

  const install = async ({ team, person }: ReturnType<typeof addWorkspace>, isForOrganisation = false) => {
    bench.slack.oauth.visitor = { teamId: team.id, userId: person.id, isForOrganisation };
    const page = await fetch(`http://127.0.0.1:${bench.platform.port}/slack/install`, { redirect: 'manual' });
    const cookie = page.headers
      .getSetCookie()
      .map((text) => text.split(';')[0])
      .join('; ');
    const consent = await fetch(page.headers.get('location') ?? '', { redirect: 'manual' });
    const back = await fetch(consent.headers.get('location') ?? '', { headers: { cookie } });
    expect(back.status).toBe(200);
  };

  const asked = async ({ person, channel }: ReturnType<typeof addWorkspace>) => {
    const before = bench.script.invocations.length;
    person.say(channel.id, '@kaleido a cat');
    await bench.slack.waitFor('the mention', () => bench.script.invocations.length > before);
    return bench.script.invocations.at(-1)!;
  };

  it('serves several workspaces, each with its own token, until they remove the app', async () => {
    await start();
    const spaces = [addWorkspace('acme-one'), addWorkspace('acme-two')];
    for (const space of spaces) {
      await install(space);
      expect((await asked(space)).actor.spaceId).toBe(space.team.id);
    }
    const [first] = spaces;
    bench.slack.deliveries.event(first!.team.id, 'app_uninstalled', { type: 'app_uninstalled' });
    await bench.slack.waitFor('the removal', () => !bench.installed.has(first!.team.id));
    expect(bench.installed.size).toBe(1);
  });

  it('replaces tokens that rotate, keeps what they are replaced by, and says when that ends', async () => {
    await start({ rotatesTokens: true });
    const space = addWorkspace('acme');
    await install(space);
    bench.script.answer = async () => message('Here.', { isPrivate: false });
    const works = async () => {
      const before = bench.slack.botMessages(space.channel.id).length;
      await asked(space);
      await bench.slack.waitFor('the answer', () => bench.slack.botMessages(space.channel.id).length > before);
    };
    await works();
    const tokens = [space.team.token];
    // Twice, as a refresh token is good for one exchange; then by a process that has only what is stored.
    for (const isAnew of [false, false, true]) {
      if (isAnew) {
        await bench.platform.stop();
        bench.platform = bench.create();
        await bench.platform.start();
      }
      space.team.rotation!.expiresAt = 0;
      await works();
      expect(tokens).not.toContain(space.team.token);
      tokens.push(space.team.token);
    }
    expect(bench.installed.get(space.team.id)?.credentials).toMatchObject({
      botToken: space.team.token,
      refreshToken: space.team.rotation?.refreshToken,
    });
    space.team.rotation = { refreshToken: 'another', expiresAt: 0 };
    await asked(space);
    await bench.slack.waitFor('the word', () =>
      bench.logged.some(({ message: text }) => text.includes('/slack/install')),
    );
  });

  it('replaces a token well before its end, once for all who wait for it', async () => {
    await start({ rotatesTokens: true });
    const space = addWorkspace('acme');
    await install(space);
    const installed = bench.installed.get(space.team.id)!;
    const soon = { ...installed.credentials, expiresAt: Date.now() + 3_600_000 };
    bench.installed.set(space.team.id, { ...installed, credentials: soon });
    const before = space.team.token;
    await asked(space);
    expect(space.team.token).not.toBe(before);
    expect(bench.logged.filter(({ message: text }) => text.includes('/slack/install'))).toEqual([]);
  });

  it('replaces no token where a method takes none of bots', async () => {
    await start({ rotatesTokens: true });
    const space = addWorkspace('acme');
    await install(space);
    const { channel, person, team } = space;
    const { token } = team;
    const address = { teamId: team.id, channelId: channel.id, threadTs: null, userId: person.id, locale: 'en' };
    const delivery = bench.delivery({ address });
    const shown = await bench.platform.show(delivery, done(), true);
    expect(await bench.platform.withdraw({ ...delivery, message: shown }, false)).toBe(true);
    const refused = bench.slack.workspace.calls.filter(({ outcome }) => outcome === 'not_allowed_token_type');
    expect(refused.map(({ method }) => method)).toEqual(['conversations.replies']);
    expect(team.token).toBe(token);
  });

  it('warns of a single token that rotates', async () => {
    bench = await Bench.start();
    await bench.platform.stop();
    bench.team.token = 'xoxe.xoxb-1';
    bench.platform = bench.create();
    await bench.platform.start();
    expect(bench.logged.some(({ message: text }) => text.includes('token rotation'))).toBe(true);
  });

  it('serves all workspaces of an organisation, each with its own people, groups, channels and quota', async () => {
    await start();
    const organisation = bench.slack.addOrganisation('globex');
    const spaces = [addWorkspace('globex-one', organisation), addWorkspace('globex-two', organisation)];
    await install(spaces[0]!, true);
    bench.script.answer = async () =>
      message('Here.', {
        isPrivate: false,
        actions: [
          [{ type: 'button', id: 'k1:reroll-all:abcdefghjkmn', label: 'Reroll', emoji: '🔁', style: 'primary' }],
        ],
      });
    for (const [index, space] of spaces.entries()) {
      const { channel, person, team } = space;
      const group = bench.slack.addUserGroup(team, `painters-${index}`, [person]);
      const { actor, origin } = await asked(space);
      expect(actor).toMatchObject({ realm: team.id, spaceId: team.id, isAdmin: true, roleIds: [group] });
      expect(origin.address).toMatchObject({ teamId: team.id, enterpriseId: organisation.id });
      expect(
        await actor.channels.rightsIn({ spaceId: team.id, channelId: channel.id, conversationId: channel.id }),
      ).toEqual({
        mayRead: true,
        mayModerate: true,
      });
      const shown = await bench.slack.waitFor('the answer', () => bench.slack.botMessages(channel.id)[0]);
      expect((await person.press(shown, 'Reroll')).isAccepted).toBe(true);
      await bench.slack.waitFor('the press', () => bench.script.actions.length === index + 1);
      expect(bench.script.actions.at(-1)!.actor).toMatchObject({ spaceId: team.id });
      await person.command(channel.id, '/imagine', 'a dog');
      await bench.slack.waitFor('the command', () => bench.script.invocations.at(-1)?.values.prompt === 'a dog');
      // Deliveries have but their address.
      const delivery = bench.delivery({ generationId: `abcdefghjkm${index}`, address: origin.address });
      expect((await bench.platform.show(delivery, done({ requesterId: person.id }), true))?.channelId).toBe(channel.id);
    }
    bench.slack.deliveries.event(spaces[1]!.team.id, 'app_uninstalled', { type: 'app_uninstalled' });
    await bench.slack.waitFor('the removal', () => bench.installed.size === 0);
    expect(bench.slack.workspace.violations).toEqual([]);
  });
});
