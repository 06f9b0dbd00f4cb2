export { parseCommandText, type ResolveMention } from './argument-text.js';
export { checkArguments, findExecutable } from './arguments.js';
export type { ArgumentValues, CommandContext, CommandSpec, Executable, OptionSpec, SuggestContext } from './command.js';
export { commandsChecked } from './command-check.js';
export { commandOfCell } from './command-of-cell.js';
export { commandKey, defaultOf, optionKey, optionText, shownOptions } from './command-texts.js';
export {
  CELL,
  KIND,
  KINDS,
  listOf,
  PRIVATE,
  PROMPT,
  readKinds,
  samplerOf,
  splitPins,
  toIndex,
} from './common-options.js';
export { cellIndex, findGeneration, gridToUse, ID, REQUIRED_ID, toId } from './generation-option.js';
export { helpOfAll, helpOfCommand } from './help.js';
export { formOfMenu, type MessageMenu, menuOfForm, messageMenus, valuesOfMenu, withAttached } from './message-menu.js';
export {
  matching,
  type Suggestion,
  suggestModels,
  suggestOwnThings,
  suggestPins,
  suggestSavedPins,
  suggestThings,
} from './suggestions.js';
export { readValues, type Values } from './values.js';
