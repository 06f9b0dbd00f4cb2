import { PLATFORMS } from '../../platforms/index.js';
import type { Config } from '../../settings/index.js';
import { AppError, loadModel, openFoundation, runningOn, runService } from '../base/index.js';
import { startBot } from './bot.js';
import { hasPlatform, makePlatforms } from './platforms.js';

/**
 * `kaleido bot`: serves the chat platforms whose tokens are set until `signal` aborts. Pictures are painted by workers.
 *
 * @throws KaleidoError when no token is set, or the database, queue, picture store, bundle or a platform cannot be used
 */
export function runBot(config: Config, signal: AbortSignal): Promise<void> {
  if (!hasPlatform(config)) {
    throw new AppError('bad_setting', {
      why: 'no_platform',
      tokens: Object.values(PLATFORMS).map(({ switchedOnBy }) => switchedOnBy),
    });
  }
  return runService(config, signal, async ({ log, metrics, cleanup }) => {
    const model = await loadModel(config.bundleDir);
    const foundation = await openFoundation(config, log, cleanup);
    const platforms = await startBot({ config, foundation, model, log, metrics, cleanup }, (parts) =>
      makePlatforms(config, parts, log),
    );
    log.info({ platforms: platforms.map(({ platform }) => platform) }, 'the bot is ready');
    return runningOn(foundation, model.bundle, platforms);
  });
}
