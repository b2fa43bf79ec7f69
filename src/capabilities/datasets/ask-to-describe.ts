import type { Services } from '../../platform/context/context.ts';
import type { JobTx } from '../../platform/jobs/enqueue.ts';
import { describeJobName } from './import-job-name.ts';

interface Asked {
  problemId: string;
  versionId: string;
  actorId: string;
}

/** In the caller's transaction. Asked again while it is being described, it goes on with what is wanted by then. */
export async function askToDescribe(
  tx: JobTx,
  { jobs }: Pick<Services, 'jobs'>,
  { actorId, ...payload }: Asked,
): Promise<void> {
  const dedupe = { key: `${describeJobName}:${payload.versionId}`, whenRunning: 'again' } as const;
  await jobs.enqueue(tx, { name: describeJobName, payload, actorId, dedupe });
}
