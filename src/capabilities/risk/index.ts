/** Front door of risk: for capabilities that own a gate or know the problem. */
export { findRiskClass } from './find-risk-class.ts';
export { listRiskEvidence } from './list-risk-evidence.ts';
export { listRiskTitles } from './list-risk-titles.ts';
export { type KnownFacts, showRegulatorList } from './regulator-list.ts';
export { riskRoutes } from './routes.ts';
export { snapshotOfRisk } from './snapshot-of-risk.ts';
export { riskGateTexts } from './texts.ts';
