/** Front door of contracts. */
export { judgeImports } from './begin-run.ts';
export { contractRoutes } from './routes.ts';
export { findCountsOf } from './run-queries.ts';
export { contractRunJob } from './run-job.ts';
