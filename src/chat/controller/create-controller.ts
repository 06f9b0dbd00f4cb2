import { randomBytes } from 'node:crypto';
import { requireAdmin } from '../../core/access/index.js';
import type { Log } from '../../core/basics/index.js';
import type { Actor, Clock, Core, Origin } from '../../core/index.js';

import { type CardBuilder, parseActionId } from '../cards/index.js';

import { type CommandSpec, checkArguments, findExecutable } from '../commands/index.js';

import { createTranslator } from '../i18n/index.js';
import { homePanel } from '../panels/index.js';
import { errorMessage, orRefusal } from '../replies/index.js';
import type { Controller } from './controller.js';
import { meaningOf, reactTo } from './reactions.js';
import { VERBS } from './verbs/index.js';

/** Grids on a home page. */
const RECENT = 10;
/** Discord's limit for suggestions (docs/interactions/application-commands.mdx). */
const MAX_SUGGESTIONS = 25;

export interface ControllerOptions {
  core: Core;
  cards: CardBuilder;
  commands: readonly CommandSpec[];
  log: Log;
  clock: Clock;
}

/** The controller of every platform; keeps no state, so that any process answers any event. */
export function createController({ core, cards, commands, log, clock }: ControllerOptions): Controller {
  /** Runs what a person asked for in the language that they set, or else their platform's; a refusal is an answer too. */
  async function answer<R>(
    actor: Actor,
    run: (actor: Actor, t: ReturnType<typeof createTranslator>) => Promise<R>,
  ): Promise<R | ReturnType<typeof errorMessage>> {
    const { locale = actor.locale } = await core.settings(actor);
    const t = createTranslator(locale);
    return orRefusal(() => run({ ...actor, locale }, t), { t, locale, now: clock() });
  }

  return {
    invoke: ({ actor: asker, path, values, origin }) =>
      answer(asker, async (actor, t) => {
        const executable = findExecutable(commands, path);
        if (executable === undefined) return errorMessage(t('errors.foreign_command', { path }));
        if (isForAdmins(commands, path)) requireAdmin(actor, 'policy');
        const checked = checkArguments(executable.options, values);
        return executable.run(checked, { actor, origin: inLanguage(origin, actor), core, cards, t, commands });
      }),

    act: ({ actor: asker, id, values, fields, origin }) =>
      answer(asker, async (actor, t) => {
        const target = parseActionId(id);
        if (target === null) return errorMessage(t('errors.foreign_action'));
        return VERBS[target.verb]({
          actor,
          core,
          cards,
          t,
          origin: inLanguage(origin, actor),
          target,
          values,
          fields: Object.keys(fields).length === 0 ? null : fields,
        });
      }),

    async react({ actor: asker, message, emoji, isAdded, origin }) {
      const meaning = meaningOf(emoji);
      if (meaning === null) return { type: 'none' };
      const reply = await answer(asker, async (actor, t) => {
        const generation = await core.findByMessage(actor, message);
        if (generation === null) return { type: 'none' as const };
        const context = { actor, core, cards, t, origin: inLanguage(origin, actor), isAdded };
        return reactTo(meaning, { ...context, generationId: generation.id });
      });
      // Who takes a reaction off that was refused has been told already.
      return reply.type === 'message' && !isAdded ? { type: 'none' } : reply;
    },

    async suggest(actor, path, option, partial) {
      const spec = findExecutable(commands, path)?.options.find(({ name }) => name === option);
      if (spec?.suggest === undefined || (isForAdmins(commands, path) && !actor.isAdmin)) return [];
      try {
        return (await spec.suggest({ actor, core, partial, commands })).slice(0, MAX_SUGGESTIONS);
      } catch (error) {
        // One can type on without suggestions.
        log.warn({ err: error, path, option }, 'no suggestions');
        return [];
      }
    },

    home: (asker) =>
      answer(asker, async (actor, t) => {
        const [history, savedPins, quota] = await Promise.all([
          core.history(actor, { mine: true, limit: RECENT }),
          core.savedPins(actor),
          core.quota(actor),
        ]);
        return homePanel({ history, savedPins, quota, t, locale: actor.locale, now: clock() });
      }),

    failureReply(actor, error) {
      const incident = randomBytes(4).toString('hex');
      log.error({ err: error, incident, platform: actor.platform, userId: actor.userId }, 'an answer failed');
      return errorMessage(createTranslator(actor.locale)('errors.unknown', { incident }));
    },
  };
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
