import { afterAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/core/types.js';
import { beside, here, openWorld, somebody } from './support/world.js';

const world = await openWorld(['dreams', 'sketches']);
const { core } = world;
afterAll(() => world.close());

const admin = () => somebody({ isAdmin: true });
const ask = (actor: Actor, more: object = {}) => core.imagine(actor, { prompt: 'a cat', count: 2, ...more }, here());

describe('models that a server allows', () => {
  it('are those that people can choose, and the first or the usual one paints', async () => {
    const boss = admin();
    const ada = beside(boss);
    expect(await core.models(ada)).toMatchObject({ allowed: ['dreams', 'sketches', 'kaleido'], usual: 'dreams' });
    await core.setPolicy(boss, 'space', { models: ['Kaleido', 'sketches'] });
    expect(await core.models(ada)).toMatchObject({ allowed: ['sketches', 'kaleido'], usual: 'sketches' });
    expect((await ask(ada)).generation.settings).toMatchObject({ painter: 'sketches' });
    await core.setPolicy(boss, 'space', { usualModel: 'kaleido' });
    expect((await ask(ada)).generation.settings.painter).toBeUndefined();
    expect((await ask(ada, { model: 'SKETCHES' })).generation.settings.painter).toBe('sketches');
    await expect(ask(ada, { model: 'dreams' })).rejects.toMatchObject({
      code: 'model_refused',
      data: { model: 'dreams', choices: ['sketches', 'kaleido'] },
    });
    await expect(ask(ada, { model: 'x' })).rejects.toMatchObject({
      code: 'bad_value',
      data: { option: 'model', choices: ['sketches', 'kaleido'] },
    });
    expect((await core.quota(ada)).usage).toMatchObject({ images: 6 });
    // What another server does is none of its business.
    expect((await ask(somebody(), { model: 'dreams' })).generation.settings.painter).toBe('dreams');
  });

  it('may be others in a channel, and are none that the host does not have', async () => {
    const boss = admin();
    await core.setPolicy(boss, 'space', { models: ['kaleido'] });
    await core.setPolicy(boss, 'channel', { models: ['dreams'] });
    expect(await core.models(boss)).toMatchObject({ allowed: ['dreams'], usual: 'dreams' });
    expect(await core.models({ ...boss, channelId: 'another' })).toMatchObject({ allowed: ['kaleido'] });
    await expect(core.setPolicy(boss, 'space', { models: ['gone'] })).rejects.toMatchObject({
      code: 'bad_value',
      data: { option: 'allowed', choices: ['dreams', 'sketches', 'kaleido'] },
    });
    await expect(core.setPolicy(boss, 'space', { usualModel: 'sketches' })).rejects.toMatchObject({
      code: 'bad_value',
      data: { option: 'usual', choices: ['kaleido'] },
    });
    await expect(core.setPolicy(beside(boss), 'space', { models: [] })).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('paint what is made of a grid whose model is allowed no more, and say so', async () => {
    const boss = admin();
    const grid = await world.paint(await ask(boss, { model: 'dreams' }));
    const unknown = await core.imagine(boss, { prompt: 'florpity', count: 2 }, here());
    await world.fail(unknown);
    await core.setPolicy(boss, 'space', { models: ['sketches', 'kaleido'] });
    const { settings } = (await core.rerollAll(boss, grid.id, here())).generation;
    expect(settings).toMatchObject({ painter: 'sketches', insteadOf: 'dreams' });
    const varied = await core.variations(boss, grid.id, 0, here());
    expect(varied.generation.settings).toMatchObject({ painter: 'sketches', insteadOf: 'dreams' });
    const again = await core.rerollAll(boss, (await world.paint(varied)).id, here());
    expect(again.generation.settings.insteadOf).toBeUndefined();

    await core.setPolicy(boss, 'space', { usualModel: 'kaleido' });
    const own = (await core.rerollAll(boss, grid.id, here())).generation.settings;
    expect(own).toMatchObject({ insteadOf: 'dreams' });
    expect(own.painter).toBeUndefined();
    // Kaleido itself knows fewer words.
    await expect(core.retry(boss, unknown.generation.id, here())).rejects.toMatchObject({ code: 'nothing_known' });
  });

  it('leave packs to Kaleido', async () => {
    const boss = admin();
    await core.setPolicy(boss, 'space', { models: ['dreams'] });
    const { settings } = (await ask(boss, { moods: 'happy, sad' })).generation;
    expect([settings.painter, settings.insteadOf]).toEqual([undefined, undefined]);
  });
});
