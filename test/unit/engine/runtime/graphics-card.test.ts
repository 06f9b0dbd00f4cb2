import { expect, it } from 'vitest';
import { hasGraphicsCard } from '../../../../src/engine/runtime/graphics-card.js';

const linuxWith = (folders: Readonly<Record<string, readonly string[]>>) =>
  hasGraphicsCard('linux', (folder) => new Map(Object.entries(folders)).get(folder) ?? []);

const CARD = { '/dev/dri': ['card0', 'renderD128'] };

it.each([
  ['a card with its driver', { ...CARD, '/usr/share/vulkan/icd.d': ['radeon_icd.x86_64.json'] }, true],
  ['NVIDIA’s in a container', { '/dev': ['null', 'nvidia0'], '/etc/vulkan/icd.d': ['nvidia_icd.json'] }, true],
  [
    'a card with a driver and software beside it',
    { ...CARD, '/usr/share/vulkan/icd.d': ['lvp_icd.json', 'intel_icd.json'] },
    true,
  ],
  ['nothing', {}, false],
  ['a card without a driver', CARD, false],
  ['software alone', { '/usr/share/vulkan/icd.d': ['lvp_icd.x86_64.json'] }, false],
  [
    'a card, and software in place of its driver',
    { ...CARD, '/usr/share/vulkan/icd.d': ['lvp_icd.x86_64.json', 'vk_swiftshader_icd.json'] },
    false,
  ],
])('on Linux %s: %s', (_, folders, isThere) => {
  expect(linuxWith(folders)).toBe(isThere);
});

it('elsewhere the system brings a way to whatever there is, and the time of a run tells', () => {
  expect(hasGraphicsCard('darwin', () => [])).toBe(true);
});
