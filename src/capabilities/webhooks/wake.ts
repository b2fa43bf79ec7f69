import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { JobTx } from '../../platform/jobs/enqueue.ts';
import { webhooksDb } from './tables.ts';

export const deliverJobName = 'webhooks.deliver';

const job = (webhookId: string) => ({
  name: deliverJobName,
  payload: { webhookId },
  // One at a time: that is what keeps the order.
  group: { key: `${deliverJobName} ${webhookId}` },
  // Of a process that dies on the way; attempts at the receiver are counted at the delivery.
  maxAttempts: 20,
});

/** There is something to send. */
export async function wake(jobs: Jobs, tx: JobTx, webhookId: string): Promise<void> {
  const key = `${deliverJobName} ${webhookId}`;
  await jobs.enqueue(tx, { ...job(webhookId), dedupe: { key, whenRunning: 'again' } });
}

export async function wakeLater(
  jobs: Jobs,
  tx: JobTx,
  { webhookId, runAt }: { webhookId: string; runAt: number },
): Promise<void> {
  await jobs.enqueue(tx, { ...job(webhookId), runAt });
}

/**
 * What waits for its next attempt does not wait any longer: something has changed that may mend it. The event that is
 * recorded with it wakes the job.
 */
export async function hurry(tx: JobTx, webhookId: string): Promise<void> {
  await webhooksDb(tx.db)
    .updateTable('webhook_delivery')
    .set({ next_at: tx.now })
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'waiting')
    .execute();
}
