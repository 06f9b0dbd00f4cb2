import type { Modal } from '../cards/index.js';
import type { MessageKey } from '../i18n/en/index.js';
import type { Translate } from '../i18n/index.js';
import { findExecutable } from './arguments.js';
import type { ArgumentValues, CommandSpec, Executable, OptionSpec } from './command.js';
import { executablesOf, optionText } from './command-texts.js';

/** An entry of the menu that every message of a chat has: a command that takes the message's picture. */
export interface MessageMenu {
  path: string;
  executable: Executable;
  /** What people read. */
  key: MessageKey;
}

const PREFIX = 'menu:';
/** Slack's longest label; Discord's may be longer. */
const LONGEST_LABEL = 45;
const LONGEST_VALUE = 3000;

/** The entries of messages' menus. */
export function messageMenus(commands: readonly CommandSpec[]): MessageMenu[] {
  return commands
    .flatMap(executablesOf)
    .flatMap(({ path, executable }) =>
      executable.messageMenu === undefined ? [] : [{ path, executable, key: executable.messageMenu }],
    );
}

/**
 * The form that asks for what the command needs besides the picture; null where it needs nothing.
 * @param picture as the platform's source of pictures takes it; it stands in the form, which is all that is kept of it
 */
export function formOfMenu({ path, executable, key }: MessageMenu, picture: string, t: Translate): Modal | null {
  const asked = executable.options.filter(({ isRequired, type }) => isRequired && type !== 'picture');
  if (asked.length === 0) return null;
  const fields = [...asked, pictureOption(executable)].map((option) => ({
    id: option.name,
    label: optionText(t, path, option.name).slice(0, LONGEST_LABEL),
    value: option.type === 'picture' ? picture : '',
    placeholder: '',
    isMultiline: false,
    isRequired: true,
    maxLength: option.type === 'text' ? Math.min(option.maxLength, LONGEST_VALUE) : LONGEST_VALUE,
  }));
  return { id: PREFIX + path.replaceAll(' ', '.'), title: t(key), submitLabel: t('modal.submit'), fields };
}

/** What calls the command of a menu without a form. */
export function valuesOfMenu({ executable }: MessageMenu, picture: string): ArgumentValues {
  return { [pictureOption(executable).name]: picture };
}

/** The path of the command that a submitted form is for; null when it is no form of a menu. */
export function menuOfForm(id: string): string | null {
  return id.startsWith(PREFIX) ? id.slice(PREFIX.length).replaceAll('.', ' ') : null;
}

/** The values of a call whose message has a picture: the first option for one takes it, unless something is given. */
export function withAttached(
  commands: readonly CommandSpec[],
  path: string,
  values: ArgumentValues,
  picture: string | undefined,
): ArgumentValues {
  const options = findExecutable(commands, path)?.options ?? [];
  const name = options.find(({ type }) => type === 'picture')?.name;
  return picture === undefined || name === undefined || Object.hasOwn(values, name)
    ? values
    : { ...values, [name]: picture };
}

function pictureOption({ options }: Executable): OptionSpec {
  return options.find(({ type }) => type === 'picture')!;
}
