import type { RawBuilder } from 'kysely';
import { toJson } from '../json.ts';
import type { AnyDb } from './database.ts';

interface Asking {
  now: Promise<readonly unknown[]>;
  /** what those wait for who asked since */
  next: Promise<readonly unknown[]> | null;
}

const asked = new WeakMap<AnyDb, Map<string, Asking>>();

/**
 * The very same question of several at a time is asked once: everybody who looks at a page asks again in the moment that something
 * changes. Who asks while it is under way waits for the next asking, which begins after they asked: nobody is told what was only true
 * before. For reading outside transactions; the rows are shared, so nobody changes them.
 * @example const marks = await askTogether(ctx.db, sql<RunMark>`select id, revision from run where ...`)
 */
export function askTogether<Row>(db: AnyDb, question: RawBuilder<Row>): Promise<readonly Readonly<Row>[]> {
  const query = question.compile(db);
  const key = `${query.sql} ${toJson(query.parameters.map(told))}`;
  const all = asked.get(db) ?? new Map<string, Asking>();
  asked.set(db, all);
  const begin = (): Promise<readonly Row[]> => {
    const now = db.executeQuery(query).then(({ rows }) => rows);
    const asking: Asking = { now, next: null };
    all.set(key, asking);
    const end = () => {
      if (asking.next === null) all.delete(key);
    };
    now.then(end, end);
    return now;
  };
  const asking = all.get(key);
  if (!asking) return begin();
  asking.next ??= asking.now.then(begin, begin);
  return asking.next as Promise<readonly Row[]>;
}

/** JSON knows no infinity: without this those above and below, and what is not given, would be one question. No parameter is an object. */
const told = (value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? { number: String(value) } : value;
