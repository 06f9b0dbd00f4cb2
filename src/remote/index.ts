export { engineUrl, openRemote, painterNames, type RemoteSettings } from './open-remote.js';
