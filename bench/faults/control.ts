import pg from 'pg';

/**
 * Points between which a grid's work can be held: the plan is made and is to be noted; the pictures are stored and that
 * is to be noted.
 */
export type Gate = 'planning' | 'storing';

/** Keys of PostgreSQL's advisory locks, which nothing else here takes. */
const LOCKS: Readonly<Record<Gate, number>> = { planning: 770_001, storing: 770_002 };

const GATES = `
  CREATE OR REPLACE FUNCTION fault_gate() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.status = 'planning' AND NEW.status = 'painting' THEN PERFORM pg_advisory_xact_lock_shared(${LOCKS.planning});
    ELSIF OLD.status <> 'done' AND NEW.status = 'done' THEN PERFORM pg_advisory_xact_lock_shared(${LOCKS.storing});
    END IF;
    RETURN NEW;
  END $$;
  CREATE OR REPLACE TRIGGER fault_gate BEFORE UPDATE OF status ON generation FOR EACH ROW EXECUTE FUNCTION fault_gate();`;

/** The database past the services: looked at, and held up. */
export class Control {
  #client: pg.Client | null = null;
  readonly url: () => Promise<string>;

  /** @param url asked for whenever a connection is opened */
  constructor(url: () => Promise<string>) {
    this.url = url;
  }

  /** @returns null while the database is away */
  async query(sql: string): Promise<Record<string, unknown>[] | null> {
    try {
      this.#client ??= await this.#connect();
      return (await this.#client.query(sql)).rows;
    } catch {
      await this.close();
      return null;
    }
  }

  async has(sql: string): Promise<boolean> {
    return ((await this.query(sql)) ?? []).length > 0;
  }

  /** Holds work at a gate from now on. */
  async hold(gate: Gate): Promise<void> {
    await this.query(GATES);
    await this.query(`SELECT pg_advisory_lock(${LOCKS[gate]})`);
  }

  async letGo(): Promise<void> {
    await this.query('SELECT pg_advisory_unlock_all()');
  }

  /** Whether somebody waits at a gate. */
  isAt(gate: Gate): Promise<boolean> {
    return this.has(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = ${LOCKS[gate]} AND NOT granted`);
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: await this.url(), connectionTimeoutMillis: 2_000 });
    client.on('error', () => {
      this.#client = null;
    });
    await client.connect();
    return client;
  }
}
