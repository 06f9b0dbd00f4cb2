import { usedSettingsFile } from '../../config.js';
import type { Finding } from '../../platforms/index.js';
import type { Config } from '../../settings/index.js';
import { describeError } from '../exit-codes.js';
import { print } from '../print/index.js';
import {
  checkBundle,
  checkEngine,
  checkMachine,
  checkNode,
  checkProviders,
  checkRuntime,
  checkWords,
} from './checks.js';
import { checkMemory } from './memory-check.js';
import { checkProxies } from './proxy-check.js';
import { checkPainter, checkPictures, checkPrior, checkStorage, PLATFORM_CHECKS } from './service-checks.js';
import { checkSettingsFile } from './settings-file-check.js';

const MARKS: Readonly<Record<Finding['status'], string>> = { ok: '✔', note: '•', failed: '✖' };

/** One finding as a line, with its remedy indented beneath. */
function findingText({ status, text, remedy }: Finding): string {
  return `${MARKS[status]} ${text}\n${remedy === undefined ? '' : `    ${remedy.replaceAll('\n', '\n    ')}\n`}`;
}

/** Model, words, memory and providers, one after another: each needs the one before. */
async function* checkModel(config: Config, signal: AbortSignal): AsyncGenerator<Finding> {
  const { finding, bundle } = await checkBundle(config.bundleDir);
  yield finding;
  yield checkWords();
  yield await checkMemory(bundle, signal);
  yield* await checkProviders(bundle, config);
  yield await checkEngine(bundle, config, signal);
}

/**
 * `kaleido doctor`: checks this machine, the configuration, the model, the database, the queue, the picture store and
 * the tokens, and says how to mend what is wrong. What needs something that failed is left out.
 *
 * @returns whether no check failed
 */
export async function doctor(
  configure: () => Promise<Config>,
  signal: AbortSignal,
  stdout: NodeJS.WritableStream,
): Promise<boolean> {
  let healthy = true;
  const tell = (finding: Finding) => {
    healthy &&= finding.status !== 'failed';
    print(stdout, findingText(finding));
  };
  const tellAll = async (findings: () => AsyncIterable<Finding> | Promise<Iterable<Finding>>) => {
    try {
      for await (const finding of await findings()) tell(finding);
    } catch (error) {
      signal.throwIfAborted();
      const [text = '', ...remedy] = (await describeError(error)).text.split('\n');
      tell({ status: 'failed', text, remedy: remedy.join('\n') });
    }
  };
  tell(checkNode());
  tell(checkRuntime());
  await tellAll(async () => {
    const config = await configure();
    for (const finding of checkSettingsFile(usedSettingsFile())) tell(finding);
    tell(checkMachine(config.threads));
    const parts = [
      () => checkModel(config, signal),
      checkProxies,
      checkStorage,
      checkPictures,
      checkPainter,
      checkPrior,
      ...PLATFORM_CHECKS,
    ];
    for (const part of parts) await tellAll(() => part(config));
    return [];
  });
  print(stdout, healthy ? 'All is well.\n' : 'Something needs mending; see above.\n');
  return healthy;
}
