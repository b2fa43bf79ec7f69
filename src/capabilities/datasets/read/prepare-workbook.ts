import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readErrors } from './errors.ts';
import type { PreparedFile, ReadFileTask } from './read-file-protocol.ts';
import { SheetCells, type SheetContext } from './sheet-cells.ts';
import { SheetTable } from './sheet-table.ts';
import { readRelations, readSharedTexts, readSheets, readStyles } from './workbook-parts.ts';
import { xmlPieces } from './workbook-xml.ts';
import { openZip, type ZipArchive } from './zip-archive.ts';

/**
 * One sheet of a workbook as a CSV, read from the XML piece by piece: libraries that read workbooks whole hold them whole.
 * Formulas count as the value they had when the workbook was saved.
 */
export async function prepareWorkbook(task: ReadFileTask): Promise<Extract<PreparedFile, { format: 'csv' | 'excel' }>> {
  const archive = await openZip(task.file);
  try {
    const { content, context } = await openSheet(archive, task);
    const table = new SheetTable(task, context.sheet);
    const path = join(task.scratchFolder, 'sheet.csv');
    await pipeline(linesOf({ content, context, table }), createWriteStream(path, { flags: 'wx' }));
    const { names, header, rows, skipped, longest_bytes } = table.finish();
    return {
      format: 'excel',
      path,
      separators: { delimiter: ',', quote: '"' },
      skipsHeader: false,
      names,
      lineBreak: '\n',
      longest_bytes,
      size_bytes: (await stat(path)).size,
      rows,
      skipped,
      told: { header, skipRows: task.options.skipRows ?? 0, encoding: 'utf-8', sheet: context.sheet },
    };
  } finally {
    archive.close();
  }
}

async function openSheet(
  archive: ZipArchive,
  { file: { name }, options }: ReadFileTask,
): Promise<{ content: Readable; context: SheetContext }> {
  const { sheets, from1904 } = await readSheets(await part(archive, name, 'xl/workbook.xml'), name);
  const chosen = options.sheet === undefined ? sheets[0] : sheets.find((sheet) => sheet.name === options.sheet);
  const listed = sheets.map((sheet) => sheet.name);
  if (!chosen && options.sheet !== undefined)
    throw readErrors.unknownSheet({ name, sheet: options.sheet, sheets: listed });
  if (!chosen) throw readErrors.brokenWorkbook({ name, reason: 'it has no sheet' });
  const relations = await readRelations(await part(archive, name, 'xl/_rels/workbook.xml.rels'), name);
  const texts = has(archive, 'xl/sharedStrings.xml')
    ? await readSharedTexts(await part(archive, name, 'xl/sharedStrings.xml'), name)
    : [];
  const styles = has(archive, 'xl/styles.xml')
    ? await readStyles(await part(archive, name, 'xl/styles.xml'), name)
    : [];
  const content = await part(archive, name, relations.get(chosen.relation) ?? '');
  return { content, context: { name, sheet: chosen.name, texts, styles, from1904 } };
}

const has = (archive: ZipArchive, path: string): boolean => archive.entries.some((entry) => entry.name === path);

function part(archive: ZipArchive, name: string, path: string): Promise<Readable> {
  const entry = archive.entries.find((each) => each.name === path);
  if (!entry) throw readErrors.brokenWorkbook({ name, reason: `its part ${path || 'of the sheet'} is lacking` });
  return archive.read(entry);
}

async function* linesOf(given: {
  content: Readable;
  context: SheetContext;
  table: SheetTable;
}): AsyncGenerator<string> {
  const { content, context, table } = given;
  const cells = new SheetCells(context, (row) => table.add(row));
  for await (const _ of xmlPieces(content, context.name, cells)) {
    const lines = table.take();
    if (lines !== '') yield lines;
  }
}
