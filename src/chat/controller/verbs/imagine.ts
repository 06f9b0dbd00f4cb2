import { readPromptCode } from '../../cards/index.js';
import { acceptedReply, errorMessage } from '../../replies/index.js';
import type { ActionHandler } from '../action-context.js';

/** Asks for the prompt that the button says, as anybody could who types it. */
export const imagine: ActionHandler = async (context) => {
  const { actor, core, origin, target, t } = context;
  const prompt = readPromptCode(target.generationId);
  if (prompt === null) return errorMessage(t('errors.foreign_action'));
  return acceptedReply(context, await core.imagine(actor, { prompt }, origin));
};
