import type { Clock } from '../clock.ts';
import type { AnyDb, Database } from '../db/database.ts';
import { secretsErrors } from './errors.ts';
import { newSecretKey, readKeyFile, type SecretKey, writeKeyFile } from './key-file.ts';
import { openSecret, sealSecret } from './secret-box.ts';
import { on, type SecretRow } from './tables.ts';

interface SecretsOptions {
  database: Database;
  clock: Clock;
  /** of the key file */
  path: string;
}

/**
 * Passwords and keys that Peil must be able to read again, encrypted in the database; the key is in a file apart from it.
 * A backup holds the database and leaves the key file out: whoever finds a backup cannot read them, and whoever restores
 * one needs the copy of the key file. Nothing here is ever part of an answer: pages learn whether a secret is kept.
 */
export class Secrets {
  readonly #options: SecretsOptions;
  #keys: readonly [SecretKey, ...SecretKey[]];

  constructor(options: SecretsOptions, keys: readonly [SecretKey, ...SecretKey[]]) {
    this.#options = options;
    this.#keys = keys;
  }

  /** The secret in clear; null where none is kept under this name. */
  async find(name: string): Promise<string | null> {
    const row = await on(this.#options.database.reader)
      .selectFrom('secret')
      .selectAll()
      .where('name', '=', name)
      .executeTakeFirst();
    return row ? this.#open(row) : null;
  }

  async isKept(name: string): Promise<boolean> {
    const row = await on(this.#options.database.reader)
      .selectFrom('secret')
      .select('name')
      .where('name', '=', name)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** In the transaction of the caller, who records what happened, without the value. */
  async keep(db: AnyDb, name: string, value: string): Promise<void> {
    const row = { ...sealSecret(name, value, this.#keys[0]), updated_at: this.#options.clock.now() };
    const { key_id, nonce, ciphertext, updated_at } = row;
    await on(db)
      .insertInto('secret')
      .values(row)
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ key_id, nonce, ciphertext, updated_at }))
      .execute();
  }

  async forget(db: AnyDb, name: string): Promise<void> {
    await on(db).deleteFrom('secret').where('name', '=', name).execute();
  }

  /** From here on secrets are sealed with a new key; the file holds it before any secret needs it. */
  async beginKey(): Promise<string> {
    const key = newSecretKey();
    await this.#setKeys([key, ...this.#keys]);
    return key.id;
  }

  /** Seals again what an earlier key has sealed; answers how many. */
  async reseal(db: AnyDb): Promise<number> {
    const [key] = this.#keys;
    const rows = await on(db).selectFrom('secret').selectAll().where('key_id', '<>', key.id).execute();
    for (const row of rows) {
      const sealed = sealSecret(row.name, await this.#open(row), key);
      // Where somebody entered the secret anew meanwhile, theirs stays.
      await on(db)
        .updateTable('secret')
        .set(sealed)
        .where('name', '=', row.name)
        .where('nonce', '=', row.nonce)
        .execute();
    }
    return rows.length;
  }

  /** The key before this one stays: a backup from before the rotation, or a write that overtook it, needs it. */
  async endOldKeys(): Promise<void> {
    const [key, before] = this.#keys;
    await this.#setKeys(before ? [key, before] : [key]);
  }

  async #setKeys(keys: readonly [SecretKey, ...SecretKey[]]): Promise<void> {
    await writeKeyFile(this.#options.path, keys);
    this.#keys = keys;
  }

  async #open(row: SecretRow): Promise<string> {
    const key = await this.#keyOf(row);
    const value = openSecret(row, key);
    if (value === null) throw secretsErrors.altered({ name: row.name });
    return value;
  }

  /** A key that is not known may stand in the file by now: put back by hand, or written by another server beside this one. */
  async #keyOf({ name, key_id }: SecretRow): Promise<SecretKey> {
    const known = this.#keys.find(({ id }) => id === key_id);
    if (known) return known;
    const { path } = this.#options;
    const added = (await readKeyFile(path))?.find(({ id }) => id === key_id);
    if (!added) throw secretsErrors.wrongKey({ name, keyId: key_id, path });
    this.#keys = [...this.#keys, added];
    return added;
  }
}

/** Reads the key file, or makes it where the database holds no secret yet. Throws the sentence about a missing one. */
export async function openSecrets(options: SecretsOptions): Promise<Secrets> {
  const { path, database } = options;
  const [newest, ...older] = (await readKeyFile(path)) ?? (await noFile(database, path));
  if (newest) return new Secrets(options, [newest, ...older]);
  const key = newSecretKey();
  await writeKeyFile(path, [key]);
  return new Secrets(options, [key]);
}

async function noFile(database: Database, path: string): Promise<SecretKey[]> {
  const { count } = await on(database.reader)
    .selectFrom('secret')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (count > 0) throw secretsErrors.keyMissing({ path, count });
  return [];
}
