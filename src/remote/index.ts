export {
  engineUrl,
  openPrior,
  openRemote,
  type PriorSettings,
  painterNames,
  type RemoteSettings,
} from './open-remote.js';
