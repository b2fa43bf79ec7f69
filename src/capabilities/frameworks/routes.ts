import type { Context } from '../../platform/context/context.ts';
import type { Answer, Endpoint } from '../../platform/endpoint/define-endpoint.ts';
import { type Asked, type Route, route } from '../../platform/http/route.ts';
import { refuseUnknownProblem } from '../identity/index.ts';
import { addFramework } from './add-framework.ts';
import * as contract from './contract.ts';
import { correctFramework } from './correct-framework.ts';
import { createApproach, takeSuggestions } from './create-approach.ts';
import { editApproach } from './edit-approach.ts';
import { eraseRecordName } from './erase-record-name.ts';
import { exportRecord } from './export-record.ts';
import { importRecord } from './import-record.ts';
import { listFrameworks } from './list-frameworks.ts';
import { recordOutcome } from './record-outcome.ts';
import { removeApproach, restoreApproach } from './remove-approach.ts';
import { showBoard } from './show-board.ts';
import { showFramework } from './show-framework.ts';
import { showRecords } from './show-records.ts';
import { showSelection } from './show-selection.ts';
import { voteOnApproach, withdrawVote } from './vote-on-approach.ts';
import { writeSelection } from './write-selection.ts';

/** An address within a problem that must be there. */
function within<E extends Endpoint>(endpoint: E, handle: (ctx: Context, asked: Asked<E>) => Promise<Answer<E>>): Route {
  return route(endpoint, async (ctx, asked) => {
    await refuseUnknownProblem(ctx, (asked.params as unknown as { problemId: string }).problemId);
    return handle(ctx, asked);
  });
}

const catalogue: readonly Route[] = [
  route(contract.listFrameworks, (ctx, { query }) => listFrameworks(ctx, query)),
  route(contract.readFramework, (ctx, { params }) => showFramework(ctx, params.key)),
  route(contract.addFramework, (ctx, { body }) => addFramework(ctx, body)),
  route(contract.correctFramework, (ctx, { params, body, version }) =>
    correctFramework(ctx, { ...params, ...body, version }),
  ),
];

const board: readonly Route[] = [
  within(contract.readBoard, (ctx, { params }) => showBoard(ctx, params.problemId)),
  within(contract.createApproach, (ctx, { params, body }) => createApproach(ctx, { ...params, fields: body })),
  within(contract.takeSuggestions, (ctx, { params, body }) => takeSuggestions(ctx, { ...params, ...body })),
  within(contract.editApproach, (ctx, { params, body, version }) =>
    editApproach(ctx, { ...params, fields: body, version }),
  ),
  within(contract.removeApproach, (ctx, { params }) => removeApproach(ctx, params)),
  within(contract.restoreApproach, (ctx, { params }) => restoreApproach(ctx, params)),
  within(contract.voteOnApproach, (ctx, { params, body }) => voteOnApproach(ctx, { ...params, ...body })),
  within(contract.withdrawVote, (ctx, { params }) => withdrawVote(ctx, params)),
];

const selection: readonly Route[] = [
  within(contract.readSelection, (ctx, { params }) => showSelection(ctx, params.problemId)),
  within(contract.writeSelection, (ctx, { params, body, version }) =>
    writeSelection(ctx, { ...params, ...body, version }),
  ),
  within(contract.listRecords, (ctx, { params }) => showRecords(ctx, params.problemId)),
  within(contract.recordOutcome, (ctx, { params, body }) => recordOutcome(ctx, { ...params, ...body })),
  within(contract.exportRecord, (ctx, { params }) => exportRecord(ctx, params)),
  within(contract.eraseRecordName, (ctx, { params, body }) => eraseRecordName(ctx, { ...params, ...body })),
  within(contract.importRecord, (ctx, { params, body }) => importRecord(ctx, { ...params, ...body })),
];

export const frameworksRoutes: readonly Route[] = [...catalogue, ...board, ...selection];
