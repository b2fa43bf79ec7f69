import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField } from '../../platform/endpoint/text-field.ts';
import { ruleSchema } from './rule-contract.ts';
import { datasetParams, path, within } from './shared-contract.ts';

export const suggestionStates = ['open', 'accepted', 'changed', 'dropped'] as const;
export type SuggestionState = (typeof suggestionStates)[number];

/** What was seen in the data that led to it. */
export const basisKinds = [
  'type',
  'no_nulls',
  'null_share',
  'observed_bounds',
  'three_sigma',
  'few_values',
  'all_different',
  'rows',
  'columns',
  'null_tokens',
] as const;
export type BasisKind = (typeof basisKinds)[number];

export const basisSchema = z
  .object({
    kind: z.enum(basisKinds),
    rows: z.int().meta({ description: 'So many rows were looked at' }),
    figures: z.array(z.string()).meta({ description: 'What was seen, such as the least and the most' }),
  })
  .meta({ id: 'SuggestionBasis' });
export type Basis = z.infer<typeof basisSchema>;

export const suggestionSchema = z
  .object({
    id: z.string(),
    rule: ruleSchema,
    basis: basisSchema,
    datasetVersionNumber: z.int(),
    state: z.enum(suggestionStates),
    decidedBy: z.string().nullable(),
    decidedAt: z.int().nullable(),
  })
  .meta({ id: 'RuleSuggestion' });
export type Suggestion = z.infer<typeof suggestionSchema>;
const answer = z.object({ suggestions: z.array(suggestionSchema) });

export const suggestRules = defineEndpoint({
  id: 'suggestContractRules',
  method: 'POST',
  path: `${path}/suggestions`,
  permission: 'data.write',
  summary:
    'Looks at a version of the data and suggests rules, each with what it comes from; nothing is in the contract before somebody accepts it.',
  params: datasetParams,
  body: z.strictObject({
    versionId: z.exactOptional(idField).meta({ description: 'Of a version of this data set; the newest unless told' }),
  }),
  answer,
  status: 201,
  cli: { command: 'contract suggest' },
});

export const listSuggestions = defineEndpoint({
  id: 'listContractSuggestions',
  method: 'GET',
  path: `${path}/suggestions`,
  permission: 'problem.read',
  summary: 'Rules that were suggested from the data, and what became of each.',
  params: datasetParams,
  answer,
  cli: { command: 'contract suggestions' },
});

export const decideSuggestion = defineEndpoint({
  id: 'decideContractSuggestion',
  method: 'POST',
  path: `${path}/suggestions/:suggestionId`,
  permission: 'data.write',
  summary: 'Accepts a suggested rule, as it is or changed, or drops it.',
  params: within('suggestionId', 'Id of the suggestion'),
  body: z.strictObject({
    decision: z.enum(['accept', 'drop']),
    rule: z.exactOptional(ruleSchema).meta({ description: 'As it should be, where it is accepted changed' }),
  }),
  answer: suggestionSchema,
  cli: { command: 'contract decide' },
});
