export {
  aspectsHere,
  engineUrl,
  openPrior,
  openRemote,
  type PriorSettings,
  painterAspects,
  painterNames,
  type RemoteSettings,
} from './open-remote.js';
