import { describe, expect, it } from 'vitest';
import { MORE_ID, renderActions, renderModal } from '../../../../../src/platforms/discord/render/components.js';
import { checkComponents } from '../../../../servers/discord/schemas/component-rules.js';
import { messageComponents } from '../../../../servers/discord/schemas/components.js';
import { modal as modalSchema } from '../../../../servers/discord/schemas/modal.js';
import { button, select, t } from '../support.js';

/** Throws what the loopback Discord would refuse. */
const accepted = (rows: unknown) => checkComponents(messageComponents.parse(rows), false, []);

const buttons = (count: number, from = 0) => Array.from({ length: count }, (_, index) => button(`b${from + index}`));

describe('renderActions', () => {
  it('keeps the rows of a card', () => {
    const rows = renderActions([buttons(5), buttons(2, 5), [select('s')]], t);
    expect(rows.map(({ components }) => components.length)).toEqual([5, 2, 1]);
    accepted(rows);
  });

  it('gives a select a row of its own', () => {
    const rows = renderActions([[button('b0'), select('s'), button('b1')]], t);
    expect(rows.map(({ components }) => components.length)).toEqual([2, 1]);
  });

  it('packs buttons closer when there are too many rows', () => {
    const rows = renderActions([...buttons(6).map((one) => [one]), [select('s')]], t);
    expect(rows.map(({ components }) => components.length)).toEqual([5, 1, 1]);
    accepted(rows);
  });

  it('puts buttons that have no room into one more select, so that each can still be used', () => {
    const rows = renderActions([buttons(24), [select('s')], [select('r')]], t);
    accepted(rows);
    const all = JSON.stringify(rows);
    for (let index = 0; index < 24; index++) expect(all).toContain(`"b${index}"`);
    expect(all).toContain(MORE_ID);
  });

  it('never asks for more choices than there are', () => {
    const rows = renderActions(
      [
        [
          {
            ...select('s'),
            type: 'select',
            min: 3,
            max: 5,
            placeholder: '',
            options: [{ value: 'a', label: '', isChosen: true }],
          },
        ],
      ],
      t,
    );
    accepted(rows);
  });
});

describe('renderModal', () => {
  it('keeps texts within the limits', () => {
    const field = {
      id: 'f',
      label: 'l'.repeat(99),
      value: 'v'.repeat(9000),
      placeholder: 'p'.repeat(200),
      isMultiline: true,
      isRequired: true,
      maxLength: 3000,
    };
    const rendered = modalSchema.parse(
      renderModal({ id: 'm', title: 't'.repeat(99), submitLabel: 'Go', fields: [field] }),
    );
    expect(rendered.components).toHaveLength(1);
  });
});
