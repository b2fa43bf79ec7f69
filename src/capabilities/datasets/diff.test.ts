import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestPeil } from '../../../test/kit/app.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { importFiles } from '../../../test/kit/importing.ts';
import { type Sending, sendingTo } from '../../../test/kit/sending.ts';
import { likenessOf } from './diff/value-likeness.ts';

describeEachDatabase('what changed between two versions', (kit) => {
  let peil: TestPeil;
  let send: Sending;
  let problemId: string;
  beforeAll(async () => {
    peil = await kit.openPeil();
    send = sendingTo(peil);
  });
  beforeEach(async () => {
    problemId = (await send('POST /api/problems', { title: 'Diff' })).body.id;
  });
  afterAll(() => peil.close());

  const csvOf = (rows: readonly (readonly (string | number)[])[]) => rows.map((row) => row.join(';')).join('\n');
  const bring = async (rows: readonly (readonly (string | number)[])[]) => {
    const files = [{ name: 'data.csv', content: csvOf(rows) }];
    const imported = await importFiles(peil, { problemId, files, body: { name: 'Data', options: { delimiter: ';' } } });
    expect(imported.failure).toBeNull();
    return imported.versionId ?? '';
  };
  const range = (count: number) => Array.from({ length: count }, (_, index) => index);
  const diffOf = async (versionId: string, query = '') =>
    (await send(`GET /api/problems/${problemId}/dataset-versions/${versionId}/diff${query}`)).body.diff;
  const diff = async (before: readonly (readonly (string | number)[])[], after: typeof before) => {
    await bring(before);
    const made = await diffOf(await bring(after));
    return made.changes.map(({ kind, grade, column, before: was, after: is, isGuess }: never) =>
      [kind, grade, column, was, is, ...(isGuess ? ['guess'] : [])].join(' | '),
    );
  };

  test('PF7 the first version has nothing before it; equal columns and more rows are no change', async () => {
    const rows = [['id', 'city'], ...range(30).map((index) => [index, `city ${index % 3}`])];
    expect(await diffOf(await bring(rows))).toBeNull();
    const made = await diffOf(await bring([...rows, [30, 'city 1']]));
    expect(made).toMatchObject({ baseNumber: 1, rowsBefore: 30, rowsAfter: 31, changes: [], worst: 'none' });
    expect(made.distributions).toMatchObject([
      { column: 'id', reference: 30, current: 31 },
      { column: 'city', reference: 30, current: 31 },
    ]);
    expect(made.distributions[1].stabilityIndex.value).toBeLessThan(0.1);
  });

  test('PF7 columns that come and go, types, nulls and order, each with its grade', async () => {
    const before = [['id', 'amount', 'gone', 'full'], ...range(40).map((index) => [index, index, `x${index}`, index])];
    const after = [
      ['id', 'full', 'amount', 'fresh'],
      ...range(40).map((index) => [index, index === 3 ? '' : index, `${index}.5`, index % 2 === 0 ? 'true' : 'false']),
    ];
    expect(await diff(before, after)).toEqual(
      [
        'nulls_appeared | breaking | full | 0 | 1',
        'column_removed | breaking | gone | VARCHAR | ',
        'key_lost | breaking | full | 0 | 1',
        'type_widened | compatible | amount | BIGINT | DOUBLE',
        'column_added | compatible | fresh |  | BOOLEAN',
        'order_changed | cosmetic |  | id, amount, full | id, full, amount',
      ].map((line) => expect.stringContaining(line)),
    );
  });

  test('PF7 a column under another name is guessed by its values', async () => {
    const rows = (name: string) => [['id', name], ...range(60).map((index) => [index, `customer ${index * 7}`])];
    expect(await diff(rows('customer'), rows('client'))).toEqual([
      'column_renamed | breaking | client | customer | client | guess',
    ]);
    expect(likenessOf(['1', '2', '3'], ['2', '3', '4'])).toBe(0.5);
    expect(likenessOf([], [])).toBe(0);
  });

  test('PF7 days, decimals and characters that are written otherwise are seen in the texts', async () => {
    const day = (index: number) => String((index % 28) + 1).padStart(2, '0');
    const words = ['een', 'twee', 'café', 'vier'];
    const before = [
      ['day', 'price', 'word'],
      ['unknown', 'unknown', 'één'],
      ...range(60).map((index) => [`2026-01-${day(index)}`, `${index}.25`, `${words[index % 4]}`]),
    ];
    const after = [
      ['day', 'price', 'word'],
      ['unknown', 'unknown', 'Ã©Ã©n'],
      ...range(60).map((index) => [`${day(index)}-01-2026`, `${index},25`, `${words[index % 4]}`.replace('é', 'Ã©')]),
    ];
    const changes = await diff(before, after);
    expect(changes).toContain('date_pattern_changed | breaking | day | yyyy-mm-dd | dd-mm-yyyy');
    expect(changes).toContain('decimal_mark_changed | breaking | price | decimal point | decimal comma');
    expect(changes.some((line: string) => line.startsWith('encoding_changed | breaking | word'))).toBe(true);
  });

  test('PF7 categories in other capitals break what compares them; new ones do not', async () => {
    const rows = (names: readonly string[]) => [
      ['kind'],
      ...range(50).map((index) => [names[index % names.length] ?? '']),
    ];
    await bring(rows(['north', 'south', 'east']));
    const { changes } = await diffOf(await bring(rows(['North', 'South', 'west'])));
    expect(changes).toMatchObject([
      { kind: 'case_changed', grade: 'breaking', column: 'kind', examples: ['North', 'South'] },
      { kind: 'values_appeared', grade: 'compatible', examples: ['west'] },
      { kind: 'values_gone', grade: 'compatible', examples: ['east'] },
    ]);
  });

  test('PF7 numbers that are all sixty times as large are in another unit', async () => {
    const rows = (factor: number) => [
      ['id', 'duration'],
      ...range(300).map((index) => [index, (((index * 37) % 211) + 3) * factor]),
    ];
    const changes = await diff(rows(1), rows(60));
    expect(changes).toEqual(['unit_changed | breaking | duration |  | × 60 | guess']);
  });

  test('PF7 a column that named every row and no longer does is a key that is lost', async () => {
    const rows = (last: number) => [['order'], ...range(80).map((index) => [Math.min(index, last)])];
    expect(await diff(rows(79), rows(77))).toEqual(['key_lost | breaking | order | 0 | 2']);
  });

  test('PF7 any two versions of one data set compare; of two data sets none', async () => {
    const [first, , third] = [
      await bring([['a'], [1], [2]]),
      await bring([
        ['a', 'b'],
        [1, 1],
      ]),
      await bring([['a'], [1], [5]]),
    ];
    const made = await diffOf(third, `?with=${first}`);
    expect(made).toMatchObject({ baseId: first, changes: [] });
    const files = [{ name: 'o.csv', content: 'a\n1\n' }];
    const other = await importFiles(peil, { problemId, files, body: { name: 'Other' } });
    const path = `/api/problems/${problemId}/dataset-versions`;
    const refused = await send(`GET ${path}/${third}/diff?with=${other.versionId}`);
    expect([refused.status, refused.body.error.code]).toEqual([422, 'dataset.other_dataset']);
    const { body, status } = await send(`GET ${path}/${third}/profile`);
    expect(status).toBe(200);
    expect(body.profile).toMatchObject({ rows: 2, columns: [{ name: 'a', nulls: 0, rows: 2 }] });
    expect([body.profile.pass, body.profile.pairs]).toEqual(['complete', []]);
    const [version] = (await send(`GET ${path}?sha256=${'0'.repeat(12)}`)).body.versions;
    expect(version).toBeUndefined();
  });
});
