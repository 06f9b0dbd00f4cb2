export { checkSlackToken, SCOPES } from './token.js';
export {
  createBoltInstallationStore,
  installedTeamOf,
  NotInstalledError,
  type Workspace,
  Workspaces,
} from './workspaces.js';
