import type { Platform } from '../core/index.js';
import { ownValue } from '../engine/basics/index.js';
import { discord } from './discord/offered/index.js';
import type { OfferedPlatform } from './offered-platform.js';
import { slack } from './slack/offered/index.js';

export type { Finding } from './offered-platform.js';

/** The chat platforms, by their names in settings and records. A new one is a folder here, and a line. */
export const PLATFORMS = { discord, slack } as const satisfies Readonly<Record<Platform, OfferedPlatform>>;

type Offered = (typeof PLATFORMS)[keyof typeof PLATFORMS];
/** All of a union's members at once. */
type AllOf<U> = (U extends unknown ? (one: U) => void : never) extends (all: infer All) => void ? All : never;

export const PLATFORM_NAMES: readonly Platform[] = Object.keys(PLATFORMS);

/** The settings of all platforms. */
export const PLATFORM_SETTINGS = Object.assign(
  {},
  ...Object.values(PLATFORMS).map(({ settings }) => settings),
) as AllOf<Offered['settings']>;

/** Side of the stickers that a platform takes, in pixels; undefined where any will do. */
export function stickerSide(platform: Platform): number | undefined {
  const offered: OfferedPlatform | undefined = ownValue(PLATFORMS, platform);
  return offered?.stickerSide;
}
