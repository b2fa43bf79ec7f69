import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReading, type ReadingKit } from '../../../../test/kit/reading.ts';
import { workbookOf, type WorkbookGiven, zipOf } from '../../../../test/kit/zip.ts';
import { columnOf, momentOf } from './sheet-cells.ts';
import { shownBy } from './workbook-parts.ts';

let kit: ReadingKit;
beforeAll(async () => {
  kit = await openReading();
});
afterAll(() => kit.close());

const row = (number: number, ...cells: string[]) => `<row r="${number}">${cells.join('')}</row>`;
const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (at: string, value: string, style = 0) => `<c r="${at}" s="${style}"><v>${value}</v></c>`;
const styles =
  '<numFmts><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/></cellXfs>';

const read = (given: WorkbookGiven, options = {}) => kit.read('a.xlsx', workbookOf(given), { options });

test('DE2 a sheet becomes rows: texts, numbers, days, moments, truths, what is not there', async () => {
  const answer = await read({
    styles,
    sharedStrings: '<si><t>naam</t></si><si><r><t>Jan </t></r><r><t>"K"</t></r><rPh><t>x</t></rPh></si>',
    sheets: {
      Blad1: [
        row(
          2,
          '<c r="A2" t="s"><v>0</v></c>',
          text('B2', 'code'),
          text('C2', 'bedrag'),
          text('D2', 'dag'),
          text('E2', 'op'),
          text('F2', 'ja'),
        ),
        row(
          3,
          '<c r="A3" t="s"><v>1</v></c>',
          text('B3', '007'),
          number('C3', '12.5'),
          number('D3', '46027', 1),
          number('E3', '46027.4166666667', 2),
          '<c r="F3" t="b"><v>1</v></c>',
        ),
        row(4),
        row(
          5,
          text('B5', '8'),
          number('C5', '1E-3'),
          number('D5', '25569', 1),
          number('E5', '46028', 2),
          '<c r="F5" t="b"><v>0</v></c>',
        ),
      ].join(''),
    },
  });
  expect(answer).toMatchObject({ format: 'excel', rows: 2, sheet: 'Blad1', dialect: null });
  expect(answer.columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
    'naam VARCHAR',
    'code VARCHAR',
    'bedrag DOUBLE',
    'dag DATE',
    'op TIMESTAMP',
    'ja BOOLEAN',
  ]);
  expect(await kit.rowsOf(answer)).toEqual([
    ['Jan "K"', '007', 12.5, '2026-01-05', '2026-01-05T10:00:00', true],
    [null, '8', 0.001, '1970-01-01', '2026-01-06T00:00:00', false],
  ]);
});

test('DE2 a sheet is chosen by its name, and titles above the table are left out', async () => {
  const sheets = {
    Uitleg: row(1, text('A1', 'lees dit')),
    Data: row(1, text('A1', 'Titel')) + row(2, text('A2', 'x')) + row(3, number('A3', '5')),
  };
  expect(await kit.rowsOf(await read({ sheets }, { sheet: 'Data', skipRows: 1 }))).toEqual([[5]]);
  await expect(read({ sheets }, { sheet: 'data' })).rejects.toMatchObject({
    code: 'read.unknown_sheet',
    params: { sheets: ['Uitleg', 'Data'] },
  });
});

test('DE2 a row wider than the header is refused with its number, or left out', async () => {
  const sheets = {
    a: row(1, text('A1', 'x')) + row(2, number('A2', '1')) + row(7, number('A7', '1'), number('C7', '2')),
  };
  await expect(read({ sheets })).rejects.toMatchObject({
    code: 'read.bad_rows',
    params: { count: 1, line: 7, found: 3 },
  });
  expect(await read({ sheets }, { badRows: 'skip' })).toMatchObject({ rows: 1, skipped: 1 });
});

test.each([
  [
    'an entity that stands for entities',
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><row r="1"/>',
    'read.broken_workbook',
  ],
  ['XML that is none', '<row r="1"><c r="A1">', 'read.broken_workbook'],
  ['parts without end in one another', '<x>'.repeat(10_000), 'read.broken_workbook'],
  ['a cell beyond the last column', row(1, text('ZZZZZ1', 'x')), 'read.broken_workbook'],
  ['rows that go back', row(2, text('A2', 'x')) + row(1, text('A1', 'x')), 'read.broken_workbook'],
  ['a row beyond the last one', row(1, text('A1', 'x')) + row(2_000_000, number('A2', '1')), 'read.sheet_too_long'],
  ['a sheet that is empty', '', 'read.empty_sheet'],
  ['a header only', row(1, text('A1', 'x')), 'read.header_only'],
])('DE2 a workbook with %s is refused', async (_what, rows, code) => {
  const before = await kit.left();
  await expect(read({ sheets: { a: rows } })).rejects.toMatchObject({ code, status: 422 });
  expect(await kit.left()).toEqual(before);
});

test('DE2 a sheet of two million rows is refused after the last that a sheet can have', async () => {
  const rows = `${row(1, text('A1', 'x'))}${'<row><c><v>1</v></c></row>'.repeat(2_000_000)}`;
  await expect(read({ sheets: { a: rows } })).rejects.toMatchObject({
    code: 'read.sheet_too_long',
    params: { limit: 1_048_576 },
  });
}, 60_000);

test('DE2 texts of a workbook that fill a memory are refused', async () => {
  const filling = {
    sheets: { a: row(1, text('A1', 'x')) },
    sharedStrings: `<si><t>${'x'.repeat(1000)}</t></si>`.repeat(150_000),
  };
  await expect(read(filling)).rejects.toMatchObject({
    code: expect.stringMatching(/read.(grows_too_much|too_large)/),
    status: 413,
  });
});

test('DE2 a workbook whose parts are lacking is refused', async () => {
  const torn = zipOf(
    { name: '[Content_Types].xml', content: '' },
    { name: 'xl/workbook.xml', content: '<workbook><sheets/></workbook>' },
  );
  await expect(kit.read('torn.xlsx', torn)).rejects.toMatchObject({ code: 'read.broken_workbook' });
});

test.each([
  [1, 'date', '1900-01-01'],
  [59, 'date', '1900-02-28'],
  [61, 'date', '1900-03-01'],
  [46027, 'moment', '2026-01-05 00:00:00'],
  [46027.0000115741, 'date', '2026-01-05 00:00:01'],
  [0.75, 'time', '18:00:00'],
  [-1, 'date', '-1'],
  [1e9, 'date', '1000000000'],
] as const)('DE2 day %f shown as %s is %s', (serial, shown, expected) => {
  expect(momentOf(serial, shown, false)).toBe(expected);
});

test('DE2 the days of an old Macintosh begin in 1904', () => {
  expect(momentOf(44_565, 'date', true)).toBe('2026-01-05');
});

test.each([
  [14, undefined, 'date'],
  [22, undefined, 'moment'],
  [20, undefined, 'time'],
  [2, undefined, 'number'],
  [164, 'yyyy-mm-dd', 'date'],
  [164, '[$-413]d mmmm yyyy;@', 'date'],
  [164, '[h]:mm:ss', 'time'],
  [164, '#,##0.00 "dagen"', 'number'],
  [164, 'General', 'number'],
  [164, '[Red]0.00', 'number'],
  [164, '0.00E+00', 'number'],
  [164, '_-€ * #,##0.00_-', 'number'],
] as const)('DE2 style %i %s is a %s', (id, code, shown) => {
  expect(shownBy(id, code)).toBe(shown);
});

test('DE2 columns count as in Excel', () => {
  expect(['A1', 'Z9', 'AA10', 'BC12', 'XFD1'].map(columnOf)).toEqual([0, 25, 26, 54, 16_383]);
});
