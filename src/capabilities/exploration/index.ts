/** Front door of exploration. */
export { listFindingEvidence, snapshotOfFindings } from './finding-evidence.ts';
export { forgetErasedCharts } from './forget-erased.ts';
export { findingNames } from './name-findings.ts';
export { explorationRoutes } from './routes.ts';
