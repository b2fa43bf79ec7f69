/** Front door of formulation. */
export { guardStoppedProblems } from './guard-stopped-problems.ts';
export { keepProblemSummaries } from './keep-problem-summaries.ts';
export { formulationRoutes } from './routes.ts';
export { listProblemTitles } from './problem-queries.ts';
