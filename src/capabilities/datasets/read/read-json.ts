import type { Analytics } from '../../../platform/analytics/analytics.ts';
import { QueryError } from '../../../platform/analytics/query-error.ts';
import { columnNames } from './column-names.ts';
import { readErrors } from './errors.ts';
import { findTypes, sqlText, type TextColumn, type TextTable } from './find-types.ts';
import type { ReadAnswer } from './read-as-parquet.ts';
import type { PreparedFile } from './read-file-protocol.ts';
import { readLimits } from './read-limits.ts';
import { type Reading, refuseUnknownTypes, shownColumn } from './reading.ts';
import { type Candidate, ladderOfNumbers, ladderOfTexts, ladderOfTruths, text, toldCandidates } from './type-ladder.ts';
import { rowsOfGroup, writeTable } from './write-parquet.ts';

type Json = Extract<PreparedFile, { format: 'jsonl' }>;

/** One object a row; its keys are the columns, in the order in which they first appear. */
export async function readJson(prepared: Json, reading: Reading): Promise<Omit<ReadAnswer, 'parquet'>> {
  const { analytics, signal, to, options, file } = reading;
  const timeout_ms = readLimits.duration_ms;
  const asked = { files: [prepared.path], signal, timeout_ms };
  const objects = objectsOf(prepared);
  const { keys, rows } = await findKeys(objects, { analytics, asked, name: file.name }).catch(async (error: Error) => {
    if (!(error instanceof QueryError || error instanceof NotObjects)) throw error;
    throw (await whatIsBad(prepared, reading)) ?? asListError(error, file.name);
  });
  const names = columnNames(keys, { file: file.name, duplicates: options.duplicateNames ?? 'refuse' });
  refuseUnknownTypes(names, reading);
  const values = `(select json_extract(json, [${keys.map((key) => sqlText(pointer(key))).join(', ')}]) as l from ${objects})`;
  const kinds = await findKinds(values, keys.length, { analytics, asked });
  const columns = names.map((name, index) => columnOf(name, kinds[index] as Kinds, options.types?.[name]));
  const parts = columns.map((_, index) => `${textOf(index)} as c${index}`);
  const table: TextTable = { sql: `(select ${parts.join(', ')} from ${values})`, columns, files: [prepared.path] };
  const found = await findTypes({ analytics, table, nullTexts: options.nullTokens ?? [], signal, timeout_ms });
  const group = rowsOfGroup({ columns: names.length, rows, size_bytes: prepared.size_bytes });
  const writing = { analytics, to, rowsOfGroup: group, signal, timeout_ms };
  await writeTable(table, { columns: found, nullTexts: options.nullTokens ?? [] }, writing);
  const { skipped } = prepared;
  return { format: 'jsonl', columns: found.map(shownColumn), rows, skipped, dialect: null, sheet: null };
}

const usualObject_bytes = 16 * 1024 * 1024;

function objectsOf({ path, layout, longest_bytes }: Json): string {
  const size_bytes = Math.max(usualObject_bytes, longest_bytes + 1024);
  return `read_json_objects(${sqlText(path)}, format = '${layout}', maximum_object_size = ${size_bytes})`;
}

interface Asked {
  analytics: Analytics;
  asked: { files: string[]; signal: AbortSignal; timeout_ms: number };
}

async function findKeys(
  objects: string,
  { analytics, asked, name }: Asked & { name: string },
): Promise<{ keys: string[]; rows: number }> {
  const [counted] = await analytics.query<{ rows: number; other: number }>(
    `select count(*) as rows, count(case when json_type(json) <> 'OBJECT' then 1 end) as other from ${objects}`,
    [],
    asked,
  );
  if (!counted || counted.rows === 0) throw readErrors.empty({ name });
  if (counted.other > 0) throw new NotObjects();
  const { rows } = counted;
  const found = await analytics.query<{ key: string }>(
    `with rows as (select row_number() over () as line, json_keys(json) as keys from ${objects}),
     pairs as (select line, unnest(keys) as key, unnest(range(len(keys))) as place from rows)
     select key, min(line * 100000 + place) as first from pairs group by key order by first`,
    [],
    asked,
  );
  if (found.length === 0) throw readErrors.empty({ name });
  return { keys: found.map(({ key }) => key), rows };
}

class NotObjects extends Error {}

/** Of one list, what stands in it is counted. */
function asListError(error: Error, name: string): Error {
  const [, place = '1', reason = error.message] =
    /in (?:array|record|line)\S*? (\d+)[^:]*: (.*)$/.exec(error.message) ?? [];
  const why = error instanceof NotObjects ? 'not all of it are objects' : reason.slice(0, 200);
  return readErrors.badJson({ name, line: Number(place), count: 1, reason: why });
}

/** DuckDB counts objects, and takes two lines for one where the first is cut off: the lines are read again, one by one. */
async function whatIsBad(prepared: Json, { file: { name }, options, lookAgain }: Reading): Promise<Error | null> {
  if (prepared.layout === 'array') return null;
  const again = await lookAgain({ ...options, badRows: 'skip' });
  if (again.format !== 'jsonl' || !again.firstBad) return null;
  return readErrors.badJson({ name, count: again.skipped, ...again.firstBad });
}

/** RFC 6901; a key may hold anything. */
function pointer(key: string): string {
  return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

interface Kinds {
  texts: number;
  numbers: number;
  truths: number;
  nested: number;
}

const columnsAtOnce = 100;

async function findKinds(values: string, count: number, { analytics, asked }: Asked): Promise<Kinds[]> {
  const kinds: Kinds[] = [];
  for (let from = 0; from < count; from += columnsAtOnce) {
    const some = Array.from({ length: Math.min(columnsAtOnce, count - from) }, (_, place) => from + place);
    const inner = some.map((index) => `json_type(l[${index + 1}]) as k${index}`);
    const counted = some.flatMap((index) => [
      `count(case when k${index} = 'VARCHAR' then 1 end) as texts${index}`,
      `count(case when k${index} in ('BIGINT', 'UBIGINT', 'HUGEINT', 'UHUGEINT', 'DOUBLE') then 1 end) as numbers${index}`,
      `count(case when k${index} = 'BOOLEAN' then 1 end) as truths${index}`,
      `count(case when k${index} in ('OBJECT', 'ARRAY') then 1 end) as nested${index}`,
    ]);
    const [row = {}] = await analytics.query<Record<string, number>>(
      `select ${counted.join(', ')} from (select ${inner.join(', ')} from ${values})`,
      [],
      asked,
    );
    const of = (what: string, index: number) => row[`${what}${index}`] ?? 0;
    for (const index of some)
      kinds.push({
        texts: of('texts', index),
        numbers: of('numbers', index),
        truths: of('truths', index),
        nested: of('nested', index),
      });
  }
  return kinds;
}

function columnOf(name: string, kinds: Kinds, type: string | undefined): TextColumn {
  if (type !== undefined) return { name, candidates: toldCandidates(type, {}), isTold: true };
  const there = Object.values(kinds).filter((count) => count > 0).length;
  if (there > 1) return { name, candidates: [text], isTold: false, note: 'mixed' };
  if (kinds.nested > 0) return { name, candidates: [text], isTold: false, note: 'nested' };
  return { name, candidates: ladderOf(kinds), isTold: false };
}

function ladderOf({ numbers, truths }: Kinds): readonly Candidate[] {
  if (numbers > 0) return ladderOfNumbers;
  return truths > 0 ? ladderOfTruths : ladderOfTexts;
}

/** A number as it was written, a text without its quotes, a list or record as JSON; null is no value. */
function textOf(index: number): string {
  const value = `l[${index + 1}]`;
  return `case json_type(${value}) when 'NULL' then null else ${value} ->> '$' end`;
}
