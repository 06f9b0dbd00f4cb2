import { proxy, shared, text } from './values/index.js';

/** How connections leave this machine. */
export const NETWORK = {
  httpsProxy: proxy(
    'HTTPS_PROXY',
    'HTTP proxy for Discord, Slack and S3, with a user name and password where it wants them.',
    '`HTTP_PROXY`',
  ),
  httpProxy: proxy('HTTP_PROXY', 'The same for services without TLS.', 'none'),
  noProxy: shared(
    text(
      'NO_PROXY',
      'Hosts to reach without the proxy, with commas between them: `example.com` stands for all beneath it too, `*` for everything.',
      'none',
      'Set it to names of hosts, with commas between them.',
    ),
  ),
};
