import { quiet } from '../../../core/basics/index.js';
import type { Network } from '../../../network/index.js';
import type { Values } from '../../../settings/values/index.js';
import type { Finding } from '../../offered-platform.js';
import { checkDiscordToken } from '../client/index.js';
import type { DISCORD } from './settings.js';

/** The token that is set. Rejects with what Discord refuses. */
export async function checkDiscord(
  { discordToken: token = '', discordApiUrl: api }: Values<typeof DISCORD>,
  network: Network,
): Promise<Finding[]> {
  const { name, isForServers, isForUsers } = await checkDiscordToken(token, { api, network }, quiet);
  const findings: Finding[] = [{ status: 'ok', text: `Discord app ${name}; no privileged intents are needed` }];
  if (!isForServers || !isForUsers) {
    findings.push({
      status: 'note',
      text: `It can be added ${isForServers ? 'to servers' : 'by users'} only`,
      remedy: 'To allow both, switch on User Install and Guild Install on its Installation page.',
    });
  }
  return findings;
}
