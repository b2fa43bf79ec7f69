import { QueryError } from '../../../platform/analytics/query-error.ts';
import { AppError } from '../../../platform/errors/app-error.ts';
import { readCsv } from './read-csv.ts';
import { readErrors } from './errors.ts';
import { readJson } from './read-json.ts';
import { readParquet } from './read-parquet.ts';
import type { PreparedFile } from './read-file-protocol.ts';
import type { ReadAnswer } from './read-as-parquet.ts';
import type { Reading } from './reading.ts';

/** DuckDB's part: types that hold for every row, and the Parquet. */
export async function readPrepared(prepared: PreparedFile, reading: Reading): Promise<Omit<ReadAnswer, 'parquet'>> {
  try {
    switch (prepared.format) {
      case 'parquet':
        return await readParquet(prepared, reading);
      case 'jsonl':
        return await readJson(prepared, reading);
      case 'csv':
      case 'excel':
        return await readCsv(prepared, reading);
    }
  } catch (error) {
    throw sentenceFor(error, { prepared, name: reading.file.name });
  }
}

/** DuckDB's words are kept, without its advice on how to call it; where files lie is nobody's business. */
function sentenceFor(error: unknown, { prepared, name }: { prepared: PreparedFile; name: string }): unknown {
  if (error instanceof AppError && error.code === 'analytics.ended') return readErrors.endsReader({ name });
  if (error instanceof AppError && error.code === 'analytics.disk_full') return readErrors.diskFull({ name });
  if (!(error instanceof QueryError)) return error;
  const [said = ''] = error.message.replaceAll(prepared.path, name).split(/Possible (fixes|solutions):/);
  const reason = said.trim().slice(0, 300);
  return prepared.format === 'parquet'
    ? readErrors.brokenParquet({ name, reason })
    : readErrors.cannotBeRead({ name, reason });
}
