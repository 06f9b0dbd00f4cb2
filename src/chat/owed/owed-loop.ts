import { LEASES, type Log } from '../../core/basics/index.js';
import type { OwedAnswerStore, SettingsStore, TakenAnswer } from '../../core/index.js';
import { createTranslator } from '../i18n/index.js';
import { type ChatPlatform, DeliveryError } from '../platform.js';
import type { Debt, OwedBook } from './owed-book.js';

/** What the loop works with. */
export interface OwedLoopOptions {
  store: { owedAnswers: OwedAnswerStore; settings: Pick<SettingsStore, 'user'> };
  book: OwedBook;
  platform: Pick<ChatPlatform, 'platform'> & Required<Pick<ChatPlatform, 'answerOwed'>>;
  log: Log;
  /** How long what was claimed is ours unless that is renewed, ms. See `LEASES`. */
  leaseMs?: number;
  /** How often it looks, ms. See `LEASES`. */
  lookEveryMs?: number;
  /** Looks in a row that the database has to answer before anything is claimed. See `LEASES`. */
  looks?: number;
}

/** Tells people whose requests were acknowledged by processes that are gone to try again, on one platform. */
export interface OwedLoop {
  start(): void;
  /** Resolves when those under way are told. */
  stop(): Promise<void>;
}

/** Claimed at a time. */
const AT_ONCE = 20;
/** Milliseconds until another attempt, for what is no refusal of the platform. */
const RETRY_MS = 5_000;

/**
 * Looks for owed answers whose holders are gone. A holder that lives renews its lease, but cannot while the database is
 * away: so none is taken for dead before the database has answered here for some looks in a row.
 */
export function createOwedLoop(options: OwedLoopOptions): OwedLoop {
  const { leaseMs, lookMs: lookEveryMs, looks } = LEASES.answer;
  const settings = { leaseMs, lookEveryMs, looks, ...options };
  const { store, book, platform, log } = settings;
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<void> | null = null;
  let answered = 0;

  const lookOnce = async (): Promise<void> => {
    answered += 1;
    if (answered < settings.looks) {
      await store.owedAnswers.renew(book.holder, settings.leaseMs);
      return;
    }
    const taken = await store.owedAnswers.claim(platform.platform, AT_ONCE, book.holder, settings.leaseMs);
    await Promise.all(taken.map((owed) => settle(settings, owed)));
  };
  const look = (): void => {
    looking ??= lookOnce()
      .catch((err: unknown) => {
        answered = 0;
        log.warn({ err }, 'owed answers could not be looked for');
      })
      .finally(() => {
        looking = null;
      });
  };

  return {
    start() {
      timer = setInterval(look, settings.lookEveryMs);
      look();
    },
    async stop() {
      if (timer !== null) clearInterval(timer);
      await looking;
    },
  };
}

async function settle(options: OwedLoopOptions, owed: TakenAnswer): Promise<void> {
  // It came again, to this process, which answers it.
  const debt = options.book.hold(owed.key);
  if (debt === null) return;
  if (owed.isMoot) debt.settled();
  else await tell(options, owed, debt);
}

async function tell({ store, platform, log }: OwedLoopOptions, owed: TakenAnswer, debt: Debt): Promise<void> {
  const { key } = owed;
  const sentenceFor = async (platformLocale: string): Promise<string> => {
    const { locale = platformLocale } = await store.settings.user(owed);
    return createTranslator(locale)('errors.interrupted');
  };
  try {
    await platform.answerOwed(owed, sentenceFor);
    log.info({ key }, 'somebody was told to try again, as the process that was to answer is gone');
    debt.told();
  } catch (err) {
    const retryAfterMs = err instanceof DeliveryError ? err.retryAfterMs : RETRY_MS;
    log.warn({ err, key, retryAfterMs }, 'somebody could not be told to try again');
    if (retryAfterMs === null) debt.told();
    else debt.broken(retryAfterMs);
  }
}
