import { setTimeout as sleep } from 'node:timers/promises';
import type { SlackChat } from './chats.js';
import type { Fault } from './fault.js';
import { until } from './stages.js';

const AWAY_MS = 15_000;
/** Longer than Slack waits for an acknowledgement: it sends the event again. */
const UNHEARD_MS = 6_000;
const needs = { platform: 'slack' } as const;
/** What it takes to show a grid. */
const METHODS = ['files.getUploadURLExternal', 'files.completeUploadExternal', 'files.info', 'chat.update'] as const;

/** Calls of each of those are met so many times. */
const answered = (answer: Parameters<SlackChat['server']['force']>[1], times: number): Fault => ({
  needs,
  async happen({ slack }) {
    for (const method of METHODS) for (let k = 0; k < times; k++) slack.server.force(method, answer);
  },
});

const refusal = (error: string) => ({ status: 200, body: { ok: false, error } });

function away(how: 'cut' | 'silence'): Fault {
  return {
    needs: { ...needs, isChatOverLine: true },
    async happen({ slack, chatLine }) {
      await chatLine![how]();
      slack.server.sockets.cut();
      await sleep(AWAY_MS);
      await chatLine!.mend();
    },
  };
}

const sockets = (act: (sockets: SlackChat['server']['sockets']) => void): Fault => ({
  needs,
  happen: async ({ slack }) => act(slack.server.sockets),
});

const restarted: Fault = {
  needs,
  async happen(world, begun) {
    begun();
    await world.signal('bot', 'SIGKILL');
    await world.start('bot');
  },
};

/** Slack gets no acknowledgement, and sends what it has to say again. */
const unheard: Fault = {
  needs,
  async prepare(world) {
    await world.signal('bot', 'SIGSTOP');
  },
  async happen(world) {
    await sleep(UNHEARD_MS);
    await world.signal('bot', 'SIGCONT');
  },
};

const uploadsDisabled: Fault = {
  needs,
  happen: async ({ slack: { team } }) => {
    team.areUploadsDisabled = true;
  },
};

/** What an admin asked for is sent three times, the last time to a bot that has just been started. */
const grantedThrice: Fault = {
  needs,
  granted: 5,
  async happen(world, begun) {
    const { ada, boss, channel, server, team } = world.slack;
    const text = `<@${team.botUserId}> quota grant --user <@${ada.id}> --images 5`;
    const ts = server.workspace.nextTs();
    const event = { type: 'app_mention', user: boss.id, text, ts, channel: channel.id };
    const envelope = server.deliveries.envelope(team.id, event);
    await Promise.all([0, 1].map((retry) => server.deliveries.resend(envelope, retry)));
    await until(() => world.control.has(`SELECT 1 FROM ledger_entry WHERE kind = 'grant'`));
    await restarted.happen(world, begun);
    await server.deliveries.resend(envelope, 2);
  },
};

/** The token is refused for a while, as when an app is installed anew. */
const tokenRefused: Fault = {
  needs,
  async happen({ slack: { team } }) {
    const { token } = team;
    team.token = 'xoxb-another';
    await sleep(AWAY_MS);
    team.token = token;
  },
};

export const SLACK_FAULTS = {
  'Slack: bot killed': restarted,
  'Slack: mention not heard for 6 s, sent again': unheard,
  'Slack: answers 500 three times a method': answered({ status: 500, body: { ok: false, error: 'internal_error' } }, 3),
  'Slack: limits each method for 5 s': answered(
    { status: 429, headers: { 'retry-after': '5' }, body: { ok: false, error: 'ratelimited' } },
    1,
  ),
  'Slack: fatal_error once a method': answered(refusal('fatal_error'), 1),
  'Slack: socket broken off': sockets((all) => all.cut()),
  'Slack: socket closed': sockets((all) => all.close()),
  'Slack: asks to connect again': sockets((all) => all.refresh()),
  'Slack: away for 15 s': away('cut'),
  'Slack: silent for 15 s': away('silence'),
  'Slack: token refused for 15 s': tokenRefused,
  'Slack: uploads disabled': uploadsDisabled,
  'Slack: grant sent three times, bot killed meanwhile': grantedThrice,
} as const satisfies Readonly<Record<string, Fault>>;
