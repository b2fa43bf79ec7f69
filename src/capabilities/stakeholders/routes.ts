import { type Route, route } from '../../platform/http/route.ts';
import { addStakeholder } from './add-stakeholder.ts';
import { askQuestion } from './ask-question.ts';
import * as contract from './contract.ts';
import { editHearing } from './edit-hearing.ts';
import { editQuestion } from './edit-question.ts';
import { editStakeholder } from './edit-stakeholder.ts';
import { eraseStakeholderName } from './erase-stakeholder-name.ts';
import { orderStakeholders } from './order-stakeholders.ts';
import { listStakeholdersOf } from './queries.ts';
import { recordHearing } from './record-hearing.ts';
import { removeHearing, removeQuestion, removeStakeholder } from './remove-stakeholder.ts';
import { restoreHearing, restoreQuestion, restoreStakeholder } from './restore-stakeholder.ts';

export const stakeholderRoutes: readonly Route[] = [
  route(contract.listStakeholders, async (ctx, { params }) => ({
    stakeholders: await listStakeholdersOf(ctx.db, params.problemId, ctx.locale),
  })),
  route(contract.addStakeholder, (ctx, { params, body }) => addStakeholder(ctx, { ...params, ...body })),
  route(contract.editStakeholder, (ctx, { params, body, version }) =>
    editStakeholder(ctx, { ...params, fields: body, version }),
  ),
  route(contract.removeStakeholder, (ctx, { params }) => removeStakeholder(ctx, params)),
  route(contract.restoreStakeholder, (ctx, { params }) => restoreStakeholder(ctx, params)),
  route(contract.orderStakeholders, (ctx, { params, body }) => orderStakeholders(ctx, { ...params, ...body })),
  route(contract.eraseStakeholderName, (ctx, { params }) => eraseStakeholderName(ctx, params)),
  route(contract.recordHearing, (ctx, { params, body }) => recordHearing(ctx, { ...params, ...body })),
  route(contract.editHearing, (ctx, { params, body, version }) =>
    editHearing(ctx, { ...params, fields: body, version }),
  ),
  route(contract.removeHearing, (ctx, { params }) => removeHearing(ctx, params)),
  route(contract.restoreHearing, (ctx, { params }) => restoreHearing(ctx, params)),
  route(contract.askQuestion, (ctx, { params, body }) => askQuestion(ctx, { ...params, ...body })),
  route(contract.editQuestion, (ctx, { params, body, version }) =>
    editQuestion(ctx, { ...params, fields: body, version }),
  ),
  route(contract.removeQuestion, (ctx, { params }) => removeQuestion(ctx, params)),
  route(contract.restoreQuestion, (ctx, { params }) => restoreQuestion(ctx, params)),
];
