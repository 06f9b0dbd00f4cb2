import { expect, it } from 'vitest';
import { PLATFORM_CHECKS } from '../../../../src/cli/doctor/service-checks.js';
import { readConfig } from '../../../../src/config.js';

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
