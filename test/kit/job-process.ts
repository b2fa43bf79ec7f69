import { systemClock } from '../../src/platform/clock.ts';
import { openPostgres, openSqlite } from '../../src/platform/db/database.ts';
import { defineJob } from '../../src/platform/jobs/job-handler.ts';
import { jobsOn } from './job-queue.ts';

/** A process that runs jobs and is made to be killed: `node job-process.ts sqlite|postgres <path or url>`. */
const [, , kind = '', address = ''] = process.argv;
const database = kind === 'postgres' ? await openPostgres(address) : await openSqlite({ path: address });
const endless = defineJob({ name: 'endless', run: () => new Promise(() => {}) });
await jobsOn({ database, address }, [endless], systemClock).start();
setInterval(() => {}, 1_000);
