/** Front door of frameworks. */
export { frameworksRoutes } from './routes.ts';
export { scheduleFrameworkWatch, watchChosenJob } from './watch-chosen.ts';
