export {
  type ActionTarget,
  type ActionVerb,
  fitsAction,
  formatActionId,
  opensModal,
  parseActionId,
} from './action-id.js';
export { button } from './actions.js';
export type {
  Action,
  ButtonAction,
  Card,
  CardCell,
  CardLatent,
  CardPicture,
  Modal,
  SelectAction,
  SelectOption,
} from './card.js';
export { type CardBuilder, createCardBuilder } from './card-builder.js';
export { kindsOf, pinKindMenu } from './menus.js';
export { isSamePin, parsePinCode } from './pin-code.js';
export { formatPromptCode, readPromptCode } from './prompt-code.js';
export { promptNoticeText } from './prompt-notices.js';
