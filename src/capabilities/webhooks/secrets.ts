import type { Tx } from '../../platform/context/change.ts';
import type { Context } from '../../platform/context/context.ts';
import type { WebhookRow } from './tables.ts';

/** So long the secret before the present one signs too, for receivers that do not know the new one yet. */
export const overlap_ms = 86_400_000;

const nameOf = (id: string) => `webhook.${id}`;
const nameOfPrevious = (id: string) => `webhook.${id}.previous`;

export async function keepSecret(ctx: Context, tx: Tx, { id, secret }: { id: string; secret: string }): Promise<void> {
  const previous = await ctx.secrets.find(nameOf(id));
  if (previous !== null) await ctx.secrets.keep(tx.db, nameOfPrevious(id), previous);
  await ctx.secrets.keep(tx.db, nameOf(id), secret);
}

export async function forgetSecrets(ctx: Context, tx: Tx, id: string): Promise<void> {
  await ctx.secrets.forget(tx.db, nameOf(id));
  await ctx.secrets.forget(tx.db, nameOfPrevious(id));
}

/** The present one first. */
export async function secretsInForce(
  ctx: Context,
  { id, previous_secret_until: until }: Pick<WebhookRow, 'id' | 'previous_secret_until'>,
): Promise<string[]> {
  const names = [nameOf(id), ...(until !== null && until > ctx.clock.now() ? [nameOfPrevious(id)] : [])];
  const found = await Promise.all(names.map((name) => ctx.secrets.find(name)));
  const secrets = found.filter((secret) => secret !== null);
  if (secrets.length === 0) throw new Error(`The secret of webhook ${id} is not kept.`);
  return secrets;
}
