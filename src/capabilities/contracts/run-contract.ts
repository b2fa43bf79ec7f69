import { z } from 'zod';
import { defineEndpoint } from '../../platform/endpoint/define-endpoint.ts';
import { idField } from '../../platform/endpoint/text-field.ts';
import { versionRunFields } from '../datasets/contract.ts';
import { datasetParams, path, within } from './shared-contract.ts';
import { ruleSchema } from './rule-contract.ts';
import { ruleResultSchema, verdicts } from './verdict-contract.ts';

export const runCountsSchema = z.object({
  pass: z.int(),
  warn: z.int(),
  fail: z.int(),
  notAssessed: z.int(),
});
export type RunCounts = z.infer<typeof runCountsSchema>;

const fields = {
  ...versionRunFields,
  number: z.int().meta({ description: 'Of the version of the contract' }),
  verdict: z
    .enum(verdicts)
    .nullable()
    .meta({ description: 'The worst of all rules; a rule that was not assessed is never a pass. null until done' }),
  counts: runCountsSchema.nullable(),
};

export const contractRunSchema = z.object(fields).meta({ id: 'ContractRun' });
export type ContractRun = z.infer<typeof contractRunSchema>;
export const contractResultsSchema = z
  .object({
    ...fields,
    rules: z.array(ruleSchema).meta({ description: 'As they stood in that version of the contract' }),
    results: z.array(ruleResultSchema).meta({ description: 'One for each rule, in their order' }),
  })
  .meta({ id: 'ContractResults' });
export type ContractResults = z.infer<typeof contractResultsSchema>;

export const beginContractRun = defineEndpoint({
  id: 'beginContractRun',
  method: 'POST',
  path: `${path}/runs`,
  permission: 'data.write',
  summary:
    'Judges a version of the data by the contract in force; the newest version unless told. One that is elsewhere is read there again.',
  params: datasetParams,
  body: z.strictObject({
    versionId: z.exactOptional(idField).meta({ description: 'Of a version of this data set' }),
  }),
  answer: contractRunSchema,
  status: 202,
  cli: { command: 'contract run' },
});

export const listContractRuns = defineEndpoint({
  id: 'listContractRuns',
  method: 'GET',
  path: `${path}/runs`,
  permission: 'problem.read',
  summary: 'The runs of a contract, the newest first, each with its verdict.',
  params: datasetParams,
  answer: z.object({ runs: z.array(contractRunSchema) }),
  cli: { command: 'contract runs' },
});

export const readContractResults = defineEndpoint({
  id: 'readContractResults',
  method: 'GET',
  path: `${path}/runs/:runId`,
  permission: 'problem.read',
  summary: 'What came of every rule in one run, with rows that break it.',
  params: within('runId', 'Id of the run, or latest'),
  answer: contractResultsSchema,
  cli: { command: 'contract results' },
});
