export { openRemote, type RemoteSettings } from './open-remote.js';
