import { expect, it } from 'vitest';
import { checkPrior, PLATFORM_CHECKS } from '../../../../src/cli/doctor/service-checks.js';
import { readConfig } from '../../../../src/config.js';
import { startChat } from '../../../servers/chat/server.js';

it.each([
  ['Discord', { DISCORD_TOKEN: 'MTA.x.y', DISCORD_API_URL: 'http://127.0.0.1:1/api' }],
  ['Slack', { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'http://127.0.0.1:1/api/' }],
])(
  'a platform that cannot be reached is named with where it was looked for, without a stack: %s',
  async (name, set) => {
    const config = readConfig(set);
    const findings = (await Promise.all(PLATFORM_CHECKS.map((check) => check(config)))).flat();
    const failed = findings.filter(({ status }) => status === 'failed');
    expect(failed).toHaveLength(1);
    expect(failed[0]?.text).toMatch(new RegExp(`^${name} could not be asked: .*fetch failed`));
    expect(failed[0]?.remedy).toContain('http://127.0.0.1:1/api');
    expect(JSON.stringify(failed)).not.toContain('    at ');
  },
);

it('who plans in words is told, where an engine over HTTP paints, and what keeps a language model from it', async () => {
  const chat = await startChat();
  const painted = { KALEIDO_PAINTER: 'sdapi' };
  const planned = { ...painted, KALEIDO_PRIOR: 'chat', KALEIDO_PRIOR_URL: chat.url, KALEIDO_PRIOR_FOR: 'all' };
  const told = async (set: Record<string, string>) => (await checkPrior(readConfig(set))).map(({ text }) => text);
  expect(await told({ KALEIDO_PRIOR: 'chat' })).toEqual([]);
  expect(await told(painted)).toEqual(['plans in words by templates, of what memory knows nothing of']);
  const { host } = new URL(chat.url);
  expect(await told(planned)).toEqual([`plans in words by planner-small at ${host}, of what anybody asks for`]);
  await chat.die();
  await expect(told(planned)).rejects.toMatchObject({ code: 'prior_away', data: { host } });
});
