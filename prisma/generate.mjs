// Makes the database client from schema.prisma. Only migrating needs Prisma's schema engine, which it would download; naming
// any program as the engine keeps it from that, on every system.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const packageFile = createRequire(import.meta.url).resolve('prisma/package.json');
const main = join(dirname(packageFile), 'build', 'index.js');
const { status } = spawnSync(process.execPath, [main, 'generate'], {
  stdio: 'inherit',
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' },
});
process.exitCode = status ?? 1;
