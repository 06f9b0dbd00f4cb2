import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { Bench, message } from './bench.js';

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
  const install = async (name: string) => {
    const team = bench.slack.addTeam(name, false);
    const person = bench.slack.addPerson(team, 'zoe');
    const channel = bench.slack.addChannel(team, 'general', [person]);
    bench.slack.oauth.visitor = { teamId: team.id, userId: person.id };
    const page = await fetch(`http://127.0.0.1:${bench.platform.port}/slack/install`, { redirect: 'manual' });
    const cookie = page.headers
      .getSetCookie()
      .map((text) => text.split(';')[0])
      .join('; ');
    const consent = await fetch(page.headers.get('location') ?? '', { redirect: 'manual' });
    const back = await fetch(consent.headers.get('location') ?? '', { headers: { cookie } });
    expect(back.status).toBe(200);
    return { team, person, channel };
  };

  it('serves several workspaces, each with its own token, until they remove the app', async () => {
    bench = await Bench.start(
      {},
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
    const spaces = [await install('acme-one'), await install('acme-two')];
    for (const { person, channel } of spaces) person.say(channel.id, '@kaleido a cat');
    await bench.slack.waitFor('both', () => bench.script.invocations.length === 2);
    expect(bench.script.invocations.map(({ actor }) => actor.spaceId).sort()).toEqual(
      spaces.map(({ team }) => team.id).sort(),
    );
    const [first] = spaces;
    bench.slack.deliveries.event(first!.team.id, 'app_uninstalled', { type: 'app_uninstalled' });
    await bench.slack.waitFor('the removal', () => !bench.installed.has(first!.team.id));
    expect(bench.installed.size).toBe(1);
  });
});
