import { openAnalytics } from '../../src/platform/analytics/analytics.ts';
import { openLog } from '../../src/platform/log/log.ts';

/** A server that asks something long, to be killed by a test: `analytics-process <folder>` sends the ids it started. */
const [, , folder = ''] = process.argv;
const analytics = await openAnalytics({ folder, log: openLog('silent') });
await analytics.query('select 1', [], { files: [] });
void analytics.query('select count(*) from range(100000000000) where range % 3 = 1', [], { files: [] });
process.send?.(analytics.queries.pid);
