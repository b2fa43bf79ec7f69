/** Front door of contracts. */
export { judgeImports } from './begin-run.ts';
export { contractRoutes } from './routes.ts';
export { contractRunJob } from './run-job.ts';
