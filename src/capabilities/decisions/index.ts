/** Front door of decisions: for capabilities that own a gate. */
export { findDifferences } from './find-differences.ts';
export { findLastDecision, findSnapshot, getDecision, listDecisionsOf } from './queries.ts';
export { recordDecision } from './record-decision.ts';
export { showSnapshot } from './show-snapshot.ts';
export { hashSnapshot } from './snapshot-hash.ts';
