import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ApiError, invalid } from '../api-error.js';
import { viewFaults } from '../block-kit.js';
import type { Json, SlackView } from '../types.js';
import { slackId } from '../workspace.js';
import { checkFiles } from './chat.js';
import type { ApiMethod, CallContext } from './method.js';

/** https://docs.slack.dev/reference/methods/views.open#errors */
const MOST_BYTES = 250_000;

function readView(context: CallContext, type: 'modal' | 'home'): Json {
  const view = z.record(z.string(), z.unknown()).safeParse(context.args.view);
  if (!view.success || view.data.type !== type) throw new ApiError('invalid_arguments');
  if (JSON.stringify(view.data).length > MOST_BYTES) throw new ApiError('view_too_large');
  const faults = viewFaults(view.data);
  if (faults.length > 0) throw invalid('invalid_arguments', faults);
  checkFiles(context, z.array(z.record(z.string(), z.unknown())).parse(view.data.blocks));
  return view.data;
}

const hash = (): string => `${Date.now()}.${randomBytes(4).toString('hex')}`;

const answer = (view: SlackView): Json => ({
  view: { ...view.view, id: view.id, hash: view.hash, team_id: view.teamId, app_installed_team_id: view.teamId },
});

const open: ApiMethod = {
  scopes: [],
  run: (context) => {
    const { workspace, team, args } = context;
    const trigger = typeof args.trigger_id === 'string' ? workspace.triggers.get(args.trigger_id) : undefined;
    if (!trigger || trigger.teamId !== team.id) throw new ApiError('invalid_trigger_id');
    if (trigger.isUsed) throw new ApiError('exchanged_trigger_id');
    if (trigger.expiresAt < workspace.clock.now()) throw new ApiError('expired_trigger_id');
    const definition = readView(context, 'modal');
    trigger.isUsed = true;
    const view: SlackView = {
      id: slackId('V'),
      teamId: team.id,
      userId: trigger.userId,
      hash: hash(),
      type: 'modal',
      view: definition,
    };
    workspace.views.set(view.id, view);
    return answer(view);
  },
};

const publish: ApiMethod = {
  scopes: [],
  run: (context) => {
    const { workspace, team, args } = context;
    const user = typeof args.user_id === 'string' ? workspace.users.get(args.user_id) : undefined;
    if (!user || user.teamId !== team.id) throw new ApiError('not_found');
    const definition = readView(context, 'home');
    const known = [...workspace.views.values()].find(({ type, userId }) => type === 'home' && userId === user.id);
    if (known && args.hash !== undefined && args.hash !== known.hash) throw new ApiError('hash_conflict');
    const view: SlackView = {
      id: known?.id ?? slackId('V'),
      teamId: team.id,
      userId: user.id,
      hash: hash(),
      type: 'home',
      view: definition,
    };
    workspace.views.set(view.id, view);
    return answer(view);
  },
};

const update: ApiMethod = {
  scopes: [],
  run: (context) => {
    const { workspace, args } = context;
    const view = typeof args.view_id === 'string' ? workspace.views.get(args.view_id) : undefined;
    if (!view || view.teamId !== context.team.id) throw new ApiError('not_found');
    if (args.hash !== undefined && args.hash !== view.hash) throw new ApiError('hash_conflict');
    view.view = readView(context, view.type);
    view.hash = hash();
    return answer(view);
  },
};

export const viewMethods: Readonly<Record<string, ApiMethod>> = {
  'views.open': open,
  'views.publish': publish,
  'views.update': update,
};
