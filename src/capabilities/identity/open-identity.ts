import { change } from '../../platform/context/change.ts';
import { makeContext, type Services, systemActor } from '../../platform/context/context.ts';
import { newId } from '../../platform/ids.ts';
import { ownerId } from './mode.ts';
import { findMode } from './queries.ts';
import { insertAccount, insertInstallation } from './store.ts';

/** Makes the owner of a new installation; on one that exists, nothing. Called at every start. */
export async function openIdentity(services: Services): Promise<void> {
  if ((await findMode(services.database.reader)) !== null) return;
  const ctx = makeContext(services, { actor: systemActor, requestId: newId() });
  await change(ctx, async (tx) => {
    const isNew = await insertInstallation(tx.db, tx.now);
    if (isNew) await insertAccount(tx.db, owner(tx.now));
    tx.record({ type: 'installation.opened', subject: { kind: 'installation', id: 'peil' }, problemId: null });
  });
}

const owner = (now: number) => ({
  id: ownerId,
  name: 'Owner',
  email: null,
  status: 'active' as const,
  organisation_role: 'admin' as const,
  created_at: now,
});
