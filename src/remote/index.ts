export { engineUrl, openRemote, type RemoteSettings } from './open-remote.js';
