import { afterAll, expect, it } from 'vitest';
import type { MessageReply } from '../../../src/chat/replies/reply.js';
import { controllerOf } from '../chat/support/controller-of.js';
import { beside, here, openWorld, somebody } from './support/world.js';

const prices = { unit: 'USD', engine: 40, models: new Map([['sketches', 1]]) };
const world = await openWorld(['dreams', 'sketches'], prices);
const { core } = world;
afterAll(() => world.close());

it('pictures of an engine cost what the host says, once, and what is not painted is paid back', async () => {
  const boss = somebody({ isAdmin: true, locale: 'en' });
  const ada = beside(boss);
  const ask = (more: object = {}) => core.imagine(ada, { prompt: 'a cat', count: 3, ...more }, here());
  const spent = async () => (await core.quota(ada)).usage.cost;
  const [dreamt] = [await ask(), await ask({ model: 'kaleido' }), await ask({ isPlanOnly: true })];
  expect(await spent()).toBe(120);
  await ask({ model: 'sketches' });
  expect(await spent()).toBe(123);
  await core.setQuota(boss, { subject: 'default', subjectId: '', costPerDay: 130 });
  await expect(ask({ count: 1 })).rejects.toMatchObject({
    code: 'quota_exceeded',
    data: { limit: 'costPerDay', allowed: 0.13, used: 0.123, unit: 'USD' },
  });
  await ask({ count: 7, model: 'sketches' });
  await world.fail(dreamt!);
  expect(await spent()).toBe(10);

  const controller = controllerOf(world, ['dreams', 'sketches']);
  const say = async (path: string, values: Record<string, number> = {}) =>
    JSON.stringify((await controller.invoke({ actor: boss, path, values, origin: here() })) as MessageReply);
  expect(await say('quota set', { cost: 2.5 })).toContain('for 2.50 USD a day');
  expect((await core.quotaPolicies(boss))[0]).toMatchObject({ costPerDay: 2500 });
  expect(await say('quota show')).toMatch(/"Spent","value":"0 USD".*for 2.50 USD a day/);
  expect(await say('admin audit')).toContain('for 0.13 USD a day');
});
