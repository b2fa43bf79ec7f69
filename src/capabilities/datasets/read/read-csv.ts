import { findTypes, sqlText, type TextTable } from './find-types.ts';
import type { ReadAnswer } from './read-as-parquet.ts';
import type { PreparedFile } from './read-file-protocol.ts';
import type { Dialect, ReadOptions } from '../read-options-contract.ts';
import { readLimits } from './read-limits.ts';
import { nullTextsOf, type Reading, refuseUnknownTypes, shownColumn } from './reading.ts';
import { ladder, toldCandidates } from './type-ladder.ts';
import { rowsOfGroup, writeTable } from './write-parquet.ts';

type Csv = Extract<PreparedFile, { format: 'csv' | 'excel' }>;

export async function readCsv(prepared: Csv, reading: Reading): Promise<Omit<ReadAnswer, 'parquet'>> {
  const { names, rows, size_bytes, skipped } = prepared;
  refuseUnknownTypes(names, reading);
  const options = withDecimal(prepared, reading.options);
  const table = textTable(prepared, options);
  const { analytics, signal, to } = reading;
  const timeout_ms = readLimits.duration_ms;
  const nullTexts = nullTextsOf(options);
  const columns = await findTypes({ analytics, table, nullTexts, signal, timeout_ms });
  const group = rowsOfGroup({ columns: names.length, rows, size_bytes });
  const writing = { analytics, to, rowsOfGroup: group, signal, timeout_ms };
  const written = await writeTable(table, { columns, nullTexts }, writing);
  // Two readers that disagree on how many rows there are: neither can be believed.
  if (written !== rows) throw new Error(`a CSV of ${rows} rows became a table of ${written}`);
  const hasComma = columns.some(({ candidate }) => candidate.hasComma);
  const { sheet, ...told } = prepared.told;
  const dialect: Dialect = { ...prepared.separators, ...told, decimal: hasComma ? ',' : '.' };
  const shown = columns.map(shownColumn);
  return { format: prepared.format, columns: shown, rows, skipped, dialect: sheet === null ? dialect : null, sheet };
}

/** Values are parted with a semicolon where the comma stands before decimals. */
function withDecimal({ separators }: Csv, options: ReadOptions): ReadOptions & { mayHaveComma: boolean } {
  return { ...options, mayHaveComma: options.decimal === undefined && separators.delimiter === ';' };
}

const usualLine_bytes = 4_000_000;
const usualBuffer_bytes = 32_000_000;

function textTable(prepared: Csv, options: ReadOptions & { mayHaveComma: boolean }): TextTable {
  const { path, separators, names, longest_bytes, lineBreak, skipsHeader } = prepared;
  const { delimiter, quote } = separators;
  const line_bytes = Math.max(usualLine_bytes, longest_bytes + 1024);
  const settings = [
    'auto_detect = false',
    `columns = {${names.map((_, index) => `'c${index}': 'VARCHAR'`).join(', ')}}`,
    `delim = ${sqlText(delimiter)}`,
    `quote = ${sqlText(quote)}`,
    `escape = ${sqlText(quote)}`,
    `header = ${skipsHeader}`,
    `new_line = '${lineBreak === '\n' ? '\\n' : '\\r\\n'}'`,
    // An empty text in quotes is a text; nothing at all is no value.
    `nullstr = [${(options.nullTokens ?? ['']).map(sqlText).join(', ')}]`,
    `allow_quoted_nulls = ${options.nullTokens !== undefined}`,
    `max_line_size = ${line_bytes}`,
    `buffer_size = ${Math.max(usualBuffer_bytes, line_bytes + 1024)}`,
    ...(longest_bytes > usualLine_bytes ? ['parallel = false'] : []),
  ];
  const tried = ladder(options);
  const columns = names.map((name) => {
    const type = options.types?.[name];
    return { name, isTold: type !== undefined, candidates: type === undefined ? tried : toldCandidates(type, options) };
  });
  return { sql: `read_csv(${sqlText(path)}, ${settings.join(', ')})`, columns, files: [path] };
}
