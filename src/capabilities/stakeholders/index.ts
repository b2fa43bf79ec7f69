/** Front door of stakeholders. */
export {
  listStakeholderEvidence,
  snapshotOfStakeholders,
  type StakeholderEvidence,
  stakeholderGateTexts,
} from './gate-evidence.ts';
export { stakeholderRoutes } from './routes.ts';
