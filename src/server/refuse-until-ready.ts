import { access, constants, statfs } from 'node:fs/promises';
import { sql } from 'kysely';
import { schemaSteps } from '../migrations/index.ts';
import type { Context } from '../platform/context/context.ts';
import { platformErrors } from '../platform/errors/platform-errors.ts';

/** Throws 503 with the reason while this Peil could not serve: its schema is another's, or nothing can be kept. */
export async function refuseUntilReady(ctx: Context): Promise<void> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name desc limit 1`.execute(
    ctx.db,
  );
  const [last] = rows;
  if (last?.name !== schemaSteps.at(-1)?.name)
    throw platformErrors.notReady({ reason: `the database stands at step ${last?.name ?? 'none'} of the schema` });
  const { dataFolder } = ctx.config;
  try {
    await access(dataFolder, constants.W_OK);
  } catch {
    throw platformErrors.notReady({ reason: 'the data folder cannot be written' });
  }
  const { bavail } = await statfs(dataFolder);
  if (bavail === 0) throw platformErrors.notReady({ reason: 'the disk is full' });
}
