import type { SchemaStep } from '../platform/db/migrate.ts';
import { identityStep } from './0001-identity.ts';
import { auditStep } from './0002-audit.ts';
import { jobsStep } from './0003-jobs.ts';
import { secretsStep } from './0004-secrets.ts';
import { formulationStep } from './0005-formulation.ts';
import { decisionsStep } from './0006-decisions.ts';
import { foundInUseStep } from './0007-found-in-use.ts';
import { gatesStep } from './0008-gates.ts';
import { conversationStep } from './0009-conversation.ts';
import { webhooksStep } from './0010-webhooks.ts';
import { stakeholdersStep } from './0011-stakeholders.ts';
import { riskStep } from './0012-risk.ts';
import { completeFormulationStep } from './0013-formulation.ts';
import { onePageStep } from './0015-one-page.ts';
import { portfolioStep } from './0016-portfolio.ts';
import { policiesAndDelegationsStep } from './0017-policies-and-delegations.ts';
import { variantsStep } from './0018-variants.ts';
import { conditionsStep } from './0019-conditions.ts';
import { datasetsStep } from './0020-datasets.ts';
import { frameworksStep } from './0021-frameworks.ts';
import { contractsStep } from './0022-contracts.ts';
import { explorationStep } from './0023-exploration.ts';
import { gatesWithDataStep } from './0024-gates-with-data.ts';
import { sufficiencyStep } from './0025-sufficiency.ts';
import { waiversStep } from './0026-waivers.ts';
import { signaturesThatEndStep } from './0027-signatures-that-end.ts';
import { wordsForReceiversStep } from './0029-words-for-receivers.ts';
import { howVersionsWereReadStep } from './0030-how-versions-were-read.ts';
import { outcomeOfDataSetsStep } from './0032-outcome-of-data-sets.ts';
import { trackingStep } from './0034-tracking.ts';
import { artifactsStep } from './0035-artifacts.ts';
import { modelsOfRunsStep } from './0036-models-of-runs.ts';
import { dataOfRunsStep } from './0037-data-of-runs.ts';
import { namingRulesStep } from './0039-naming-rules.ts';
import { modelVariantsStep } from './0040-model-variants.ts';
import { evaluationStep } from './0041-evaluation.ts';
import { registryStep } from './0038-registry.ts';
import { runViewsStep } from './0043-run-views.ts';
import { artifactsInPartsStep } from './0045-artifacts-in-parts.ts';
import { findingRunsStep } from './0046-finding-runs.ts';
import { filesOfVersionsStep } from './0049-files-of-versions.ts';
import { briefsOfEvaluationsStep } from './0053-briefs-of-evaluations.ts';
import { revisionsOfRunsStep } from './0055-revisions-of-runs.ts';
import { pairsOfEvaluationsStep } from './0056-pairs-of-evaluations.ts';

/** The schema's history, in order. Append only: a released step is never edited. */
export const schemaSteps: readonly SchemaStep[] = [
  identityStep,
  auditStep,
  jobsStep,
  secretsStep,
  formulationStep,
  decisionsStep,
  foundInUseStep,
  gatesStep,
  conversationStep,
  webhooksStep,
  stakeholdersStep,
  riskStep,
  completeFormulationStep,
  onePageStep,
  portfolioStep,
  policiesAndDelegationsStep,
  variantsStep,
  conditionsStep,
  datasetsStep,
  frameworksStep,
  contractsStep,
  explorationStep,
  gatesWithDataStep,
  sufficiencyStep,
  waiversStep,
  signaturesThatEndStep,
  wordsForReceiversStep,
  howVersionsWereReadStep,
  outcomeOfDataSetsStep,
  trackingStep,
  artifactsStep,
  modelsOfRunsStep,
  dataOfRunsStep,
  registryStep,
  namingRulesStep,
  modelVariantsStep,
  evaluationStep,
  runViewsStep,
  artifactsInPartsStep,
  findingRunsStep,
  filesOfVersionsStep,
  briefsOfEvaluationsStep,
  revisionsOfRunsStep,
  pairsOfEvaluationsStep,
];
