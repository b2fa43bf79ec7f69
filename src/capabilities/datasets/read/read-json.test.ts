import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReading, type ReadingKit } from '../../../../test/kit/reading.ts';

let kit: ReadingKit;
beforeAll(async () => {
  kit = await openReading();
});
afterAll(() => kit.close());

const lines = (...objects: unknown[]) => objects.map((each) => `${JSON.stringify(each)}\n`).join('');

test('DE2 JSON Lines become rows: kinds as they are said, digits as they are written', async () => {
  const read = await kit.read(
    'a.jsonl',
    '{"id":1,"text":"007","big":12345678901234567890123,"at":"2026-01-05T10:00:00Z"}\n\n{"id":2,"yes":true,"a/b~c":1.5,"text":null}\n',
  );
  expect(read).toMatchObject({ format: 'jsonl', rows: 2, skipped: 0, dialect: null });
  expect(read.columns).toEqual([
    { name: 'id', type: 'BIGINT' },
    { name: 'text', type: 'VARCHAR' },
    { name: 'big', type: 'DECIMAL(38,0)' },
    { name: 'at', type: 'TIMESTAMP WITH TIME ZONE' },
    { name: 'yes', type: 'BOOLEAN' },
    { name: 'a/b~c', type: 'DOUBLE' },
  ]);
  expect(await kit.rowsOf(read)).toEqual([
    [1, '007', '12345678901234567890123', '2026-01-05T10:00:00Z', null, null],
    [2, null, null, null, true, 1.5],
  ]);
});

test('DE2 one list of objects is read as well', async () => {
  const read = await kit.read('a.json', JSON.stringify([{ a: 1 }, { a: 2, b: 'x]' }], null, 2));
  expect(await kit.rowsOf(read)).toEqual([
    [1, null],
    [2, 'x]'],
  ]);
});

test('DE2 what is nested stays JSON, what is mixed becomes text, and both are said', async () => {
  const read = await kit.read('a.jsonl', lines({ n: { x: [1, 2] }, m: 1 }, { n: [], m: 'one' }, { n: null, m: null }));
  expect(read.columns).toEqual([
    { name: 'n', type: 'VARCHAR', note: 'nested' },
    { name: 'm', type: 'VARCHAR', note: 'mixed' },
  ]);
  expect(await kit.rowsOf(read)).toEqual([
    ['{"x":[1,2]}', '1'],
    ['[]', 'one'],
    [null, null],
  ]);
});

test('DE2 a key that appears late is a column, in the order of appearance', async () => {
  const read = await kit.read(
    'a.jsonl',
    lines(...Array.from({ length: 5000 }, (_, n) => (n < 4999 ? { b: n } : { a: n }))),
  );
  expect(read.columns.map(({ name }) => name)).toEqual(['b', 'a']);
  expect(read.rows).toBe(5000);
});

test.each([
  ['a line that is no JSON', '{"a":1}\n{"a":\n{"a":3}\n', 2],
  ['a line that is a list', '{"a":1}\n\n[1]\n', 3],
  ['a number alone', '{"a":1}\n{"a":1}\n3\n', 3],
])('DE2 %s is refused with its line', async (_what, content, line) => {
  const read = kit.read('bad.jsonl', content);
  await expect(read).rejects.toMatchObject({ code: 'read.bad_json', status: 422, params: { line, count: 1 } });
});

test('DE2 a list that is no JSON, or not of objects, is refused', async () => {
  await expect(kit.read('bad.json', '[{"a":1},{"a":}]')).rejects.toMatchObject({ code: 'read.bad_json', status: 422 });
  await expect(kit.read('bad.json', '[{"a":1},7]')).rejects.toMatchObject({ code: 'read.bad_json', status: 422 });
});

test('DE2 lines that are no object are left out and counted where that is asked', async () => {
  const read = await kit.read('bad.jsonl', '{"a":1}\n{"a":\n[3]\n{"a":4}', { options: { badRows: 'skip' } });
  expect(read).toMatchObject({ rows: 2, skipped: 2 });
  expect(await kit.rowsOf(read)).toEqual([[1], [4]]);
});

test('DE2 what is nested without end is refused before it is parsed', async () => {
  const deep = kit.read('deep.jsonl', `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}\n`);
  await expect(deep).rejects.toMatchObject({ code: 'read.too_deep', status: 422, params: { line: 1, limit: 100 } });
  const inText = await kit.read('text.jsonl', lines({ a: '[{"\\'.repeat(500) }));
  expect(inText.rows).toBe(1);
});

test('DE2 one object without end is refused, by line and in a list', async () => {
  const long = 'x'.repeat(70 * 1024 * 1024);
  const tooLong = { code: 'read.line_too_long', status: 422 };
  await expect(kit.read('long.jsonl', `{"a":1}\n{"a":"${long}"}\n`)).rejects.toMatchObject(tooLong);
  await expect(kit.read('long.json', `[{"a":1},{"a":"${long}"}]`)).rejects.toMatchObject(tooLong);
});

test('DE2 keys that differ in capitals only are refused, or numbered', async () => {
  const content = lines({ a: 1, A: 2 });
  await expect(kit.read('keys.jsonl', content)).rejects.toMatchObject({ code: 'read.duplicate_names' });
  const read = await kit.read('keys.jsonl', content, { options: { duplicateNames: 'number' } });
  expect(await kit.rowsOf(read)).toEqual([[1, 2]]);
});
