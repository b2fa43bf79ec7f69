import type { Kysely } from 'kysely';
import type { Tx } from '../../platform/context/change.ts';
import type { AnyDb } from '../../platform/db/database.ts';
import { platformErrors } from '../../platform/errors/platform-errors.ts';

/** A page of questions whose answers are kept one by one: the opportunity, the translation. */
export interface AnswerPage<Field extends string> {
  table: 'opportunity_text' | 'translation_text';
  fields: readonly Field[];
}

export interface StoredAnswers<Field extends string> {
  texts: Record<Field, string>;
  /** of the whole; 0 before anything was written */
  version: number;
  changedAt: number | null;
  /** in which version of the whole each text last changed; absent: never */
  changedIn: Partial<Record<Field, number>>;
}

type Texts<Field extends string> = Partial<Record<Field, string>>;

/** Both tables have the same columns; only the names of the fields differ. */
interface AnswerRow {
  problem_id: string;
  field: string;
  text: string;
  changed_in_version: number;
  changed_at: number;
}
const answersDb = (db: AnyDb) => db as unknown as Kysely<{ opportunity_text: AnswerRow; translation_text: AnswerRow }>;

export async function findAnswers<Field extends string>(
  db: AnyDb,
  { table, fields }: AnswerPage<Field>,
  problemId: string,
): Promise<StoredAnswers<Field>> {
  const rows = await answersDb(db)
    .selectFrom(table)
    .select(['field', 'text', 'changed_in_version', 'changed_at'])
    .where('problem_id', '=', problemId)
    .execute();
  const written = Object.fromEntries(rows.map((row) => [row.field, row.text]));
  return {
    texts: Object.fromEntries(fields.map((field) => [field, written[field] ?? ''])) as Record<Field, string>,
    version: Math.max(0, ...rows.map((row) => row.changed_in_version)),
    changedAt: rows.length === 0 ? null : Math.max(...rows.map((row) => row.changed_at)),
    changedIn: Object.fromEntries(
      rows.map((row) => [row.field, row.changed_in_version]),
    ) as StoredAnswers<Field>['changedIn'],
  };
}

/** A repeated save of what is there already (an answer got lost) is no change and no conflict. */
export function differingFields<Field extends string>(
  page: AnswerPage<Field>,
  texts: Texts<Field>,
  current: StoredAnswers<Field>,
): Field[] {
  return page.fields.filter((field) => texts[field] !== undefined && texts[field] !== current.texts[field]);
}

/**
 * Saves the given texts within the lock of the problem. It is a conflict only where somebody else changed one of the same
 * texts since the version that was read, so that two people can fill in one page together.
 * @returns what changed, and the version of the whole that it made
 */
export async function saveAnswers<Field extends string>(
  tx: Tx,
  page: AnswerPage<Field>,
  given: { problemId: string; texts: Texts<Field>; version: number },
): Promise<{ fields: Field[]; version: number }> {
  const { problemId, texts } = given;
  const current = await findAnswers(tx.db, page, problemId);
  const fields = differingFields(page, texts, current);
  refuseConflict({ texts, read: given.version, fields }, current);
  const version = current.version + 1;
  for (const field of fields) {
    const row = { text: texts[field] ?? '', changed_in_version: version, changed_at: tx.now };
    await answersDb(tx.db)
      .insertInto(page.table)
      .values({ problem_id: problemId, field, ...row })
      .onConflict((conflict) => conflict.columns(['problem_id', 'field']).doUpdateSet(row))
      .execute();
  }
  return { fields, version };
}

function refuseConflict<Field extends string>(
  { texts, read, fields }: { texts: Texts<Field>; read: number; fields: readonly Field[] },
  current: StoredAnswers<Field>,
): void {
  const isAhead = read > current.version;
  const clashing = fields.filter((field) => isAhead || (current.changedIn[field] ?? 0) > read);
  if (clashing.length === 0) return;
  const pick = (from: Texts<Field>) => Object.fromEntries(clashing.map((field) => [field, from[field]]));
  throw platformErrors.changedMeanwhile({
    yours: pick(texts),
    theirs: pick(current.texts),
    given: read,
    current: current.version,
  });
}
