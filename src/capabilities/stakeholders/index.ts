/** Front door of stakeholders. */
export { listStakeholderEvidence, snapshotOfStakeholders, stakeholderGateTexts } from './gate-evidence.ts';
export { listStakeholderNames } from './list-stakeholder-names.ts';
export { stakeholderRoutes } from './routes.ts';
