import type { Analytics } from '../../../platform/analytics/analytics.ts';
import { evaluationErrors } from '../errors.ts';
import { readJsonColumns } from './json-table.ts';
import { askFile, csvOptions, isTableFile, Params, type PredictionFile, type TableFile } from './prediction-file.ts';

/** The names of the columns, in order. Throws 422 for what is no table. */
export async function readColumns(analytics: Analytics, file: PredictionFile): Promise<string[]> {
  const names = isTableFile(file) ? await describeColumns(analytics, file) : await readJsonColumns(file);
  if (names.length === 0) throw evaluationErrors.unreadable({ artifact: file.artifact, reason: 'It has no columns.' });
  return names;
}

async function describeColumns(analytics: Analytics, file: TableFile): Promise<string[]> {
  const params = new Params();
  const path = params.add(file.path);
  const reader = file.format === 'csv' ? `read_csv(${path}, ${csvOptions})` : `read_parquet(${path})`;
  const sql = `select column_name as name from (describe select * from ${reader})`;
  const rows = await askFile<{ name: string }>(analytics, file, { sql, params });
  return rows.map(({ name }) => name);
}
