import { change, type Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Answer } from '../../platform/endpoint/define-endpoint.ts';
import { fromJson, toJson } from '../../platform/json.ts';
import type { Connection } from './connection-contract.ts';
import { allowanceOf } from './source-allowance.ts';
import { refuseForbidden } from './connect/refuse-forbidden.ts';
import { lockPresent } from './lock-row.ts';
import { secretPlaceOf } from './secret-place.ts';
import type { readConnection as endpoint } from './source-connection-contract.ts';
import type { Source } from './source-contract.ts';
import { getSource } from './source-queries.ts';
import { datasetDb } from './tables.ts';

interface Place {
  problemId: string;
  sourceId: string;
}

/** The name under which the password or token of a source is kept. */
export const secretOf = (sourceId: string): string => `data_source.${sourceId}`;

export async function showConnection(ctx: Context, place: Place): Promise<Answer<typeof endpoint>> {
  await getSource(ctx, place);
  return {
    connection: await findConnection(ctx, place.sourceId),
    hasSecret: await ctx.secrets.isKept(secretOf(place.sourceId)),
  };
}

export async function findConnection(ctx: Context, sourceId: string): Promise<Connection | null> {
  const row = await datasetDb(ctx.db)
    .selectFrom('data_source')
    .select('connection')
    .where('id', '=', sourceId)
    .executeTakeFirst();
  return row?.connection ? fromJson<Connection>(row.connection) : null;
}

/**
 * A secret is for one place: whoever names another place and no secret cannot have the old one sent there, so it is
 * forgotten. The event says that the connection was written, and holds neither the address nor the secret.
 */
export async function writeConnection(
  ctx: Context,
  { connection, secret, ...place }: Place & { connection: Connection; secret?: string | null },
): Promise<Source> {
  await refuseForbidden(connection, { allowance: await allowanceOf(ctx), folders: ctx.config.sourceFolders });
  await change(ctx, async (tx) => {
    const before = await keep(tx, place, toJson(connection));
    const isElsewhere = before !== null && secretPlaceOf(before) !== secretPlaceOf(connection);
    if (secret === null || (secret === undefined && isElsewhere))
      await ctx.secrets.forget(tx.db, secretOf(place.sourceId));
    else if (secret !== undefined) await ctx.secrets.keep(tx.db, secretOf(place.sourceId), secret);
    tx.record({ ...happened(place), type: 'data_source.connected', data: { kind: connection.kind } });
  });
  return getSource(ctx, place);
}

export async function removeConnection(ctx: Context, place: Place): Promise<Source> {
  await change(ctx, async (tx) => {
    await keep(tx, place, null);
    await ctx.secrets.forget(tx.db, secretOf(place.sourceId));
    tx.record({ ...happened(place), type: 'data_source.disconnected' });
  });
  return getSource(ctx, place);
}

/** Answers what was there before. */
async function keep(tx: Tx, { problemId, sourceId }: Place, connection: string | null): Promise<Connection | null> {
  const before = await lockPresent(tx, 'data_source', { problemId, id: sourceId });
  await datasetDb(tx.db).updateTable('data_source').set({ connection }).where('id', '=', sourceId).execute();
  return before.connection ? fromJson<Connection>(before.connection) : null;
}

const happened = ({ problemId, sourceId }: Place) => ({
  subject: { kind: 'data_source', id: sourceId },
  problemId,
});
