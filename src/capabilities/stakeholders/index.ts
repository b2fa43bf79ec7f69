/** Front door of stakeholders. */
export { listStakeholderEvidence, snapshotOfStakeholders, stakeholderGateTexts } from './gate-evidence.ts';
export { stakeholderRoutes } from './routes.ts';
