/** Front door of evaluation. */
export { evaluationJob } from './evaluation-job.ts';
export { isEvaluated } from './evaluation-queries.ts';
export { evaluationRoutes } from './routes.ts';
export { pairJob } from './pair-job.ts';
export { evaluationsHoldRuns } from './evaluations-hold-runs.ts';
export { countEvaluatedRuns } from './count-evaluated-runs.ts';
export { runsJudged } from './runs-judged.ts';
