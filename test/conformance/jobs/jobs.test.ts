import { describe } from 'vitest';
import { hasRedis, startPostgres, startRedis } from './servers.js';
import { jobsConformance } from './suite.js';

describe('jobs on PostgreSQL', () => jobsConformance(startPostgres));
describe.skipIf(!hasRedis())('jobs on Redis (needs TEST_REDIS_URL or a redis-server binary)', () =>
  jobsConformance(startRedis),
);
