import { expect, it } from 'vitest';
import { generationIdOf, jobIdOf, readPayload } from '../../../src/jobs/job-types.js';

it('gives each generation a job id of its own that never reads as a number', () => {
  expect(generationIdOf(jobIdOf('123456789012'))).toBe('123456789012');
  expect(Number.isNaN(Number(jobIdOf('123456789012')))).toBe(true);
});

it('reads nothing in a payload that names no generation', () => {
  expect(readPayload({ generationId: 'a', userKey: 'u', later: 1 })).toEqual({ generationId: 'a', userKey: 'u' });
  for (const junk of [{ userKey: 'u' }, null, 'a', [], { generationId: '', userKey: 'u' }]) {
    expect(readPayload(junk)).toBeNull();
  }
});
