import { type Route, route } from '../../platform/http/route.ts';
import { refuseUnknownProblem } from '../identity/index.ts';
import { answerFinding } from './answer-finding.ts';
import * as contract from './contract.ts';
import { editFinding } from './edit-finding.ts';
import { getDrawnFinding, listFindingsOf } from './finding-queries.ts';
import { keepFinding } from './keep-finding.ts';
import { listNotesOf } from './note-queries.ts';
import { redrawFinding } from './redraw-finding.ts';
import { lookAtColumns, showChart } from './show-chart.ts';
import { restoreFinding, withdrawFinding } from './withdraw-finding.ts';
import { addNote, editNote, removeNote, restoreNote } from './write-note.ts';

const charts: readonly Route[] = [
  route(contract.drawChart, (ctx, { params, query }) => showChart(ctx, { ...params, ...query })),
  route(contract.lookAtColumns, (ctx, { params, query }) => lookAtColumns(ctx, { ...params, ...query })),
];

const findings: readonly Route[] = [
  route(contract.listFindings, async (ctx, { params, query }) => {
    await refuseUnknownProblem(ctx, params.problemId);
    return { findings: await listFindingsOf(ctx, ctx.db, { ...params, ...query }) };
  }),
  route(contract.readFinding, (ctx, { params }) => getDrawnFinding(ctx, params)),
  route(contract.keepFinding, (ctx, { params, body }) => keepFinding(ctx, { ...params, ...body })),
  route(contract.editFinding, (ctx, { params, body, version }) =>
    editFinding(ctx, { ...params, fields: body, version }),
  ),
  route(contract.withdrawFinding, (ctx, { params }) => withdrawFinding(ctx, params)),
  route(contract.restoreFinding, (ctx, { params }) => restoreFinding(ctx, params)),
  route(contract.redrawFinding, (ctx, { params, body }) => redrawFinding(ctx, { ...params, ...body })),
  route(contract.answerFinding, (ctx, { params, body }) => answerFinding(ctx, { ...params, ...body })),
];

const notes: readonly Route[] = [
  route(contract.listNotes, async (ctx, { params, query }) => {
    await refuseUnknownProblem(ctx, params.problemId);
    return { notes: await listNotesOf(ctx.db, { ...params, ...query }) };
  }),
  route(contract.addNote, (ctx, { params, body }) => addNote(ctx, { ...params, ...body })),
  route(contract.editNote, (ctx, { params, body, version }) => editNote(ctx, { ...params, ...body, version })),
  route(contract.removeNote, (ctx, { params }) => removeNote(ctx, params)),
  route(contract.restoreNote, (ctx, { params }) => restoreNote(ctx, params)),
];

export const explorationRoutes: readonly Route[] = [...charts, ...findings, ...notes];
