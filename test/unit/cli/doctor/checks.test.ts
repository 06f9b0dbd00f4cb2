import { describe, expect, it } from 'vitest';
import { checkMachine, checkNode, checkWords } from '../../../../src/cli/doctor/checks.js';

describe('checkNode', () => {
  it.each([
    ['20.19.0', 'ok'],
    ['20.20.2', 'ok'],
    ['22.1.0', 'ok'],
    ['20.18.1', 'failed'],
    ['18.20.0', 'failed'],
  ])('finds %s %s', (version, status) => expect(checkNode(version).status).toBe(status));

  it('says what to install', () => expect(checkNode('18.0.0').remedy).toContain('20.19'));
});

describe('checkMachine', () => {
  it('notes when memory is short', () => {
    expect(checkMachine(2, 2 ** 28)).toMatchObject({ status: 'note', remedy: expect.any(String) });
    expect(checkMachine(2, 2 ** 32)).toMatchObject({ status: 'ok', text: expect.stringContaining('2 threads') });
  });
});

describe('checkWords', () => {
  it('counts what the tables have', () => {
    expect(checkWords()).toEqual({
      status: 'ok',
      text: expect.stringMatching(/^words: \d{4} emoji, \d{5,} names, \d{5,} kinds of things$/),
    });
  });
});
