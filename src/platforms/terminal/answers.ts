import type { Modal } from '../../chat/cards/index.js';
import type { Translate } from '../../chat/i18n/index.js';
import type { Reply } from '../../chat/replies/index.js';
import { plainLine } from '../../chat/text/index.js';
import { setOwnValue } from '../../engine/basics/index.js';
import type { Pages } from './pages.js';
import type { Prompt } from './prompt.js';
import type { Running } from './running.js';

/** What a form was filled with, by the ids of its fields; null when the input ended meanwhile. */
export type Filled = Readonly<Record<string, string>> | null;

/**
 * Prints the controller's replies, but for forms.
 * @throws when something cannot be printed
 */
export async function printReply(
  reply: Exclude<Reply, { type: 'modal' }>,
  { prompt, pages, running }: { prompt: Prompt; pages: Pages; running: Running },
): Promise<void> {
  switch (reply.type) {
    case 'accepted': {
      const { generationId, status, notices } = reply.card;
      running.began(generationId);
      const lines = [status ?? '', ...notices].filter((line) => line !== '');
      return prompt.print(lines.map(plainLine).join('\n'));
    }
    case 'card':
      return pages.card(reply.card, false);
    case 'message':
      return pages.message(reply);
    case 'remove':
      return prompt.print(plainLine(reply.text));
    case 'none':
    case 'told':
      return;
  }
}

/** Asks for the fields of a form one by one; an empty answer is the value that stands there, a dash takes it away. */
export async function fillForm({ title, fields }: Modal, prompt: Prompt, t: Translate): Promise<Filled> {
  prompt.print(`${plainLine(title)}\n${t('terminal.form')}`);
  const filled: Record<string, string> = {};
  for (const { id, label, value, placeholder, maxLength } of fields) {
    const hint = value === '' ? placeholder : value;
    const question = `${plainLine(label)}${hint === '' ? '' : ` (${plainLine(hint)})`}:`;
    const line = await prompt.ask(question, plainLine(value));
    if (line === null) return null;
    const given = prompt.isPrefilled || line !== '' ? line : value;
    setOwnValue(filled, id, given.trim() === '-' ? '' : given.slice(0, maxLength));
  }
  return filled;
}
