import { type Route, route } from '../../platform/http/route.ts';
import { addItem } from './add-item.ts';
import { beginChecklist } from './begin-checklist.ts';
import { showChecklist } from './checklist-queries.ts';
import { compareVersions } from './compare-versions.ts';
import * as contract from './contract.ts';
import { editItem } from './edit-item.ts';
import { addTemplateItem, editTemplateItem } from './edit-template.ts';
import { publishTemplate } from './publish-template.ts';
import { removeItem, restoreItem } from './remove-item.ts';
import { renewChecklist } from './renew-checklist.ts';
import { getTemplate, listTemplates, readDraft } from './template-queries.ts';

const template: readonly Route[] = [
  route(contract.readChecklistDraft, (ctx) => readDraft(ctx.db)),
  route(contract.addTemplateItem, (ctx, { body }) => addTemplateItem(ctx, body)),
  route(contract.editTemplateItem, (ctx, { params, body, version }) =>
    editTemplateItem(ctx, { ...params, fields: body, version }),
  ),
  route(contract.publishChecklistTemplate, (ctx, { body, version }) => publishTemplate(ctx, { ...body, version })),
  route(contract.listChecklistVersions, async (ctx) => ({
    versions: (await listTemplates(ctx.db)).map(({ items: _items, ...rest }) => rest),
  })),
  route(contract.readChecklistVersion, (ctx, { params }) => getTemplate(ctx.db, params.number)),
  route(contract.compareChecklistVersions, (ctx, { query }) => compareVersions(ctx, query)),
];

const checklist: readonly Route[] = [
  route(contract.readChecklist, (ctx, { params }) => showChecklist(ctx, params.problemId)),
  route(contract.beginChecklist, (ctx, { params }) => beginChecklist(ctx, params)),
  route(contract.renewChecklist, (ctx, { params }) => renewChecklist(ctx, params)),
  route(contract.addChecklistItem, (ctx, { params, body }) => addItem(ctx, { ...params, ...body })),
  route(contract.editChecklistItem, (ctx, { params, body, version }) =>
    editItem(ctx, { ...params, fields: body, version }),
  ),
  route(contract.removeChecklistItem, (ctx, { params }) => removeItem(ctx, params)),
  route(contract.restoreChecklistItem, (ctx, { params }) => restoreItem(ctx, params)),
];

export const checklistRoutes: readonly Route[] = [...template, ...checklist];
