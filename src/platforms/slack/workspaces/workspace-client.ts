import { webApi } from '@slack/bolt';
import { needsOtherToken } from './token.js';

/** Where the token of a workspace comes from at each call. */
export interface TokenSource {
  /** The token to use now. @throws what renewing it throws */
  current(): Promise<string>;
  /** Another token than one that Slack refused; null when there is none. @throws what renewing it throws */
  after(refused: string): Promise<string | null>;
}

/** A Web API client whose token may be replaced while it is used: a call that is refused for it is made once more. */
export class WorkspaceClient extends webApi.WebClient {
  readonly #tokens: TokenSource;

  constructor(tokens: TokenSource, options: webApi.WebClientOptions) {
    super(undefined, options);
    this.#tokens = tokens;
  }

  override async apiCall(method: string, options: Record<string, unknown> = {}): Promise<webApi.WebAPICallResult> {
    const token = await this.#tokens.current();
    try {
      return await super.apiCall(method, { ...options, token });
    } catch (error) {
      const other = needsOtherToken(error) ? await this.#tokens.after(token) : null;
      if (other === null) throw error;
      return super.apiCall(method, { ...options, token: other });
    }
  }
}
