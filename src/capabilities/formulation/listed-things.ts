import type { Kysely } from 'kysely';
import { change, type Happened, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import type { AppError } from '../../platform/errors/app-error.ts';
import { newId } from '../../platform/ids.ts';
import { formulationErrors } from './errors.ts';
import { lockForWriting } from './lock-problem.ts';
import { nextPosition, refuseMore, refuseOtherIds } from './positions.ts';
import { refuseStale } from '../../platform/errors/refuse-stale.ts';

/** What a list within a problem has by itself; the other columns are texts of its own. */
interface ListedRow {
  id: string;
  problem_id: string;
  position: number;
  version: number;
  removed_at: number | null;
}

interface ListedKind<Fields extends object> {
  /** also the area of its events: `data_requirement.created` */
  table: 'data_requirement' | 'alternative';
  notFound: (given: { id: string }) => AppError;
  toColumns: (fields: Fields) => Record<string, string>;
  toFields: (row: Record<string, unknown>) => Fields;
}

export type Listed<Fields> = Fields & { id: string; position: number; version: number };

interface Place {
  problemId: string;
  id: string;
}

/** Only this file writes these tables, by names that are its own. */
const listedDb = (db: AnyDb) => db as unknown as Kysely<{ data_requirement: ListedRow; alternative: ListedRow }>;

/**
 * A list within a problem, of things that are added at the end, edited by version, removed with undo, and put in order:
 * its five operations, each a change with its event.
 */
export class ListedThings<Fields extends object> {
  readonly #kind: ListedKind<Fields>;

  constructor(kind: ListedKind<Fields>) {
    this.#kind = kind;
  }

  /** Those that are not removed, in order. */
  async list(db: AnyDb, problemId: string): Promise<Listed<Fields>[]> {
    const { table, toFields } = this.#kind;
    const rows = await listedDb(db)
      .selectFrom(table)
      .selectAll()
      .where('problem_id', '=', problemId)
      .where('removed_at', 'is', null)
      .orderBy('position')
      .orderBy('id')
      .execute();
    return rows.map((row, position) => ({
      ...toFields(row as unknown as Record<string, unknown>),
      id: row.id,
      position,
      version: row.version,
    }));
  }

  async create(ctx: Context, { problemId, fields }: { problemId: string; fields: Fields }): Promise<Listed<Fields>> {
    const { table, toColumns } = this.#kind;
    const id = await change(ctx, async (tx) => {
      await lockForWriting(tx, problemId);
      refuseMore(await this.list(tx.db, problemId));
      const place = { id: newId(tx.now), problem_id: problemId };
      const position = await nextPosition(tx.db, { table, problemId });
      await listedDb(tx.db)
        .insertInto(table)
        .values({ ...place, position, version: 1, removed_at: null, ...toColumns(fields) })
        .execute();
      tx.record(this.#happened('created', { problemId, id: place.id }));
      return place.id;
    });
    return this.#get(ctx.db, { problemId, id });
  }

  /** What a new problem begins with, in order, in the transaction that makes it. */
  async insertAll(tx: Tx, problemId: string, all: readonly Fields[]): Promise<void> {
    const { table, toColumns } = this.#kind;
    for (const [position, fields] of all.entries()) {
      const id = newId(tx.now);
      const row = { id, problem_id: problemId, position, version: 1, removed_at: null, ...toColumns(fields) };
      await listedDb(tx.db).insertInto(table).values(row).execute();
      tx.record(this.#happened('created', { problemId, id }));
    }
  }

  async edit(ctx: Context, given: Place & { fields: Partial<Fields>; version: number }): Promise<Listed<Fields>> {
    const { id, fields, version } = given;
    await change(ctx, async (tx) => {
      await lockForWriting(tx, given.problemId);
      const { id: _id, position: _position, version: current, ...theirs } = await this.#get(tx.db, given);
      refuseStale({ given: version, current }, { yours: fields, theirs });
      const edited = { ...(theirs as unknown as Fields), ...fields };
      await this.#set(tx.db, id, { ...this.#kind.toColumns(edited), version: version + 1 });
      tx.record(this.#happened('edited', given, { fields: Object.keys(fields), version: version + 1 }));
    });
    return this.#get(ctx.db, given);
  }

  remove(ctx: Context, place: Place): Promise<{ id: string; removedAt: number }> {
    return change(ctx, async (tx) => {
      await lockForWriting(tx, place.problemId);
      await this.#get(tx.db, place);
      await this.#set(tx.db, place.id, { removed_at: tx.now });
      tx.record(this.#happened('removed', place));
      return { id: place.id, removedAt: tx.now };
    });
  }

  async restore(ctx: Context, place: Place): Promise<Listed<Fields>> {
    const { table, notFound } = this.#kind;
    await change(ctx, async (tx) => {
      await lockForWriting(tx, place.problemId);
      const row = await listedDb(tx.db)
        .selectFrom(table)
        .select('removed_at')
        .where('problem_id', '=', place.problemId)
        .where('id', '=', place.id)
        .executeTakeFirst();
      if (!row) throw notFound({ id: place.id });
      if (row.removed_at === null) throw formulationErrors.notRemoved();
      refuseMore(await this.list(tx.db, place.problemId));
      await this.#set(tx.db, place.id, { removed_at: null });
      tx.record(this.#happened('restored', place));
    });
    return this.#get(ctx.db, place);
  }

  async order(
    ctx: Context,
    { problemId, ids }: { problemId: string; ids: readonly string[] },
  ): Promise<Listed<Fields>[]> {
    await change(ctx, async (tx) => {
      await lockForWriting(tx, problemId);
      refuseOtherIds(ids, await this.list(tx.db, problemId));
      for (const [position, id] of ids.entries()) await this.#set(tx.db, id, { position });
      const subject = { kind: 'problem', id: problemId };
      tx.record({ ...this.#happened('ordered', { problemId, id: problemId }, { ids }), subject });
    });
    return this.list(ctx.db, problemId);
  }

  async #get(db: AnyDb, { problemId, id }: Place): Promise<Listed<Fields>> {
    const found = (await this.list(db, problemId)).find((each) => each.id === id);
    if (!found) throw this.#kind.notFound({ id });
    return found;
  }

  async #set(db: AnyDb, id: string, columns: Partial<ListedRow>): Promise<void> {
    await listedDb(db).updateTable(this.#kind.table).set(columns).where('id', '=', id).execute();
  }

  #happened(what: string, { problemId, id }: Place, data: Record<string, unknown> = {}): Happened {
    const { table } = this.#kind;
    return { type: `${table}.${what}`, subject: { kind: table, id }, problemId, data };
  }
}
