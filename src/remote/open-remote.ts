import type { PictureSource } from '../engine/painters/index.js';
import { createNetwork, type ProxySettings } from '../network/index.js';
import { createSdapi } from './sdapi.js';

/** Which painter paints, and how it is reached. */
export interface RemoteSettings extends ProxySettings {
  /** Our own, or the protocol of an engine. */
  painter: 'kaleido' | 'sdapi';
  painterUrl: string;
  painterUser?: string | undefined;
  painterPassword?: string | undefined;
  painterModel?: string | undefined;
  painterSize: number;
  painterSteps: number;
  painterGuidance: number;
  painterSeconds: number;
}

/** The engine over HTTP that is configured; undefined where Kaleido paints itself. */
export function openRemote(settings: RemoteSettings): PictureSource | undefined {
  if (settings.painter === 'kaleido') return undefined;
  return createSdapi({
    url: settings.painterUrl,
    user: settings.painterUser,
    password: settings.painterPassword,
    model: settings.painterModel,
    size: settings.painterSize,
    steps: settings.painterSteps,
    guidance: settings.painterGuidance,
    seconds: settings.painterSeconds,
    fetch: createNetwork(settings).fetch,
  });
}
