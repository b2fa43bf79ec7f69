import { once } from 'node:events';
import { sql } from 'kysely';
import { openPostgres, openSqlite } from '../../src/platform/db/database.ts';
import { fromJson } from '../../src/platform/json.ts';
import type { PythonEnvironment } from './python-environment.ts';

/** What a server asks of its database before it acknowledges, as its own connection answers. */
export interface Durability {
  /** SQLite: 0 to 3, FULL is 2. PostgreSQL: 1 where the log is on the disk before a commit is answered, else 0. */
  level: number;
  /** as the database names its settings */
  told: string;
}

interface Settings {
  journal?: string;
  synchronous?: number;
  fsync?: string;
  commit?: string;
}

/** Of the connections that MLflow opens: it is asked for its own engine on this database. */
export async function durabilityOfMlflow(environment: PythonEnvironment, databaseUrl: string): Promise<Durability> {
  const program = `
import json, sys
from sqlalchemy import text
from mlflow.store.db.utils import create_sqlalchemy_engine
with create_sqlalchemy_engine(sys.argv[1]).connect() as on:
    ask = lambda what: on.execute(text(what)).scalar()
    print(json.dumps(
        {"journal": ask("PRAGMA journal_mode"), "synchronous": ask("PRAGMA synchronous")}
        if on.dialect.name == "sqlite"
        else {"fsync": ask("SHOW fsync"), "commit": ask("SHOW synchronous_commit")}
    ))`;
  const child = environment.start(['-c', program, databaseUrl]);
  let [said, mistakes] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (mistakes += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`the engine of MLflow did not answer:\n${mistakes}`);
  return durabilityOf(fromJson<Settings>(said));
}

/** Of the connection on which Peil writes. */
export async function durabilityOfPeil(place: { path: string } | { url: string }): Promise<Durability> {
  const database = 'path' in place ? await openSqlite(place) : await openPostgres(place.url);
  const ask = async (what: string): Promise<unknown> => {
    const { rows } = await sql<Record<string, unknown>>`${sql.raw(what)}`.execute(database.writer);
    return Object.values(rows[0] ?? {})[0];
  };
  try {
    return durabilityOf(
      'path' in place
        ? { journal: String(await ask('pragma journal_mode')), synchronous: Number(await ask('pragma synchronous')) }
        : { fsync: String(await ask('show fsync')), commit: String(await ask('show synchronous_commit')) },
    );
  } finally {
    await database.close();
  }
}

function durabilityOf({ journal, synchronous, fsync, commit }: Settings): Durability {
  if (journal !== undefined && synchronous !== undefined)
    return { level: synchronous, told: `journal_mode ${journal}, synchronous` };
  return { level: fsync === 'on' && commit === 'on' ? 1 : 0, told: `fsync ${fsync}, synchronous_commit ${commit}` };
}
