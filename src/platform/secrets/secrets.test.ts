import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAudited, systemContext } from '../../../test/kit/audited.ts';
import { describeEachDatabase } from '../../../test/kit/databases.ts';
import { quietly } from '../context/change.ts';
import type { Services } from '../context/context.ts';
import { newSecretKey, readKeyFile, writeKeyFile } from './key-file.ts';
import { rotateSecretsKey } from './rotate-secrets-key.ts';
import { openSecret, sealSecret } from './secret-box.ts';
import { openSecrets, type Secrets } from './secrets.ts';
import { on } from './tables.ts';

test('house a secret opens with its key, under its name, and unaltered', () => {
  const key = newSecretKey();
  const sealed = sealSecret('smtp.password', 'hunter2 🛬', key);
  expect(openSecret(sealed, key)).toBe('hunter2 🛬');
  expect(openSecret({ ...sealed, name: 'oidc.secret' }, key)).toBeNull();
  expect(openSecret(sealed, newSecretKey())).toBeNull();
  expect(openSecret({ ...sealed, ciphertext: `A${sealed.ciphertext.slice(1)}` }, key)).toBeNull();
  expect(openSecret({ ...sealed, ciphertext: '' }, key)).toBeNull();
  expect(sealSecret('smtp.password', 'hunter2 🛬', key).nonce).not.toBe(sealed.nonce);
});

describeEachDatabase('house secrets', ({ openEmpty }) => {
  let services: Services;
  let remove: () => Promise<void>;
  let folder: string;
  let path: string;
  let secrets: Secrets;

  beforeAll(async () => {
    ({ services, remove } = await openAudited(openEmpty));
    folder = await mkdtemp(join(tmpdir(), 'peil-secrets-'));
    path = join(folder, 'apart', 'secrets.key');
    await quietly(services, (db) => on(db).deleteFrom('secret').execute());
    secrets = await open();
    services = { ...services, secrets };
  });
  afterAll(async () => {
    await remove();
    await rm(folder, { recursive: true, force: true });
  });

  const open = () => openSecrets({ database: services.database, clock: services.clock, path });
  const keep = (name: string, value: string) => quietly(services, (db) => secrets.keep(db, name, value));
  const rows = () => on(services.database.reader).selectFrom('secret').selectAll().orderBy('name').execute();

  test('house the key file is made at the first start, for the owner alone', async () => {
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(path, 'utf8')).toMatch(/^# Keys.*\n[0-9a-f]{16} \S{44}\n$/);
  });

  test('house a secret is kept, replaced, forgotten, and nowhere in clear', async () => {
    await keep('smtp.password', 'hunter2');
    await keep('smtp.password', 'correct horse');
    expect(await secrets.find('smtp.password')).toBe('correct horse');
    expect(await secrets.isKept('smtp.password')).toBe(true);
    expect(JSON.stringify([await rows(), secrets])).not.toMatch(/correct horse|hunter2/);
    await keep('oidc.secret', 'x');
    await quietly(services, (db) => secrets.forget(db, 'oidc.secret'));
    expect([await secrets.find('oidc.secret'), await secrets.isKept('oidc.secret')]).toEqual([null, false]);
  });

  test('house the next start opens what an earlier one kept', async () => {
    expect(await (await open()).find('smtp.password')).toBe('correct horse');
  });

  test('house a secret put in the place of another is noticed', async () => {
    await keep('source.sales', 'of the sales database');
    const [row] = await rows();
    await quietly(services, (db) =>
      on(db)
        .updateTable('secret')
        .set({ nonce: row!.nonce, ciphertext: row!.ciphertext })
        .where('name', '=', 'source.sales')
        .execute(),
    );
    await expect(secrets.find('source.sales')).rejects.toMatchObject({ code: 'secrets.altered' });
    await keep('source.sales', 'of the sales database');
  });

  test('house a new key opens every secret, and the old one is kept for older backups only', async () => {
    const [old] = (await readKeyFile(path))!;
    const { keyId, count } = await rotateSecretsKey(systemContext(services));
    expect(count).toBe(2);
    expect((await rows()).map((row) => row.key_id)).toEqual([keyId, keyId]);
    expect((await readKeyFile(path))!.map(({ id }) => id)).toEqual([keyId, old!.id]);
    await rotateSecretsKey(systemContext(services));
    expect((await readKeyFile(path))!.map(({ id }) => id)).not.toContain(old!.id);
    expect(await (await open()).find('source.sales')).toBe('of the sales database');
  });

  test('house a rotation that ended half-way leaves every secret readable', async () => {
    const later = await open();
    await later.beginKey();
    await quietly(services, (db) => later.keep(db, 'half.way', 'sealed with the new key'));
    // This one still seals with the key before it, and learns of the new one from the file.
    expect(await secrets.find('half.way')).toBe('sealed with the new key');
    const afterwards = await open();
    expect(await afterwards.find('smtp.password')).toBe('correct horse');
    services = { ...services, secrets: afterwards };
    await rotateSecretsKey(systemContext(services));
    expect(await afterwards.find('half.way')).toBe('sealed with the new key');
  });

  test('house a missing, strange or wrong key file is said in a sentence', async () => {
    const kept = await readFile(path, 'utf8');
    await rm(path);
    await expect(open()).rejects.toMatchObject({ code: 'secrets.key_missing', params: { count: 3 } });
    await writeFile(path, `${kept}nonsense\n`);
    await expect(open()).rejects.toMatchObject({ code: 'secrets.key_unreadable', params: { path, line: 4 } });
    await writeKeyFile(path, [newSecretKey()]);
    const wrong = await open();
    await expect(wrong.find('smtp.password')).rejects.toThrow(
      /"smtp.password" was encrypted with the key [0-9a-f]{16}/,
    );
    await writeFile(path, kept);
    expect(await wrong.find('smtp.password')).toBe('correct horse');
  });

  test('house an empty key file is how its owner begins anew', async () => {
    await truncate(path);
    const anew = await open();
    await expect(anew.find('smtp.password')).rejects.toMatchObject({ code: 'secrets.wrong_key' });
    await quietly(services, (db) => anew.keep(db, 'smtp.password', 'entered again'));
    expect(await anew.find('smtp.password')).toBe('entered again');
  });
});
