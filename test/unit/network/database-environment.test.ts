import { expect, it } from 'vitest';
import { forgetDatabaseEnvironment } from '../../../src/network/database-environment.js';

it('forgets what a shell has for other databases, but neither passwords nor anything else', () => {
  const kept = { PATH: '/bin', PAGER: 'less', PGPASSWORD: 'y', PGPASSFILE: '/x' };
  const environment: NodeJS.ProcessEnv = {
    ...kept,
    PGHOST: 'x',
    PGSSLMODE: 'require',
    PgOptions: '-c a=b',
    PGBINARY: '1',
  };
  forgetDatabaseEnvironment(environment);
  expect(environment).toEqual(kept);
});
