/** Front door of decisions: for capabilities that own a gate. */
export { listConditions, meetCondition } from './conditions.ts';
export { listNearConditions, type NearCondition, tellCondition } from './tell-condition.ts';
export { findDifferences } from './find-differences.ts';
export { asksFor, isWaivable, judgeGate, type Obstacle, peopleAsked } from './judge-gate.ts';
export { listOwnedConditions, reassignCondition } from './owned-conditions.ts';
export { findPolicy, policyInForce } from './policies.ts';
export { closeProposal, findOpenProposal, getOpenProposal, openProposal } from './proposals.ts';
export { findLastDecision, findLastDecisions, findSnapshot, getDecision, listDecisionsOf } from './queries.ts';
export { recordSignOff, recordWaiver, takeWaiverBack } from './record-signed.ts';
export { recordDecision } from './record-decision.ts';
export { decisionsRoutes } from './routes.ts';
export { ruleFor } from './rules-for.ts';
export { keepSnapshot, showSnapshot } from './show-snapshot.ts';
export { hashSnapshot } from './snapshot-hash.ts';
