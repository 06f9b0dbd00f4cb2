import { parseCommandText } from '../../../chat/commands/index.js';
import { refusalText } from '../../../chat/errors/index.js';
import { createTranslator } from '../../../chat/i18n/index.js';
import type { Reply } from '../../../chat/replies/index.js';
import type { ReplyContext } from '../deliver/index.js';
import type { HandlerParts } from './parts.js';
import { originOf } from './parts.js';
import { mentionedUsers, readTyped, resolveMention, withNames } from './text-in.js';

/** The command that words without one are for. */
const DEFAULT_COMMAND = 'imagine';

/**
 * Runs what a person typed after a mention or a slash command.
 *
 * @param raw text as Slack sends it
 * @param command slash command of ours that it is for; null when the text itself may name one
 * @param key what keeps a retried event from asking twice
 */
export async function runTyped(
  parts: HandlerParts,
  context: ReplyContext,
  raw: string,
  command: string | null,
  key: string,
): Promise<Reply> {
  const { clock, options, people } = parts;
  const { actor, workspace } = context;
  const { text, names } = readTyped(raw, workspace.botUserId);
  const call = command === null ? text || '/help' : `/${command} ${text}`.trim();
  try {
    const { path, values } = parseCommandText(options.commands, call, DEFAULT_COMMAND, resolveMention);
    const known = new Map(names);
    const unknown = mentionedUsers(text).filter((id) => !known.has(`<@${id}>`));
    await Promise.all(
      unknown.map(async (id) => known.set(`<@${id}>`, `@${(await people.nameOf(workspace, id)) ?? id}`)),
    );
    const readable = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? withNames(value, known) : value,
    ]);
    return await options.controller.invoke({
      actor,
      path,
      values: Object.fromEntries(readable),
      origin: originOf(context, key),
    });
  } catch (error) {
    const words = refusalText(error, { t: createTranslator(actor.locale), locale: actor.locale, now: clock() });
    if (words === null) throw error;
    const blocks = [{ type: 'text' as const, text: words }];
    return { type: 'message', isPrivate: true, isError: true, blocks, pictures: [], actions: [] };
  }
}
