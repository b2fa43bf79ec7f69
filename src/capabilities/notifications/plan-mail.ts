import type { Config } from '../../platform/config/config.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { JobTx } from '../../platform/jobs/enqueue.ts';
import type { MailChoice } from './contract.ts';
import { notificationsDb } from './tables.ts';

export const mailJobName = 'notifications.mail';
export const standardChoice: MailChoice = 'digest';
const minute_ms = 60_000;
const quiet_ms = 10 * minute_ms;

/** Without a server, or a sender's address, nothing is ever sent, so nothing waits to be. */
export function plansMail({ smtpHost, smtpFrom }: Pick<Config, 'smtpHost' | 'smtpFrom'>): boolean {
  return smtpHost !== null && smtpFrom !== null;
}

/** For each of these people: when what they have not been mailed goes out. More news moves a digest on. */
export async function planMail(jobs: Jobs, tx: JobTx, userIds: readonly string[]): Promise<void> {
  const rows = await notificationsDb(tx.db)
    .selectFrom('notification_mail')
    .select(['user_id', 'choice'])
    .where('user_id', 'in', userIds)
    .execute();
  const chosen = new Map(rows.map(({ user_id, choice }) => [user_id, choice]));
  for (const userId of userIds) await planFor(jobs, tx, { userId, choice: chosen.get(userId) ?? standardChoice });
}

export async function planFor(
  jobs: Jobs,
  tx: JobTx,
  { userId, choice }: { userId: string; choice: MailChoice },
): Promise<void> {
  const due_at = dueAt(choice, tx.now);
  await notificationsDb(tx.db)
    .insertInto('notification_mail')
    .values({ user_id: userId, choice, due_at })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ choice, due_at }))
    .execute();
  if (due_at === null) return;
  // A job for each moment: one that runs after more news came finds the moment moved on, and leaves it to the next.
  await jobs.enqueue(tx, {
    name: mailJobName,
    payload: { userId },
    runAt: due_at,
    dedupe: { key: `${mailJobName} ${userId} ${choice === 'digest' ? due_at : choice}`, whenRunning: 'again' },
    maxAttempts: 8,
  });
}

function dueAt(choice: MailChoice, now: number): number | null {
  if (choice === 'never') return null;
  // By the minute, so that a lively hour makes no more than sixty jobs.
  return choice === 'at_once' ? now : Math.ceil((now + quiet_ms) / minute_ms) * minute_ms;
}
