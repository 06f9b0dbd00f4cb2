import type { Json, SlackTeam } from '../types.js';
import type { Workspace } from '../workspace.js';

/** What an API method needs to know of its call. */
export interface CallContext {
  workspace: Workspace;
  team: SlackTeam;
  args: Json;
  /** Tells the app of an event, if it listens for such. */
  emit(teamId: string, event: Json): void;
  options: ServerBehaviour;
}

/** Behaviour that differs between workspaces, or of which accounts differ. */
export interface ServerBehaviour {
  /** Where files are handed out, without a slash at its end. */
  filesUrl(): string;
  /** Milliseconds between completing an upload and the file being known. */
  fileProcessingMs: number;
  /**
   * Which processed files a block may show. `own`: any that the app uploaded, as Slack's introduction of `slack_file`
   * says (slack.com/blog/developers/uploading-private-images-blockkit); `shared`: only those shared in a conversation,
   * as some workspaces were seen to behave.
   */
  blockFiles: 'own' | 'shared';
  /**
   * How the app is given out. Slack slows the reading of conversations down for apps that are distributed outside its
   * Marketplace (https://docs.slack.dev/changelog/2025/05/29/rate-limit-changes-for-non-marketplace-apps).
   */
  distribution: 'internal' | 'unlisted';
  /**
   * Which threads a bot may read: those of `direct` messages only, as the page of conversations.replies says, or `all`
   * where it is a member, as workspaces were seen to behave.
   */
  readableThreads: 'all' | 'direct';
}

/** One Web API method: the scopes of which it needs one (none when empty), and what it does. */
export interface ApiMethod {
  scopes: readonly string[];
  run(context: CallContext): Json;
}
