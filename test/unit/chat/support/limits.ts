import { expect } from 'vitest';
import { parseActionId } from '../../../../src/chat/cards/action-id.js';
import type { Action, Modal } from '../../../../src/chat/cards/card.js';

/** What Discord's legacy components and Slack's blocks both take. */
export function expectActionsToFit(rows: readonly (readonly Action[])[]): void {
  expect(rows.length).toBeLessThanOrEqual(5);
  const ids = rows.flat().map(({ id }) => id);
  expect(new Set(ids).size, `ids ${ids}`).toBe(ids.length);
  for (const row of rows) {
    expect(row.length).toBeGreaterThan(0);
    expect(row.length).toBeLessThanOrEqual(5);
    if (row.some(({ type }) => type === 'select')) expect(row).toHaveLength(1);
    row.forEach(expectActionToFit);
  }
}

function expectActionToFit(action: Action): void {
  expect(action.id.length).toBeLessThanOrEqual(100);
  expect(parseActionId(action.id), action.id).not.toBeNull();
  if (action.type === 'button') {
    expect(action.label.length).toBeLessThanOrEqual(75);
    expect(action.label.length + (action.emoji?.length ?? 0)).toBeGreaterThan(0);
    return;
  }
  const { options, min, max, placeholder } = action;
  expect(placeholder.length).toBeGreaterThan(0);
  expect(placeholder.length).toBeLessThanOrEqual(100);
  expect(options.length).toBeGreaterThan(0);
  expect(options.length).toBeLessThanOrEqual(25);
  expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
  expect(min).toBeGreaterThanOrEqual(0);
  expect(max).toBeGreaterThanOrEqual(Math.max(1, min));
  expect(max).toBeLessThanOrEqual(options.length);
  for (const { value, label } of options) {
    expect(value.length).toBeGreaterThan(0);
    expect(value.length).toBeLessThanOrEqual(75);
    expect(label.length).toBeGreaterThan(0);
    expect(label.length).toBeLessThanOrEqual(75);
  }
}

/** What Discord's and Slack's modals both take. */
export function expectModalToFit({ id, title, submitLabel, fields }: Modal): void {
  expect(id.length).toBeLessThanOrEqual(100);
  expect(title.length).toBeGreaterThan(0);
  expect(title.length).toBeLessThanOrEqual(24);
  expect(submitLabel.length).toBeGreaterThan(0);
  expect(fields.length).toBeGreaterThan(0);
  expect(fields.length).toBeLessThanOrEqual(5);
  for (const field of fields) {
    expect(field.label.length).toBeGreaterThan(0);
    expect(field.label.length).toBeLessThanOrEqual(45);
    expect(field.placeholder.length).toBeLessThanOrEqual(100);
    expect(field.maxLength).toBeLessThanOrEqual(3000);
    expect(field.value.length).toBeLessThanOrEqual(field.maxLength);
  }
}
