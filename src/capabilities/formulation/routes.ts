import { type Route, route } from '../../platform/http/route.ts';
import { getDecision, listDecisionsOf } from '../decisions/index.ts';
import * as decisionsContract from '../decisions/contract.ts';
import { readRegulatorList } from '../risk/contract.ts';
import { showRegulatorList } from '../risk/index.ts';
import * as contract from './contract.ts';
import { changePrivacy } from './change-privacy.ts';
import { createKeyResult } from './create-key-result.ts';
import { createObjective } from './create-objective.ts';
import { createProblem } from './create-problem.ts';
import { closeGate, decideGate } from './decide-gate.ts';
import { deleteProblem } from './delete-problem.ts';
import { editKeyResult } from './edit-key-result.ts';
import { editObjective } from './edit-objective.ts';
import { evaluateProblemValue } from './evaluate-problem-value.ts';
import { gatherKnownFacts } from './known-facts.ts';
import { listLevelsOf } from './level-queries.ts';
import { listProblems } from './list-problems.ts';
import { listObjectivesOf } from './okr-queries.ts';
import { orderKeyResults } from './order-key-results.ts';
import { measuredRoutes } from './measured-routes.ts';
import { mlProblemRoutes } from './ml-problem-routes.ts';
import { opportunityExtraRoutes } from './opportunity-extra-routes.ts';
import { orderObjectives } from './order-objectives.ts';
import { getProblem } from './problem-queries.ts';
import { readLevel } from './read-level.ts';
import { readThread } from './read-thread.ts';
import { removeKeyResult } from './remove-key-result.ts';
import { removeObjective } from './remove-objective.ts';
import { renameProblem } from './rename-problem.ts';
import { restoreKeyResult } from './restore-key-result.ts';
import { restoreObjective } from './restore-objective.ts';
import { restoreProblem } from './restore-problem.ts';
import { keepOnePage } from './keep-one-page.ts';
import { listVersions } from './one-page-versions.ts';
import { sendCurrentPdf, sendKeptPdf } from './send-one-page-pdf.ts';
import { compareOnePages, showKeptPage, showOnePage } from './show-one-page.ts';
import { meetCondition, showConditions } from './meet-condition.ts';
import { proposeDecision, withdrawProposal } from './propose-decision.ts';
import { showGate } from './show-gate.ts';
import { signProposal } from './sign-proposal.ts';
import { showOpportunity } from './show-opportunity.ts';
import { showProblem } from './show-problem.ts';
import { showValueModel } from './show-value-model.ts';
import { findAlternatives } from './text-queries.ts';
import { variantRoutes } from './variant-routes.ts';
import { takeBackWaiver, waiveItem } from './waive-item.ts';
import { weighingRoutes } from './weighing-routes.ts';
import { writeAlternatives } from './write-alternatives.ts';
import { writeOpportunity } from './write-opportunity.ts';
import { writeValueModel } from './write-value-model.ts';

const problems: readonly Route[] = [
  route(contract.createProblem, (ctx, { body }) => createProblem(ctx, body)),
  route(contract.listProblems, (ctx, { query }) => listProblems(ctx, query)),
  route(contract.readProblem, (ctx, { params }) => showProblem(ctx.db, params.problemId)),
  route(contract.renameProblem, (ctx, { params, body, version }) =>
    renameProblem(ctx, { ...params, ...body, version }),
  ),
  route(contract.changePrivacy, (ctx, { params, body }) => changePrivacy(ctx, { ...params, ...body })),
  route(contract.deleteProblem, (ctx, { params }) => deleteProblem(ctx, params)),
  route(contract.restoreProblem, (ctx, { params }) => restoreProblem(ctx, params)),
  route(contract.readThread, (ctx, { params }) => readThread(ctx, params)),
];

const texts: readonly Route[] = [
  route(contract.readOpportunity, (ctx, { params }) => showOpportunity(ctx, params.problemId)),
  route(contract.writeOpportunity, (ctx, { params, body, version }) =>
    writeOpportunity(ctx, { ...params, texts: body, version }),
  ),
  route(contract.readAlternatives, async (ctx, { params }) => {
    await getProblem(ctx.db, params.problemId);
    return findAlternatives(ctx.db, params.problemId);
  }),
  route(contract.writeAlternatives, (ctx, { params, body, version }) =>
    writeAlternatives(ctx, { ...params, ...body, version }),
  ),
];

const okrs: readonly Route[] = [
  route(contract.listObjectives, async (ctx, { params }) => {
    await getProblem(ctx.db, params.problemId);
    return { objectives: await listObjectivesOf(ctx.db, params.problemId) };
  }),
  route(contract.createObjective, (ctx, { params, body }) => createObjective(ctx, { ...params, ...body })),
  route(contract.editObjective, (ctx, { params, body, version }) =>
    editObjective(ctx, { ...params, ...body, version }),
  ),
  route(contract.removeObjective, (ctx, { params }) => removeObjective(ctx, params)),
  route(contract.restoreObjective, (ctx, { params }) => restoreObjective(ctx, params)),
  route(contract.orderObjectives, (ctx, { params, body }) => orderObjectives(ctx, { ...params, ...body })),
  route(contract.createKeyResult, (ctx, { params, body }) => createKeyResult(ctx, { ...params, fields: body })),
  route(contract.editKeyResult, (ctx, { params, body, version }) =>
    editKeyResult(ctx, { ...params, fields: body, version }),
  ),
  route(contract.removeKeyResult, (ctx, { params }) => removeKeyResult(ctx, params)),
  route(contract.restoreKeyResult, (ctx, { params }) => restoreKeyResult(ctx, params)),
  route(contract.orderKeyResults, (ctx, { params, body }) => orderKeyResults(ctx, { ...params, ...body })),
];

const values: readonly Route[] = [
  route(contract.readValueModel, (ctx, { params }) => showValueModel(ctx, params.problemId)),
  route(contract.writeValueModel, (ctx, { params, body, version }) =>
    writeValueModel(ctx, { ...params, ...body, version }),
  ),
  route(contract.evaluateValue, (ctx, { params, query }) => evaluateProblemValue(ctx, { ...params, ...query })),
];

/** Decisions knows no problem, so its readings are served here, where an unknown problem is a 404. */
const gates: readonly Route[] = [
  route(contract.readGate, (ctx, { params }) => showGate(ctx, params)),
  route(contract.proposeDecision, (ctx, { params, body }) => proposeDecision(ctx, { ...params, terms: body })),
  route(contract.withdrawProposal, (ctx, { params }) => withdrawProposal(ctx, params)),
  route(contract.signProposal, (ctx, { params, body }) => signProposal(ctx, { ...params, ...body })),
  route(contract.waiveItem, (ctx, { params, body }) => waiveItem(ctx, { ...params, ...body })),
  route(contract.takeBackWaiver, (ctx, { params }) => takeBackWaiver(ctx, params)),
  route(contract.closeGate, (ctx, { params, body }) => closeGate(ctx, { ...params, ...body })),
  route(contract.decideGate, (ctx, { params, body: { snapshotHash, people, password, ...terms } }) =>
    decideGate(ctx, {
      ...params,
      snapshotHash,
      terms,
      ...(people ? { people } : {}),
      ...(password === undefined ? {} : { password }),
    }),
  ),
  route(contract.listConditions, async (ctx, { params }) => {
    await getProblem(ctx.db, params.problemId);
    return showConditions(ctx, params);
  }),
  route(contract.meetCondition, (ctx, { params, body }) => meetCondition(ctx, { ...params, ...body })),
  route(contract.readLevel, (ctx, { params }) => readLevel(ctx, params)),
  route(contract.listLevels, async (ctx, { params }) => {
    await getProblem(ctx.db, params.problemId);
    return { levels: await listLevelsOf(ctx, params.problemId) };
  }),
  route(decisionsContract.listDecisions, async (ctx, { params }) => {
    await getProblem(ctx.db, params.problemId);
    return { decisions: await listDecisionsOf(ctx.db, params.problemId) };
  }),
  route(decisionsContract.readDecision, async (ctx, { params }) => {
    await getProblem(ctx.db, params.problemId);
    return getDecision(ctx.db, params);
  }),
];

const onePages: readonly Route[] = [
  route(contract.readOnePage, (ctx, { params, query }) => showOnePage(ctx, { ...params, ...query })),
  route(contract.keepOnePage, (ctx, { params }) => keepOnePage(ctx, params)),
  route(contract.listOnePages, async (ctx, { params }) => {
    await getProblem(ctx.db, params.problemId);
    return { versions: await listVersions(ctx.db, params.problemId) };
  }),
  route(contract.readKeptPage, (ctx, { params, query }) => showKeptPage(ctx, { ...params, ...query })),
  route(contract.downloadOnePage, (ctx, { params, query, reply }) =>
    sendCurrentPdf(ctx, { ...params, ...query }, reply),
  ),
  route(contract.downloadKeptPage, (ctx, { params, query, reply }) => sendKeptPdf(ctx, { ...params, ...query }, reply)),
  route(contract.compareOnePages, (ctx, { params, query }) =>
    compareOnePages(ctx, { ...params, ...(query.with === undefined ? {} : { other: query.with }) }),
  ),
];

/** Risk knows a problem by its id only: what it cannot say of one is handed in here. */
const regulator: readonly Route[] = [
  route(readRegulatorList, async (ctx, { params: { problemId } }) =>
    showRegulatorList(ctx, { problemId, facts: await gatherKnownFacts(ctx, problemId) }),
  ),
];

export const formulationRoutes: readonly Route[] = [
  ...problems,
  ...texts,
  ...okrs,
  ...values,
  ...gates,
  ...onePages,
  ...regulator,
  ...mlProblemRoutes,
  ...weighingRoutes,
  ...measuredRoutes,
  ...variantRoutes,
  ...opportunityExtraRoutes,
];
