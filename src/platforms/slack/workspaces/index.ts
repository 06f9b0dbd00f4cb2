export { checkSlackToken, SCOPES } from './token.js';
export {
  createInstallationStore,
  installedTeamOf,
  NotInstalledError,
  type Workspace,
  Workspaces,
} from './workspaces.js';
