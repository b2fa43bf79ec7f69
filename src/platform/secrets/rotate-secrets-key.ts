import { change } from '../context/change.ts';
import type { Context } from '../context/context.ts';

/**
 * Seals every secret with a new key. A crash at any point leaves secrets that can all be read, since the file holds both
 * keys until the last one is sealed anew; what is then left is done by the next rotation.
 */
export async function rotateSecretsKey(ctx: Context): Promise<{ keyId: string; count: number }> {
  const { secrets } = ctx;
  const keyId = await secrets.beginKey();
  const count = await change(ctx, async (tx) => {
    const resealed = await secrets.reseal(tx.db);
    const subject = { kind: 'secrets_key', id: keyId };
    tx.record({ type: 'secrets.key_rotated', subject, problemId: null, data: { secrets: resealed } });
    return resealed;
  });
  await secrets.endOldKeys();
  return { keyId, count };
}
