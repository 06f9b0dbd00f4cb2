export { aspectsHere, mayUpscale, painterAspects, painterNames } from './choices/index.js';
export { engineUrl, openPrior, openRemote, type PriorSettings, type RemoteSettings } from './open-remote.js';
