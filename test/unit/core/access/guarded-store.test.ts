import { describe, expectTypeOf, it } from 'vitest';
import type { GuardedGenerations, Opened } from '../../../../src/core/access/guarded-store.js';
import type { CoreDeps } from '../../../../src/core/deps.js';
import type { Generation } from '../../../../src/core/types.js';

type First<K extends keyof GuardedGenerations> = GuardedGenerations[K] extends (
  first: infer F,
  ...rest: never
) => unknown
  ? F
  : never;

describe('the store of the use cases', () => {
  it('has no way to a grid but by what a person may do with it', () => {
    expectTypeOf<CoreDeps['store']['generations']>().toEqualTypeOf<GuardedGenerations>();
    expectTypeOf<Extract<keyof GuardedGenerations, 'find' | 'findByMessage' | 'begin' | 'finish'>>().toBeNever();
    expectTypeOf<CoreDeps['store']>().not.toHaveProperty('deliveries');
  });

  it('changes nothing that was not opened for that', () => {
    expectTypeOf<Generation>().not.toExtend<First<'pins'>>();
    expectTypeOf<Opened>().toExtend<First<'pins'>>();
    expectTypeOf<Opened>().not.toExtend<First<'delete'>>();
    expectTypeOf<Opened<'pin'>>().not.toExtend<First<'delete'>>();
    expectTypeOf<Opened<'delete'>>().toExtend<First<'delete'>>();
    expectTypeOf<Opened<'make'>>().not.toExtend<First<'vote'>>();
    expectTypeOf<Opened<'see'>>().not.toExtend<NonNullable<Parameters<GuardedGenerations['accept']>[0]['parent']>>();
  });
});
