import { describe, expect, it } from 'vitest';
import { requireAdmin } from '../../../../src/core/access/permissions.js';
import { actorOf } from '../../../support/people.js';

describe('what belongs to admins', () => {
  it('is refused to moderators and everybody else', () => {
    expect(() => requireAdmin(actorOf({ isAdmin: true }), 'quota')).not.toThrow();
    expect(() => requireAdmin(actorOf({ isModerator: true }), 'quota')).toThrow(
      expect.objectContaining({ code: 'not_allowed', data: { action: 'quota' } }),
    );
  });

  it('is of a space: outside of one it is refused to admins too, in other words', () => {
    for (const place of ['direct', 'guest'] as const) {
      expect(() => requireAdmin(actorOf({ spaceId: null, place, isAdmin: true }), 'policy')).toThrow(
        expect.objectContaining({ code: 'no_space_here', data: { action: 'policy' } }),
      );
    }
  });
});
