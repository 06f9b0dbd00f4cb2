import { expect, it } from 'vitest';
import { licenceOf } from '../../../../src/engine/painters/licences.js';

it('is told of models by what files, folders and exports are called, and of others by nobody', () => {
  expect(licenceOf('v1-5-pruned-emaonly.safetensors')).toBe('CreativeML Open RAIL-M');
  expect(licenceOf('/models/mine', 'stabilityai/sd-turbo')).toBe('Stability AI Non-Commercial Community License');
  expect([licenceOf('sd_xl_turbo_1.0.safetensors'), licenceOf('models/sdxl-turbo')]).toEqual([
    'Stability AI Community License',
    'Stability AI Community License',
  ]);
  expect([licenceOf('dreams'), licenceOf()]).toEqual([null, null]);
});
