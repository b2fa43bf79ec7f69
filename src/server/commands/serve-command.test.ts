import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServerProcess, startServer } from '../../../test/kit/server-process.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'peil-serve-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const main = join(import.meta.dirname, '..', '..', 'main.ts');
const clean = { LANG: 'C', LC_ALL: '', LC_MESSAGES: '', NODE_OPTIONS: '' };

/** A start that is expected to fail. */
function failing(...options: string[]): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const args = [main, 'serve', '--empty', ...options];
    const child = execFile(process.execPath, args, { env: { ...process.env, ...clean } }, (_error, stdout, stderr) =>
      resolve({ exitCode: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

const start = (name: string, options: readonly string[] = []) =>
  startServer({ dataFolder: join(folder, name), options, environment: clean });

async function timed(server: ServerProcess): Promise<{ exitCode: number | null; took_ms: number }> {
  const from = performance.now();
  const exitCode = await server.stop();
  return { exitCode, took_ms: performance.now() - from };
}

test('house a start says where Peil is, sounds no alarm, and ends cleanly', async () => {
  const server = await start('calm');
  const { exitCode, took_ms } = await timed(server);
  expect(exitCode).toBe(0);
  expect(took_ms).toBeLessThan(5_000);
  expect(server.printed()).toContain(`Peil is ready: ${server.address}/\n`);
  expect(server.printed()).toContain('Ended. Everything is kept.');
  expect(server.printed()).not.toMatch(/warn|error|deprecat/i);
});

test('house an open page does not hold up the end', async () => {
  const server = await start('calm');
  const page = await fetch(`${server.address}/api/events`);
  const text = page.text().catch(() => '');
  const { exitCode, took_ms } = await timed(server);
  await text;
  expect(exitCode).toBe(0);
  expect(took_ms).toBeLessThan(5_000);
});

test('house a team is shown the link of its first administrator', async () => {
  const server = await start('team', ['--team']);
  await server.stop();
  expect(server.printed()).toContain(`${server.address}/welcome#`);
});

test('house a port that is taken is named, with another to choose', async () => {
  const server = await start('first');
  const second = await failing('--data', join(folder, 'second'), '--port', String(server.port));
  await server.stop();
  expect(second.stderr).toContain(`Port ${server.port} on 127.0.0.1 is in use`);
  expect(second.stdout).toBe('');
  expect(second.exitCode).toBe(6);
});

test('house what is no database of Peil, or one of a newer Peil, is refused and left as it is', async () => {
  const broken = join(folder, 'broken');
  await start('broken').then((server) => server.stop());
  const file = join(broken, 'peil.db');
  const database = new DatabaseSync(file);
  database.exec("insert into kysely_migration (name, timestamp) values ('9999-future', '2030-01-01')");
  database.close();
  expect(await failing('--data', broken, '--port', '0')).toMatchObject({
    exitCode: 6,
    stderr: expect.stringContaining('written by a newer Peil'),
  });
  for (const tail of ['-wal', '-shm']) await rm(`${file}${tail}`, { force: true });
  await writeFile(file, 'no database at all, only text');
  expect(await failing('--data', broken, '--port', '0')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('cannot be read as a database of Peil'),
  });
});

test('house a database that is not there is named, without its password', async () => {
  const url = 'postgres://peil:s3cret@127.0.0.1:1/peil';
  const { exitCode, stderr } = await failing('--data', join(folder, 'none'), '--port', '0', '--database', url);
  expect(stderr).toContain('does not let Peil in (connect ECONNREFUSED 127.0.0.1:1)');
  expect(stderr).not.toContain('s3cret');
  expect(exitCode).toBe(7);
});
