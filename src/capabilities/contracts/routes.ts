import { type Route, route } from '../../platform/http/route.ts';
import { getDataset } from '../datasets/index.ts';
import { beginContractRun } from './begin-run.ts';
import { compareContracts } from './compare-contracts.ts';
import * as contract from './contract.ts';
import { contentOf, getContractVersion, listContractVersions, showContract, versionFrom } from './contract-queries.ts';
import { decideSuggestion } from './decide-suggestion.ts';
import { editContract } from './edit-contract.ts';
import { addRule, editRule, removeRule } from './edit-rules.ts';
import { exportContract } from './export-contract.ts';
import { importContract } from './import-contract.ts';
import { makeSuggestions } from './make-suggestions.ts';
import { publishContract } from './publish-contract.ts';
import { reviewContract } from './review-contract.ts';
import { getContractResults, listContractRuns } from './run-queries.ts';
import { listSuggestionsOf } from './suggestion-queries.ts';

const draft: readonly Route[] = [
  route(contract.readContract, (ctx, { params }) => showContract(ctx, params)),
  route(contract.editContract, (ctx, { params, body, version }) =>
    editContract(ctx, { ...params, fields: body, version }),
  ),
  route(contract.addRule, (ctx, { params, body }) => addRule(ctx, { ...params, ...body })),
  route(contract.editRule, (ctx, { params, body, version }) => editRule(ctx, { ...params, ...body, version })),
  route(contract.removeRule, (ctx, { params }) => removeRule(ctx, params)),
  route(contract.reviewContract, (ctx, { params, version }) => reviewContract(ctx, { ...params, version })),
  route(contract.importContract, (ctx, { params, body, version }) =>
    importContract(ctx, { ...params, ...body, version }),
  ),
  route(contract.exportContract, (ctx, { params, query }) => exportContract(ctx, { ...params, ...query })),
];

const versions: readonly Route[] = [
  route(contract.publishContract, (ctx, { params, body, version }) =>
    publishContract(ctx, { ...params, ...body, version }),
  ),
  route(contract.listContractVersions, async (ctx, { params }) => ({
    versions: await listContractVersions(ctx.db, params),
  })),
  route(contract.readContractVersion, async (ctx, { params }) => {
    const row = await getContractVersion(ctx.db, params);
    return { ...versionFrom(row), rules: contentOf(row).rules };
  }),
  route(contract.compareContracts, (ctx, { params, query }) => compareContracts(ctx, { ...params, ...query })),
];

const judged: readonly Route[] = [
  route(contract.beginContractRun, (ctx, { params, body }) => beginContractRun(ctx, { ...params, ...body })),
  route(contract.listContractRuns, async (ctx, { params }) => ({
    runs: await listContractRuns(ctx.db, { ...params, locale: ctx.locale }),
  })),
  route(contract.readContractResults, (ctx, { params }) =>
    getContractResults(ctx.db, { ...params, locale: ctx.locale }),
  ),
  route(contract.suggestRules, async (ctx, { params, body }) => ({
    suggestions: await makeSuggestions(ctx, { ...params, ...body }),
  })),
  route(contract.listSuggestions, async (ctx, { params }) => {
    await getDataset(ctx.db, params);
    return { suggestions: await listSuggestionsOf(ctx.db, params) };
  }),
  route(contract.decideSuggestion, (ctx, { params, body }) => decideSuggestion(ctx, { ...params, ...body })),
];

export const contractRoutes: readonly Route[] = [...draft, ...versions, ...judged];
