/** Front door of exploration. */
export { forgetErasedCharts } from './forget-erased.ts';
export { explorationRoutes } from './routes.ts';
