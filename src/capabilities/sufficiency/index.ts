/** Front door of sufficiency. */
export { judgeSufficiencyOfImports } from './begin-run.ts';
export { sufficiencyGateOwner } from './gate-evidence.ts';
export { sufficiencyRoutes } from './routes.ts';
export { sufficiencyRunJob } from './run-job.ts';
