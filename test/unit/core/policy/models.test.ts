import { expect, it } from 'vitest';
import { modelNamed, modelsIn, painterCalled } from '../../../../src/core/policy/models.js';

const painters = ['dreams', 'sketches'];

it('are all of the host’s where nothing is set, Kaleido itself the last, and none where it paints alone', () => {
  const all = ['dreams', 'sketches', 'kaleido'];
  expect(modelsIn({ painters }, { models: [], usualModel: '' })).toEqual({
    offered: all,
    allowed: all,
    usual: 'dreams',
  });
  expect(modelsIn({}, { models: ['dreams'], usualModel: 'dreams' })).toEqual({
    offered: [],
    allowed: [],
    usual: 'kaleido',
  });
});

it('are those that are set, as far as the host has them, and the usual one is one of them', () => {
  const choice = (models: string[], usualModel = '') => {
    const { allowed, usual } = modelsIn({ painters }, { models, usualModel });
    return [allowed, usual];
  };
  expect(choice(['kaleido', 'sketches'])).toEqual([['sketches', 'kaleido'], 'sketches']);
  expect(choice(['kaleido', 'sketches'], 'kaleido')).toEqual([['sketches', 'kaleido'], 'kaleido']);
  expect(choice(['kaleido', 'sketches'], 'dreams')).toEqual([['sketches', 'kaleido'], 'sketches']);
  expect(choice(['gone'], 'gone')).toEqual([['kaleido'], 'kaleido']);
});

it('are named in any case', () => {
  expect(modelNamed(' DREAMS ', painters)).toBe('dreams');
  expect(modelNamed('constructor', painters)).toBeUndefined();
  expect([painterCalled('kaleido'), painterCalled('dreams')]).toEqual([undefined, 'dreams']);
});
