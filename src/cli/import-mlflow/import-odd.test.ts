import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { importingKit, recorded } from '../../../test/kit/importing-mlflow.ts';

const kit = importingKit();
const { openPeil, bring, sqliteFile } = kit;
const runs = { kept: 'ab3d9526742d4d47b917c4f58d5bac38', other: 'f6a862c63cec4609827dbdb861a9fb93' };

test('DS1 what is odd about one run is told in a harmless line, and does not hinder the others', async () => {
  const file = await sqliteFile('deleted-3.18');
  const database = new DatabaseSync(file);
  const write = (sql: string, ...values: (string | number | bigint)[]) => database.prepare(sql).run(...values);
  write('update runs set name = ? where run_uuid = ?', `two\nlines \u001b[31m${'x'.repeat(300)}`, runs.kept);
  write('insert into params values (?, ?, ?)', 'long/one', `é${'y'.repeat(7000)}`, runs.kept);
  write('insert into params values (?, ?, ?)', 'with a NUL', 'a\0b', runs.kept);
  write('insert into tags values (?, ?, ?)', 'long', 'z'.repeat(9000), runs.kept);
  write('insert into metrics values (?, 0, 5, ?, 0, 1)', 'a/b/c', runs.kept);
  write('insert into metrics values (?, 1, 5, ?, 9223372036854775807, 0)', 'top', runs.other);
  const name = `it's "a/b" \u001b]0;c`;
  write("insert into experiments values (7, ?, '/nowhere', 'active', 1, 1, 'default')", name);
  write(
    "insert into runs select 'f1e735ed4e99415894fa1f69e2683194', 'alone', source_type, source_name, entry_point_name, user_id, status, start_time, end_time, source_version, 'active', artifact_uri, 7, null from runs where run_uuid = ?",
    runs.kept,
  );
  write('insert into params values (?, ?, ?)', 'a\u001b[2J%b', 'of no name', 'f1e735ed4e99415894fa1f69e2683194');
  write("insert into experiment_tags values ('peil.problem', 'none-here', 7)");
  database.close();

  const to = await openPeil();
  const artifacts = ['--artifacts', join(recorded, 'deleted-artifacts-3.18')];
  for (const times of [1, 2]) {
    const { exitCode, told, brought } = await bring(to, '--from', file, ...artifacts);
    expect(exitCode).not.toBe(0);
    expect(brought).toMatchObject({ experiments: 2, runs: 2 });
    expect(brought?.differences).toHaveLength(2);
    expect(told).toContain(`run ${runs.other}: `);
    expect(told).toContain('run f1e735ed4e99415894fa1f69e2683194: ');
    expect(told).not.toContain('\u001b');
    if (times === 1) expect(brought?.leftOut.join('\n')).toContain('its problem none-here is not here');
  }
  const { run } = (await to.wire('GET runs/get', { run_id: runs.kept })).body;
  expect(run.info.run_name).toBe(`two lines [31m${'x'.repeat(236)}`);
  const value = (list: { key: string; value: string }[], key: string) => list.find((each) => each.key === key)?.value;
  expect(value(run.data.params, 'long/one')).toBe(`é${'y'.repeat(5999)}`);
  expect(value(run.data.params, 'with a NUL')).toBe('ab');
  expect(value(run.data.tags, 'long')).toHaveLength(8000);
  expect(value(run.data.metrics, 'a/b/c')).toBe('NaN');
  expect((await to.wire('GET experiments/get-by-name', { experiment_name: name })).status).toBe(200);
});

test('DS1 a folder of which a file is broken, or has a name that Peil does not keep, comes but for that', async () => {
  const store = join(kit.folder(), 'odd');
  await cp(join(recorded, 'deleted-mlruns-3.18'), store, { recursive: true });
  const experiment = '770097505113884382';
  const kept = '779b2e55d0a04d589a083ede14ab4fdf';
  await writeFile(join(store, experiment, 'a8d98ac8dd8f4fd789929c42ca221e1e', 'meta.yaml'), 'run_name: "broken');
  await writeFile(join(store, experiment, kept, 'artifacts', 'a#b.txt'), 'of no name');
  const to = await openPeil();
  const { exitCode, brought } = await bring(to, '--from', store);
  expect(exitCode).not.toBe(0);
  expect(brought?.differences.map((each) => each.split(':')[0])).toEqual([
    `file 1/${kept}/artifacts/a#b.txt`,
    `run ${kept}`,
    `run ${kept}`,
    'run a8d98ac8dd8f4fd789929c42ca221e1e',
  ]);
  expect(brought?.differences[1]).toContain('files 2 there, 1 here');
  expect(brought).toMatchObject({ experiments: 1, runs: 2 });
});
