/** Front door of formulation. */
export { keepProblemSummaries } from './keep-problem-summaries.ts';
export { formulationRoutes } from './routes.ts';
