import { describe, expect, it } from 'vitest';
import { testsOfChange, testsOfRoom } from '../../../tools/test-files.js';

describe('the tests of a room', () => {
  it('are those that mirror its folder, on every level', () => {
    expect(testsOfRoom('core')).toEqual(['test/unit/core/', 'test/integration/core/']);
    expect(testsOfRoom('jobs')).toEqual(['test/unit/jobs/', 'test/conformance/jobs/']);
    expect(testsOfRoom('commands')).toEqual(['test/unit/commands/']);
  });

  it('are the same however the room is written', () => {
    for (const room of ['src/core/quota', './src/core/quota/', 'core/quota/']) {
      expect(testsOfRoom(room)).toEqual(testsOfRoom('core/quota'));
    }
    expect(testsOfRoom('core/quota')).toContain('test/unit/core/quota/');
    expect(testsOfRoom('src/core/quota/quota.ts')).toEqual(['test/unit/core/quota/quota.test.ts']);
  });

  it('are none where nothing mirrors it', () => {
    expect(testsOfRoom('core/quot')).toEqual([]);
  });
});

describe('the tests of a change', () => {
  it('are the room’s own for a source', () => {
    const found = testsOfChange(['src/core/quota/quota.ts']);
    expect(found).toContain('test/unit/core/quota/quota.test.ts');
    expect(found.filter((path) => path.startsWith('test/e2e/'))).toEqual([]);
  });

  it('are those of the folder around it where it has none of its own', () => {
    expect(testsOfChange(['src/engine/words/languages/de.ts'])).toContain('test/unit/engine/words/fold.test.ts');
  });

  it('are those that name it for what is no source', () => {
    expect(testsOfChange(['docs/commands.md'])).toContain('test/unit/chat/commands/help-markdown.test.ts');
    expect(testsOfChange(['docker-compose.yml'])).toContain('test/unit/containers.test.ts');
  });

  it('are those that stand on a helper that changed', () => {
    expect(testsOfChange(['test/e2e/support/changed-tree.ts'])).toContain('test/unit/extending.test.ts');
    expect(testsOfChange(['test/servers/s3/server.ts'])).not.toEqual([]);
  });

  it('start whole installations only when they changed themselves', () => {
    expect(testsOfChange(['test/e2e/terminal.test.ts'])).toEqual(['test/e2e/terminal.test.ts']);
  });

  it('are as many as a minute allows, the nearest first', () => {
    const found = testsOfChange([
      'test/unit/core/basics/ids.test.ts',
      'test/support/people.ts',
      'test/support/database.ts',
    ]);
    expect(found[0]).toBe('test/unit/core/basics/ids.test.ts');
    expect(found.length).toBeLessThanOrEqual(30);
  });

  it('are not those of files that are gone', () => {
    expect(testsOfChange(['test/unit/core/gone.test.ts', 'src/gone.ts'])).toEqual([]);
  });
});
