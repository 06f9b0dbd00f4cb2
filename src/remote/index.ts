export { aspectsHere, mayUpscale, painterAspects, painterNames } from './choices/index.js';
export {
  engineUrl,
  openPrior,
  openRemote,
  openTeller,
  type PriorSettings,
  type RemoteSettings,
} from './open-remote.js';
export type { Teller } from './tellers.js';
