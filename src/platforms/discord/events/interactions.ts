import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import {
  type ArgumentValues,
  type CommandSpec,
  formOfMenu,
  menuOfForm,
  messageMenus,
  valuesOfMenu,
} from '../../../chat/commands/index.js';
import type { AnswerLine, Controller } from '../../../chat/controller/index.js';
import { createTranslator } from '../../../chat/i18n/index.js';
import type { PictureSource } from '../../../chat/pictures/index.js';
import { errorMessage, type Reply } from '../../../chat/replies/index.js';
import { clip, plainLine } from '../../../chat/text/index.js';
import type { Clock, Core, Origin } from '../../../core/index.js';
import { describe, hasCode } from '../client/index.js';
import { type Exchange, keyOf } from '../deliver/index.js';

import { pictureOfMessage } from '../pictures/index.js';
import { LIMITS, MORE_ID } from '../render/index.js';

import {
  acknowledgementOf,
  acknowledgeSilently,
  deferReply,
  deferUpdate,
  isAskedAnew,
  isForChannel,
  isSlow,
  type PrivacyOf,
} from './acknowledge.js';
import { actorOfInteraction } from './actor.js';
import { exchangeOf, fieldsOf, pathOf, valuesOf } from './interaction-input.js';
import { type SendDeps, sendReply } from './send-reply.js';
import { USE_LATENTS_PATH, useLatentsForm, useLatentsValues } from './use-latents.js';

/** What interactions are answered with. */
export interface InteractionDeps extends SendDeps {
  controller: Controller;
  core: Pick<Core, 'findByMessage'>;
  commands: readonly CommandSpec[];
  privacyOf: PrivacyOf;
  pictures: PictureSource;
  line: AnswerLine;
  clock: Clock;
}

/** Codes of an acknowledgement that came too late, or that another process was faster with. */
const TOO_LATE = [10_062, 40_060] as const;

/** Answers one interaction. Never rejects: what breaks is logged and told to the person. */
export async function answerInteraction(deps: InteractionDeps, interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return suggest(deps, interaction);
  const exchange = exchangeOf(interaction, deps.clock(), deps.line.arrived());
  try {
    if (interaction.isChatInputCommand()) await command(deps, interaction, exchange);
    else if (interaction.isMessageContextMenuCommand()) await menu(deps, interaction, exchange);
    else if (interaction.isMessageComponent()) await component(deps, interaction, exchange);
    else if (interaction.isModalSubmit()) await submission(deps, interaction, exchange);
    exchange.debt?.settled();
  } catch (error) {
    await fail(deps, exchange, error);
  } finally {
    exchange.onAcknowledged();
  }
}

async function command(
  deps: InteractionDeps,
  interaction: ChatInputCommandInteraction,
  exchange: Exchange,
): Promise<void> {
  await invoke(deps, exchange, pathOf(interaction), valuesOf(interaction));
}

/** Runs a command, however it was called. */
async function invoke(deps: InteractionDeps, exchange: Exchange, path: string, values: ArgumentValues): Promise<void> {
  const { actor } = exchange;
  const { private: asked } = values;
  const isPrivate = isForChannel(deps.commands, path)
    ? await deps.privacyOf(actor, typeof asked === 'boolean' ? asked : undefined)
    : true;
  await deferReply(deps, exchange, isPrivate);
  await sendReply(
    deps,
    exchange,
    await deps.line.run(() =>
      deps.controller.invoke({ actor, path, values, pictures: deps.pictures, origin: originOf(exchange) }),
    ),
  );
}

/** An entry of a message's menu, by the name that it is registered under. */
async function menu(
  deps: InteractionDeps,
  interaction: MessageContextMenuCommandInteraction,
  exchange: Exchange,
): Promise<void> {
  // In the language that they are registered in, with translations beside.
  const t = createTranslator('en');
  const chosen = messageMenus(deps.commands).find(({ key }) => t(key) === interaction.commandName);
  if (chosen === undefined) return useLatents(deps, interaction, exchange);
  const words = deps.translate(exchange.actor.locale);
  const picture = await pictureOfMessage(interaction.targetMessage, deps.pictures);
  if (picture === undefined) return sendReply(deps, exchange, errorMessage(words('errors.no_picture')));
  const form = formOfMenu(chosen, picture, words);
  if (form !== null) return sendReply(deps, exchange, { type: 'modal', modal: form });
  await invoke(deps, exchange, chosen.path, valuesOfMenu(chosen, picture));
}

/** A form can only be the first response, so the lookup before it is not deferred: it is one row by its key. */
async function useLatents(
  deps: InteractionDeps,
  interaction: MessageContextMenuCommandInteraction,
  exchange: Exchange,
): Promise<void> {
  const { actor } = exchange;
  const t = deps.translate(actor.locale);
  const message = { channelId: exchange.address.channelId, messageId: interaction.targetMessage.id };
  const generation = await deps.core.findByMessage(actor, message);
  const reply: Reply =
    generation === null ? errorMessage(t('discord.no_grid')) : { type: 'modal', modal: useLatentsForm(generation, t) };
  await sendReply(deps, exchange, reply);
}

async function component(
  deps: InteractionDeps,
  interaction: MessageComponentInteraction,
  exchange: Exchange,
): Promise<void> {
  const chosen = interaction.isStringSelectMenu() ? interaction.values : [];
  const isMore = interaction.customId === MORE_ID;
  const id = isMore ? (chosen[0] ?? '') : interaction.customId;
  const isEphemeral = interaction.message.flags.has(MessageFlags.Ephemeral);
  await act(deps, exchange, { id, values: isMore ? [] : chosen, fields: {} }, isEphemeral, false);
}

async function submission(
  deps: InteractionDeps,
  interaction: ModalSubmitInteraction,
  exchange: Exchange,
): Promise<void> {
  const fields = fieldsOf(interaction);
  const path = menuOfForm(interaction.customId);
  if (path !== null) return invoke(deps, exchange, path, fields);
  const values = useLatentsValues(interaction.customId, fields);
  if (values !== null) return invoke(deps, exchange, USE_LATENTS_PATH, values);
  const isEphemeral = interaction.message?.flags.has(MessageFlags.Ephemeral) ?? false;
  await act(deps, exchange, { id: interaction.customId, values: [], fields }, isEphemeral, true);
}

async function act(
  deps: InteractionDeps,
  exchange: Exchange,
  action: { id: string; values: readonly string[]; fields: Readonly<Record<string, string>> },
  isEphemeral: boolean,
  isSubmission: boolean,
): Promise<void> {
  const { actor, source } = exchange;
  const way = acknowledgementOf(action.id, isSubmission);
  if (way === 'update' && source !== null) {
    await deferUpdate(deps, exchange);
    if (exchange.address.interaction !== null) exchange.address.interaction.answer = 'follow-up';
    exchange.address.isPrivate = isEphemeral;
  } else if (way !== 'none') {
    const isPrivate = isAskedAnew(action.id)
      ? await deps.privacyOf(actor, undefined)
      : isEphemeral || (await deps.privacyOf(actor, false));
    await deferReply(deps, exchange, isPrivate);
  }
  const work = () => deps.controller.act({ actor, ...action, message: source, origin: originOf(exchange) });
  // A form is the first response itself, and so is not put behind others.
  const reply = way === 'none' ? work() : deps.line.run(work);
  if (way === 'none' && (await isSlow(reply))) await acknowledgeSilently(deps, exchange);
  await sendReply(deps, exchange, await reply);
}

async function suggest(deps: InteractionDeps, interaction: AutocompleteInteraction): Promise<void> {
  try {
    const { name, value } = interaction.options.getFocused(true);
    const actor = actorOfInteraction(interaction);
    const found = await deps.controller.suggest(actor, pathOf(interaction), name, value);
    const choices = found.slice(0, LIMITS.choices).flatMap(({ value: chosen, label }) =>
      // A longer value cannot be sent whole, and half of one means something else.
      chosen.length > LIMITS.choiceName ? [] : [{ name: clip(plainLine(label), LIMITS.choiceName), value: chosen }],
    );
    await deps.api.suggest(interaction, choices);
  } catch (error) {
    // Nobody waits for suggestions: the next letter asks again.
    deps.log.debug({ problem: describe(error) }, 'Discord: no suggestions');
  }
}

function originOf(exchange: Exchange): Origin {
  return { address: exchange.address, idempotencyKey: keyOf(exchange.ref) };
}

async function fail(deps: InteractionDeps, exchange: Exchange, error: unknown): Promise<void> {
  if (exchange.acknowledged.kind === 'none' && hasCode(error, ...TOO_LATE)) {
    deps.log.warn({ problem: describe(error) }, 'Discord: an interaction was acknowledged too late or twice');
    return;
  }
  try {
    await sendReply(deps, exchange, deps.controller.failureReply(exchange.actor, error));
    exchange.debt?.settled();
  } catch (second) {
    exchange.debt?.broken();
    deps.log.error({ err: second, problem: describe(error) }, 'Discord: a person could not be told of a failure');
  }
}
