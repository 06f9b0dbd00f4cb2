import { describe, expect, it } from 'vitest';
import { formatActionId } from '../../../../../src/chat/cards/action-id.js';
import { expressionName } from '../../../../../src/platforms/discord/deliver/upload.js';
import { acknowledgementOf, isForChannel } from '../../../../../src/platforms/discord/events/acknowledge.js';
import { commands } from '../../../commands/support/commands.js';

const id = '0123456789ab';

describe('acknowledgementOf', () => {
  it.each([
    [formatActionId('reroll-all', id), false, 'reply'],
    [formatActionId('reroll', id, 1), false, 'reply'],
    [formatActionId('pins', id), false, 'update'],
    [formatActionId('deliver', id, 1), false, 'update'],
    [formatActionId('edit', id, 1, 'palette'), false, 'none'],
    [formatActionId('edit', id, 1, 'palette'), true, 'reply'],
    [formatActionId('emoji', id, 1), false, 'none'],
    [formatActionId('emoji', id, 1), true, 'update'],
    ['of another bot', false, 'update'],
  ] as const)('of %s (submitted: %s) is %s', (action, isSubmission, way) => {
    expect(acknowledgementOf(action, isSubmission)).toBe(way);
  });
});

describe('isForChannel', () => {
  it.each([
    ['imagine', true],
    ['latents use', true],
    ['latents show', false],
    ['quota set', false],
    ['unheard of', false],
  ])('of %s is %s', (path, isPublic) => expect(isForChannel(commands, path)).toBe(isPublic));
});

describe('expressionName', () => {
  it.each([
    ['a cat & a pizza', 'a_cat_a_pizza'],
    ['cafés', 'cafes'],
    ['猫', 'kaleido'],
    ['x', 'kaleido'],
    ['x'.repeat(50), 'x'.repeat(32)],
  ])('of %s is %s', (wanted, name) => expect(expressionName(wanted, 32)).toBe(name));
});
