import type { types } from '@slack/bolt';
import type { Action, ButtonAction, SelectAction, SelectOption } from '../../../chat/cards/index.js';
import { shorten } from '../../../chat/text/index.js';
import { plain, type SlackBlock } from './blocks.js';

const LABEL = 75;
const PLACEHOLDER = 150;
/** Elements of an actions block. */
const ROW = 25;

const withEmoji = (label: string, emoji: string | undefined): string =>
  shorten([emoji, label].filter(Boolean).join(' '), LABEL) || '–';

function button({ id, label, emoji, style }: ButtonAction): types.Button {
  return {
    type: 'button',
    action_id: id,
    text: plain(withEmoji(label, emoji)),
    ...(style === 'secondary' ? {} : { style }),
  };
}

const option = ({ value, label, emoji }: SelectOption): types.PlainTextOption => ({
  text: plain(withEmoji(label, emoji)),
  value,
});

/** One of many is a plain menu; where nothing or several may be chosen, only a multi-select can say so. */
function select({ id, placeholder, options, min, max }: SelectAction): types.StaticSelect | types.MultiStaticSelect {
  const chosen = options.filter(({ isChosen }) => isChosen).map(option);
  const common = {
    action_id: id,
    placeholder: plain(shorten(placeholder, PLACEHOLDER) || '–'),
    options: options.map(option),
  };
  if (min === 1 && max === 1) {
    return { type: 'static_select', ...common, ...(chosen[0] ? { initial_option: chosen[0] } : {}) };
  }
  return {
    type: 'multi_static_select',
    ...common,
    max_selected_items: max,
    ...(chosen.length > 0 ? { initial_options: chosen } : {}),
  };
}

/**
 * Rows of buttons and menus. Multi-selects stand in sections of their own: not every client shows them among buttons
 * (https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element).
 */
export function actionBlocks(rows: readonly (readonly Action[])[]): SlackBlock[] {
  return rows.flatMap((row) => {
    const elements: (types.Button | types.StaticSelect)[] = [];
    const sections: SlackBlock[] = [];
    for (const action of row) {
      if (action.type === 'button') elements.push(button(action));
      else if (action.options.length > 0) {
        const menu = select(action);
        if (menu.type === 'static_select') elements.push(menu);
        else
          sections.push({ type: 'section', text: plain(shorten(action.placeholder, LABEL) || '–'), accessory: menu });
      }
    }
    const actions: SlackBlock[] = elements.length > 0 ? [{ type: 'actions', elements: elements.slice(0, ROW) }] : [];
    return [...actions, ...sections];
  });
}
