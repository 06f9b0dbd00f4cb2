import type { Config } from '../settings.js';
import {
  checkBundle,
  checkEngine,
  checkMachine,
  checkNode,
  checkProviders,
  checkRuntime,
  type Finding,
} from './checks.js';
import { describeError } from './exit-codes.js';

const MARKS: Readonly<Record<Finding['status'], string>> = { ok: '✔', note: '•', failed: '✖' };

/** One finding as a line, with its remedy indented beneath. */
function findingText({ status, text, remedy }: Finding): string {
  return `${MARKS[status]} ${text}\n${remedy === undefined ? '' : `    ${remedy.replaceAll('\n', '\n    ')}\n`}`;
}

/**
 * `kaleido doctor`: checks this machine, the configuration and the bundle one after another, and says how to mend what
 * is wrong. A check that needs an earlier one which failed is left out.
 *
 * @returns whether no check failed
 */
export async function doctor(
  configure: () => Promise<Pick<Config, 'bundleDir' | 'providers' | 'threads'>>,
  signal: AbortSignal,
  stdout: NodeJS.WritableStream,
): Promise<boolean> {
  let healthy = true;
  const tell = (finding: Finding) => {
    healthy &&= finding.status !== 'failed';
    stdout.write(findingText(finding));
  };
  tell(checkNode());
  tell(checkRuntime());
  try {
    const config = await configure();
    tell(checkMachine(config.threads));
    const { finding, bundle } = await checkBundle(config.bundleDir);
    tell(finding);
    for (const provider of await checkProviders(bundle, config.providers)) tell(provider);
    tell(await checkEngine(bundle, config, signal));
  } catch (error) {
    signal.throwIfAborted();
    const [text = '', ...remedy] = describeError(error).text.split('\n');
    tell({ status: 'failed', text, remedy: remedy.join('\n') });
  }
  stdout.write(healthy ? 'All is well.\n' : 'Something needs mending; see above.\n');
  return healthy;
}
