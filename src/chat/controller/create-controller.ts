import { randomBytes } from 'node:crypto';
import { requireAdmin } from '../../core/access/index.js';
import { CoreError, isOutage, type Log } from '../../core/basics/index.js';
import type { Actor, Clock, Core, Origin } from '../../core/index.js';

import { type CardBuilder, parseActionId } from '../cards/index.js';

import { type CommandSpec, checkArguments, findExecutable, type Suggestion } from '../commands/index.js';

import { createTranslator, type Translate } from '../i18n/index.js';
import { homePanel } from '../panels/index.js';
import { NO_PICTURES } from '../pictures/index.js';
import { errorMessage, type MessageReply, orRefusal, type Reply } from '../replies/index.js';
import type { ActionEvent, Controller, Invocation, ReactionEvent } from './controller.js';
import { meaningOf, reactTo } from './reactions.js';
import { VERBS } from './verbs/index.js';

/** Grids on a home page. */
const RECENT = 10;
/** Discord's limit for suggestions (docs/interactions/application-commands.mdx). */
const MAX_SUGGESTIONS = 25;

/** What a controller works with. */
export interface ControllerOptions {
  core: Core;
  cards: CardBuilder;
  commands: readonly CommandSpec[];
  log: Log;
  clock: Clock;
}

/** The controller of every platform; keeps no state, so that any process answers any event. */
export function createController(options: ControllerOptions): Controller {
  return {
    invoke: (invocation) => invoke(options, invocation),
    act: (event) => act(options, event),
    react: (event) => react(options, event),
    suggest: (actor, path, option, partial) => suggest(options, { actor, path, option, partial }),
    home: (actor) => home(options, actor),
    failureReply({ locale, platform, userId }, error) {
      const incident = randomBytes(4).toString('hex');
      options.log.error({ err: error, incident, platform, userId }, 'an answer failed');
      const t = createTranslator(locale);
      return errorMessage(isOutage(error) ? t('errors.outage') : t('errors.unknown', { incident }));
    },
  };
}

/** Runs what a person asked for in the language that they set, or else their platform's; a refusal is an answer too. */
async function answer<R>(
  { core, clock }: ControllerOptions,
  actor: Actor,
  run: (actor: Actor, t: Translate) => Promise<R>,
): Promise<R | MessageReply> {
  const { locale = actor.locale } = await core.settings(actor);
  const t = createTranslator(locale);
  return orRefusal(() => run({ ...actor, locale }, t), { t, locale, now: clock() });
}

/** Whose request another process took over was told so: nothing is left to say. */
async function unlessTold(run: () => Promise<Reply>): Promise<Reply> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof CoreError && error.is('interrupted')) return { type: 'told' };
    throw error;
  }
}

function invoke(options: ControllerOptions, invocation: Invocation): Promise<Reply> {
  const { actor: asker, path, values, pictures = NO_PICTURES, origin } = invocation;
  const { core, cards, commands } = options;
  return answer(options, asker, async (actor, t) => {
    const executable = findExecutable(commands, path);
    if (executable === undefined) return errorMessage(t('errors.foreign_command', { path }));
    if (isForAdmins(commands, path)) requireAdmin(actor, 'policy');
    const checked = checkArguments(executable.options, values);
    const context = { actor, origin: inLanguage(origin, actor), core, cards, pictures, t, commands };
    return unlessTold(() => executable.run(checked, context));
  });
}

function act(options: ControllerOptions, { actor: asker, id, values, fields, origin }: ActionEvent): Promise<Reply> {
  const { core, cards } = options;
  return answer(options, asker, async (actor, t) => {
    const target = parseActionId(id);
    if (target === null) return errorMessage(t('errors.foreign_action'));
    const context = {
      actor,
      core,
      cards,
      t,
      origin: inLanguage(origin, actor),
      target,
      values,
      fields: Object.keys(fields).length === 0 ? null : fields,
    };
    return unlessTold(() => VERBS[target.verb](context));
  });
}

async function react(
  options: ControllerOptions,
  { actor: asker, message, emoji, isAdded, origin }: ReactionEvent,
): Promise<Reply> {
  const { core, cards } = options;
  const meaning = meaningOf(emoji);
  if (meaning === null) return { type: 'none' };
  const reply = await answer(options, asker, async (actor, t): Promise<Reply> => {
    const generation = await core.findByMessage(actor, message);
    if (generation === null) return { type: 'none' };
    const context = { actor, core, cards, t, origin: inLanguage(origin, actor), isAdded };
    return reactTo(meaning, { ...context, generationId: generation.id });
  });
  // Who takes a reaction off that was refused has been told already.
  return reply.type === 'message' && !isAdded ? { type: 'none' } : reply;
}

async function suggest(
  { core, commands, log }: ControllerOptions,
  { actor, path, option, partial }: { actor: Actor; path: string; option: string; partial: string },
): Promise<Suggestion[]> {
  const spec = findExecutable(commands, path)?.options.find(({ name }) => name === option);
  if (spec?.suggest === undefined || (isForAdmins(commands, path) && !actor.isAdmin)) return [];
  try {
    return (await spec.suggest({ actor, core, partial, commands })).slice(0, MAX_SUGGESTIONS);
  } catch (error) {
    // One can type on without suggestions.
    log.warn({ err: error, path, option }, 'no suggestions');
    return [];
  }
}

function home(options: ControllerOptions, asker: Actor): Promise<MessageReply> {
  const { core, clock } = options;
  return answer(options, asker, async (actor, t) => {
    const [history, savedPins, quota] = await Promise.all([
      core.history(actor, { mine: true, limit: RECENT }),
      core.savedPins(actor),
      core.quota(actor),
    ]);
    return homePanel({ history, savedPins, quota, t, locale: actor.locale, now: clock() });
  });
}

/** Whether the whole command is for admins, what it only shows too; platforms may offer it to others. */
function isForAdmins(commands: readonly CommandSpec[], path: string): boolean {
  const [name] = path.split(' ');
  return commands.some((command) => command.name === name && command.isForAdmins === true);
}

/** The address with the language in which the delivery loop is to write its cards. */
function inLanguage(origin: Origin, { locale }: Actor): Origin {
  return { ...origin, address: { ...origin.address, locale } };
}
