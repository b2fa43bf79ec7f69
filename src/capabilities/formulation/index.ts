/** Front door of formulation. */
export { concernsLaterGates, type GateOwner, installGateOwners } from './gate-owners.ts';
export { type EvidenceItem } from './gate-rules.ts';
export { isAttached } from './attachment-queries.ts';
export { listDataRequirementIds, listNeededData } from './data-requirements.ts';
export { handOverWork } from './hand-over-work.ts';
export { guardStoppedProblems } from './guard-stopped-problems.ts';
export { keepProblemSummaries } from './keep-problem-summaries.ts';
export { formulationRoutes } from './routes.ts';
export { findFirstDate, listOpenEvidence, type OwnPart } from './part-evidence.ts';
export { findProblemFacts, type ProblemFacts, type ProposalFacts } from './portfolio-facts.ts';
export { isProblem, listProblemIds, listProblemTitles } from './problem-queries.ts';
export { sayPlaces } from './name-anchors.ts';
export { conditionsJob, scheduleConditions } from './tell-due-conditions.ts';
export { titleKey } from './title-key.ts';
export { findTask } from './translation-queries.ts';
export { findValueModel } from './value-queries.ts';
export { listMeasured } from './measured-figures.ts';
export { proposeMeasuredFigures } from './propose-measured-figures.ts';
