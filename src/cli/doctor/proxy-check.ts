import { messageOf } from '../../core/basics/index.js';
import { createNetwork, proxyName, tryTunnel } from '../../network/index.js';

import { type Finding, PLATFORMS } from '../../platforms/index.js';
import { engineUrl } from '../../remote/index.js';
import type { Config } from '../../settings/index.js';

const REFUSALS: Readonly<Partial<Record<number, readonly [string, string]>>> = {
  401: ['wants a user name and password, or refuses those', 'Set it as http://user:password@host:port.'],
  403: [
    'does not let Kaleido through',
    'Have the host allowed on the proxy, or name it in NO_PROXY to reach it directly.',
  ],
  407: ['wants a user name and password, or refuses those', 'Set it as http://user:password@host:port.'],
};

/** What Kaleido connects to outside the database and the queue, as far as it is switched on. */
function targetsOf(config: Config): URL[] {
  const { blobs, s3Endpoint, s3Region } = config;
  const engine = engineUrl(config);
  const s3 = [s3Endpoint ?? `https://s3.${s3Region ?? 'us-east-1'}.amazonaws.com`];
  const platforms = Object.values(PLATFORMS).filter((platform) => platform.isOn(config));
  const named = [
    ...platforms.flatMap((platform) => platform.addresses(config)),
    ...(blobs?.startsWith('s3:') === true ? s3 : []),
    ...(engine === undefined ? [] : [engine]),
  ];
  return named.map((url) => new URL(url));
}

/** The proxies that are set, without their passwords, what goes through them, and whether they let it through. */
export async function checkProxies(config: Config): Promise<Finding[]> {
  const { httpProxy, httpsProxy = httpProxy } = config;
  const proxies = [...new Set([httpsProxy, httpProxy].filter((proxy) => proxy !== undefined))].map(
    (url) => new URL(url),
  );
  if (proxies.length === 0) return [];
  const { proxyFor } = createNetwork(config);
  const targets = targetsOf(config);
  const direct = targets.filter((target) => proxyFor(target) === null).map(({ host }) => host);
  const findings = proxies.map((proxy) =>
    findProxy(
      proxy,
      targets.filter((target) => proxyFor(target)?.href === proxy.href),
    ),
  );
  return [
    ...(await Promise.all(findings)).flat(),
    ...(direct.length === 0
      ? []
      : [{ status: 'note' as const, text: `reached without a proxy: ${direct.join(', ')}` }]),
  ];
}

async function findProxy(proxy: URL, targets: readonly URL[]): Promise<Finding[]> {
  const name = `proxy ${proxyName(proxy)}${proxy.username === '' ? '' : ' (with a user name)'}`;
  if (targets.length === 0)
    return [{ status: 'note', text: `${name} is set, and nothing that is switched on needs it` }];
  const open: string[] = [];
  const findings: Finding[] = [];
  for (const target of targets) {
    try {
      const status = await tryTunnel(proxy, target);
      if (status >= 200 && status < 300) open.push(target.host);
      else findings.push(refusal(name, target, status));
    } catch (error) {
      const remedy = 'Check HTTPS_PROXY and HTTP_PROXY, and that the proxy runs and can be reached from here.';
      return [{ status: 'failed', text: `${name} does not answer: ${messageOf(error)}`, remedy }];
    }
  }
  return open.length === 0 ? findings : [{ status: 'ok', text: `${name} leads to ${open.join(', ')}` }, ...findings];
}

function refusal(name: string, { host }: URL, status: number): Finding {
  const [what, remedy] = REFUSALS[status] ?? [
    'opens no tunnel',
    'Check that it allows CONNECT to this host, and that the host is up.',
  ];
  return { status: 'failed', text: `${name} ${what}: HTTP ${status} for ${host}`, remedy };
}
