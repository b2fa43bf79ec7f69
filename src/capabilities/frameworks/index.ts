/** Front door of frameworks. */
export { frameworksGateOwner } from './gate-evidence.ts';
export { approachNames } from './name-approaches.ts';
export { frameworksRoutes } from './routes.ts';
export { scheduleFrameworkWatch, watchChosenJob } from './watch-chosen.ts';
