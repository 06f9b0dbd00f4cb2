import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLog } from '../../../src/app/log.js';

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
