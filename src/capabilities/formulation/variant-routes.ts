import { type Route, route } from '../../platform/http/route.ts';
import * as contract from './contract.ts';
import { copyAsVariant } from './copy-as-variant.ts';
import { editVariant } from './edit-variant.ts';
import { editTemplate, listTemplates, restoreTemplate, retireTemplate, saveTemplate } from './problem-templates.ts';
import { compareWithParent, showOrigin } from './show-origin.ts';

/** The same problem again: variants of one, and templates to begin with. */
export const variantRoutes: readonly Route[] = [
  route(contract.copyAsVariant, (ctx, { params, body }) => copyAsVariant(ctx, { ...params, ...body })),
  route(contract.readOrigin, (ctx, { params }) => showOrigin(ctx, params)),
  route(contract.editVariant, (ctx, { params, body, version }) => editVariant(ctx, { ...params, ...body, version })),
  route(contract.compareWithParent, (ctx, { params }) => compareWithParent(ctx, params)),
  route(contract.saveTemplate, (ctx, { params, body }) => saveTemplate(ctx, { ...params, ...body })),
  route(contract.listTemplates, async (ctx) => ({ templates: await listTemplates(ctx.db) })),
  route(contract.editTemplate, (ctx, { params, body, version }) => editTemplate(ctx, { ...params, ...body, version })),
  route(contract.retireTemplate, (ctx, { params }) => retireTemplate(ctx, params)),
  route(contract.restoreTemplate, (ctx, { params }) => restoreTemplate(ctx, params)),
];
