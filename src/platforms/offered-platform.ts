import type { CommandSpec } from '../chat/commands/index.js';
import type { Controller } from '../chat/controller/index.js';
import type { ChatPlatform } from '../chat/index.js';
import type { OwedAnswers } from '../chat/owed/index.js';
import type { Log } from '../core/basics/index.js';
import type { Core, Store } from '../core/index.js';
import type { Network } from '../network/index.js';
import type { SettingsGroup, Values } from '../settings/values/index.js';

/** What a chat platform is made of. */
export interface PlatformParts {
  core: Core;
  controller: Controller;
  commands: readonly CommandSpec[];
  store: Store;
  /** Answers that a process may leave owing when it dies. */
  owed: OwedAnswers;
  /** How it is reached. */
  network: Network;
  log: Log;
}

/** What a check of `kaleido doctor` found. A note is worth knowing but nothing to mend. */
export interface Finding {
  status: 'ok' | 'note' | 'failed';
  text: string;
  /** How to mend it. */
  remedy?: string;
}

/**
 * A chat platform as whoever runs Kaleido can switch it on. What it is made of is loaded when it is made: this much is
 * known at every start.
 */
export interface OfferedPlatform<S extends SettingsGroup = SettingsGroup> {
  /** What people call it. */
  label: string;
  /** What the environment sets of it. The variables begin with the platform's name in capitals. */
  settings: S;
  /** The variable that most set to switch it on. */
  switchedOnBy: string;
  /** Side of the stickers that it takes, in pixels; that of most messengers when absent. */
  stickerSide?: number;
  isOn(config: Values<S>): boolean;
  /** URLs that it connects to, as far as proxies go. */
  addresses(config: Values<S>): readonly string[];
  /** Whether it can be used with what is set. Rejects with what the platform refuses. */
  check(config: Values<S>, network: Network): Promise<Finding[]>;
  /** @throws KaleidoError `bad_setting` when its settings do not go together */
  make(config: Values<S>, parts: PlatformParts): Promise<ChatPlatform>;
}
