/** Secrets that a URL may leave out: asked for only where the server wants a password and the URL has none. */
const KEPT: ReadonlySet<string> = new Set(['PGPASSWORD', 'PGPASSFILE', 'PGPASS_NO_DEESCAPE']);

/**
 * Takes the settings of PostgreSQL's client library out of this process's environment (`PGHOST`, `PGSSLMODE`,
 * `PGOPTIONS`, …: https://www.postgresql.org/docs/18/libpq-envars.html), which a shell has for other databases. To be
 * called before a connection is made: node-postgres fills in from them whatever a URL leaves out, and some cannot be
 * overruled by any URL. The URL alone says where and how to connect; a password may stay in `PGPASSWORD` or a password
 * file.
 */
// biome-ignore lint/style/noProcessEnv: the library reads them there, and has no switch against it.
export function forgetDatabaseEnvironment(environment: NodeJS.ProcessEnv = process.env): void {
  for (const name of Object.keys(environment)) {
    const known = name.toUpperCase();
    if (known.startsWith('PG') && !KEPT.has(known)) Reflect.deleteProperty(environment, name);
  }
}
