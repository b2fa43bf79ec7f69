import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { logTable } from '../../../../test/kit/logged-predictions.ts';
import { openAnalytics } from '../../../platform/analytics/analytics.ts';
import { openLog } from '../../../platform/log/log.ts';
import { unpackJson } from './json-table.ts';
import { askFile, Params, tableSql } from './prediction-file.ts';
import { readColumns } from './read-columns.ts';

async function openFolder(limits: { memory_mb: number; threads: number }) {
  const folder = await mkdtemp(join(tmpdir(), 'peil-json-'));
  const analytics = await openAnalytics({ folder: join(folder, 'spill'), log: openLog('silent') }, limits);
  onTestFinished(async () => {
    await analytics.close();
    await rm(folder, { recursive: true, force: true });
  });
  const { signal } = new AbortController();
  return {
    analytics,
    scratch: join(folder, 'scratch'),
    unpack: async (content: string) => {
      const path = join(folder, 'eval.json');
      await writeFile(path, content);
      const file = { artifact: 'eval.json', path, format: 'json' } as const;
      const { length: width } = await readColumns(analytics, file);
      const table = await unpackJson(analytics, file, { width, folder: join(folder, 'scratch'), signal });
      const ask = async (select: string) => {
        const params = new Params();
        const sql = `select ${select} from ${tableSql(table, { width, params })}`;
        return askFile(analytics, table, { sql, params });
      };
      return ask;
    },
  };
}

test('PF8 a JSON table of a million rows fits in little memory: its rows are told apart one by one', async () => {
  const { scratch, unpack } = await openFolder({ memory_mb: 160, threads: 2 });
  const rows = 1_000_000;
  const data = Array.from({ length: rows }, (_, index) => [
    `case-${index}`,
    index % 10 === 0 ? 1 : 0,
    (index % 1000) / 1000,
  ]);
  const ask = await unpack(logTable(['id', 'truth', 'score'], data));
  const counted =
    'count(*) as rows, count(distinct c0) as ids, sum(c1::int)::int as ones, round(sum(c2::double))::int as scores';
  expect(await ask(counted)).toEqual([{ rows, ids: rows, ones: rows / 10, scores: 499_500 }]);
  expect(await readdir(scratch)).toEqual([expect.stringMatching(/\.parquet$/)]);
});

test('PF8 whatever stands in the texts of a JSON table is told apart as JSON has it, also written out over lines', async () => {
  const { unpack } = await openFolder({ memory_mb: 160, threads: 2 });
  const hostile = ['a "quote"', 'back\\slash\\', '],[', '{"data": [[', 'line\nfeed', 'ünï\u0000cødé', '', null];
  const table = { index: [0, 1], columns: ['te"xt', 'data'], data: hostile.map((text, place) => [text, place]) };
  for (const content of [
    JSON.stringify(table),
    JSON.stringify(table, null, 2),
    JSON.stringify({ data: table.data, columns: table.columns }),
  ]) {
    const ask = await unpack(content);
    expect(await ask('c0 as text, c1 as place')).toEqual(
      hostile.map((text, place) => ({ text, place: String(place) })),
    );
  }
  expect(await (await unpack('{"columns": ["a"], "data": []}'))('count(*)::int as rows')).toEqual([{ rows: 0 }]);
});

test('PF8 a JSON table that breaks off, or whose rows are none, says so', async () => {
  const { unpack } = await openFolder({ memory_mb: 160, threads: 2 });
  const unreadable = (reason: string) => ({ code: 'evaluation.unreadable', message: expect.stringContaining(reason) });
  const whole = logTable(['a', 'b'], [[1, 2]]);
  await expect(unpack(whole.slice(0, -2))).rejects.toMatchObject(unreadable('ends in the middle'));
  await expect(unpack('{"columns": ["a"')).rejects.toMatchObject(unreadable('ends in the middle'));
  await expect(unpack('{"columns": [a], "data": []}')).rejects.toMatchObject(unreadable('JSON'));
  await expect(unpack('{"a": 1}')).rejects.toMatchObject(unreadable('no columns'));
  await expect(unpack('{"columns": ["a"], "data": [[1], [tru]]}')).rejects.toMatchObject(unreadable('eval.json'));
});
