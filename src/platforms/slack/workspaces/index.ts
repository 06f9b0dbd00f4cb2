export { checkSlackToken, SCOPES } from './token.js';
export {
  createBoltInstallationStore,
  NotInstalledError,
  type TeamRef,
  teamOfInteraction,
  type Workspace,
  Workspaces,
} from './workspaces.js';
