export { createInstallationStore } from './installation-store.js';
export { installedTeamOf } from './installed-team.js';
export { SCOPES } from './scopes.js';
export { explainToken } from './token-refusal.js';
export { type ApiConnection, clientOptions, NotInstalledError, type Workspace, Workspaces } from './workspaces.js';
