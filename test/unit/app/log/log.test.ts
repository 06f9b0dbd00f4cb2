import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../../../src/app/log/log.js';
import { hideSecret } from '../../../../src/secrets.js';

async function logged(logPrompts: boolean, facts: object): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'kaleido-log-')), 'deep', 'kaleido.log');
  createLog({ logLevel: 'info', logPrompts }, file).info(facts, 'accepted');
  return readFile(file, 'utf8');
}

const facts = {
  id: 'k7f3',
  prompt: 'my secret cat',
  generation: { id: 'k7f3', prompt: 'my secret cat' },
  err: Object.assign(new Error('refused'), { config: { headers: { authorization: 'Bot abc' } } }),
  token: 'xoxb-1',
};

describe('the log', () => {
  it('is one JSON object a line and leaves out prompts', async () => {
    const line = await logged(false, facts);
    expect(JSON.parse(line)).toMatchObject({ msg: 'accepted', id: 'k7f3', generation: { id: 'k7f3' } });
    expect(line).not.toContain('secret cat');
  });

  it('has prompts when the host asks for them, and never a token', async () => {
    const line = await logged(true, facts);
    expect(line).toContain('my secret cat');
    expect(line).not.toContain('xoxb-1');
    expect(line).not.toContain('Bot abc');
  });
});

describe('facts of any kind', () => {
  const cycle: Record<string, unknown> = { name: 'a' };
  cycle.self = cycle;
  const hostile = {
    get id(): string {
      throw new Error('unreadable');
    },
    toJSON() {
      throw new Error('unwritable');
    },
  };
  it.each([
    ['a cycle', { cycle }],
    ['what throws when it is read', { hostile }],
    ['an error that is a text', { err: 'text' }],
    ['nothing', { err: undefined }],
    ['a proxy without a target', { err: Proxy.revocable({}, {}).proxy }],
    ['numbers that JSON lacks', { big: 10n ** 30n, none: Number.NaN }],
    ['bytes', { bytes: new Uint8Array(1e6) }],
  ])('are written: %s', async (_, odd) => {
    expect(JSON.parse(await logged(false, { id: 'k7f3', ...odd }))).toMatchObject({ id: 'k7f3', msg: 'accepted' });
  });

  it('are cut where they are long', async () => {
    const line = await logged(false, { long: 'a'.repeat(100_000), err: new Error('b'.repeat(100_000)) });
    expect(line.length).toBeLessThan(15_000);
  });

  it('lose secrets and prompts at any depth, in causes and in texts', async () => {
    hideSecret('correct horse battery');
    const cause = Object.assign(new Error('connect to postgres://u:correct%20horse%20battery@db'), {
      request: { headers: { authorization: 'Bot abc' } },
    });
    const err = new Error('"correct horse battery" was refused', { cause: new Error('again', { cause }) });
    const line = await logged(false, { err, a: { b: { c: { d: { prompt: 'a cat', headers: { cookie: 'x' } } } } } });
    expect(line).toContain('was refused');
    expect(line).toContain('connect to postgres://u:[secret]@db');
    for (const told of ['correct', 'battery', 'Bot abc', 'a cat', 'cookie']) expect(line).not.toContain(told);
  });
});
