import { ApiError } from './api-error.js';
import type { AppConfig } from './app-config.js';
import type { ApiMethod, CallContext } from './methods/method.js';
import type { RateLimits } from './rate-limits.js';
import type { Json, SlackTeam } from './types.js';
import type { Workspace } from './workspace.js';

export interface ApiAnswer {
  status: number;
  headers?: Record<string, string>;
  body: Json;
}

/** Arguments that Slack takes as JSON text inside a form. */
const JSON_ARGUMENTS = ['blocks', 'attachments', 'view', 'metadata', 'files'];

/** Reads a call's arguments from a form or a JSON body. */
export function readArguments(contentType: string, body: string): Json {
  if (contentType.startsWith('application/json')) return JSON.parse(body || '{}');
  const args: Json = Object.fromEntries(new URLSearchParams(body));
  for (const name of JSON_ARGUMENTS) {
    const value = args[name];
    if (typeof value === 'string') args[name] = JSON.parse(value);
  }
  return args;
}

/** Whose answers are of one workspace: an organisation's token has to name it. */
const OF_ONE_WORKSPACE = ['users.conversations', 'usergroups.list'];

/**
 * The workspace of an organisation that a call is for: the one that it names, or that of its channel or user
 * (https://docs.slack.dev/enterprise/developing-for-enterprise-orgs).
 */
function teamMeant(method: string, teams: readonly SlackTeam[], args: Json, workspace: Workspace): SlackTeam {
  const named = args.team_id;
  if (named === undefined && OF_ONE_WORKSPACE.includes(method)) throw new ApiError('missing_argument');
  const byChannel = typeof args.channel === 'string' ? workspace.channels.get(args.channel)?.teamId : undefined;
  const byUser = typeof args.user === 'string' ? workspace.users.get(args.user)?.teamId : undefined;
  const team = teams.find(({ id }) => id === (named ?? byChannel ?? byUser ?? teams[0]?.id));
  if (team === undefined) throw new ApiError('team_access_not_granted');
  return team;
}

/** Answers Web API calls: who calls, may they, is it too often, then the method itself. */
export class WebApi {
  readonly #workspace: Workspace;
  readonly #app: AppConfig;
  readonly #limits: RateLimits;
  readonly #methods: Readonly<Record<string, ApiMethod>>;
  readonly #emit: CallContext['emit'];
  /** Answers to force by method, first come first served; `null` lets one call through. */
  readonly forced = new Map<string, (ApiAnswer | null)[]>();

  constructor(
    workspace: Workspace,
    app: AppConfig,
    limits: RateLimits,
    methods: Readonly<Record<string, ApiMethod>>,
    emit: CallContext['emit'],
  ) {
    this.#workspace = workspace;
    this.#app = app;
    this.#limits = limits;
    this.#methods = methods;
    this.#emit = emit;
  }

  call(method: string, token: string | undefined, args: Json): ApiAnswer {
    const answer = this.forced.get(method)?.shift() ?? this.#answer(method, token, args);
    const outcome = answer.body.ok === true ? 'ok' : String(answer.body.error);
    this.#workspace.calls.push({ method, args, at: this.#workspace.clock.now(), outcome });
    return answer;
  }

  #answer(name: string, token: string | undefined, args: Json): ApiAnswer {
    try {
      const method = this.#methods[name];
      if (!method) throw new ApiError('unknown_method');
      const team = this.#authenticate(name, token, args);
      const wait = this.#limits.take(name, team.id, typeof args.channel === 'string' ? args.channel : undefined);
      if (wait > 0) {
        return { status: 429, headers: { 'retry-after': String(wait) }, body: { ok: false, error: 'ratelimited' } };
      }
      this.#authorise(method, team);
      const context = { workspace: this.#workspace, team, args, emit: this.#emit, options: this.#app };
      return { status: 200, body: { ok: true, ...method.run(context) } };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return { status: 200, body: { ok: false, error: error.code, ...error.data } };
    }
  }

  #authenticate(method: string, token: string | undefined, args: Json): SlackTeam {
    if (!token) throw new ApiError('not_authed');
    const ofOrganisation = [...this.#workspace.teams.values()].filter(
      ({ organisation }) => organisation !== null && organisation.token === token,
    );
    if (ofOrganisation.length > 0) return teamMeant(method, ofOrganisation, args, this.#workspace);
    const team = [...this.#workspace.teams.values()].find((candidate) => candidate.token === token);
    if (!team) throw new ApiError(this.#workspace.endedTokens.get(token) ?? 'invalid_auth');
    if (team.rotation !== null && team.rotation.expiresAt <= this.#workspace.clock.now())
      throw new ApiError('token_expired');
    return team;
  }

  #authorise({ scopes }: ApiMethod, team: SlackTeam): void {
    if (scopes.length === 0 || scopes.some((scope) => team.scopes.has(scope))) return;
    throw new ApiError('missing_scope', { needed: scopes[0], provided: [...team.scopes].join(',') });
  }
}
