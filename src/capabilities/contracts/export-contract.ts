import type { Context } from '../../platform/context/context.ts';
import { fromJson } from '../../platform/json.ts';
import { getDataset } from '../datasets/index.ts';
import type { ExportFormat } from './agreed-contract.ts';
import { type ContractContent, documentOf, newContent } from './content.ts';
import { contentOf, findContract, getContractVersion, type OfDataset } from './contract-queries.ts';
import { dbtTests } from './other-tools/dbt-tests.ts';
import { expectationSuite, type LeftOut } from './other-tools/great-expectations.ts';

interface Given extends OfDataset {
  format: ExportFormat;
  number?: number;
}

export interface Exported {
  fileName: string;
  text: string;
  leftOut: LeftOut[];
}

export async function exportContract(
  ctx: Pick<Context, 'db' | 'clock'>,
  { format, number, ...given }: Given,
): Promise<Exported> {
  const { name: datasetName } = await getDataset(ctx.db, given);
  const content = await contentWanted(ctx, { ...given, ...(number === undefined ? {} : { number }), datasetName });
  const name = asFileName(content.tableName);
  if (format === 'odcs') {
    // What reads and writes YAML is 2 MB: it is loaded when somebody asks for it.
    const { writeOdcs } = await import('./odcs/write-odcs.ts');
    const text = writeOdcs(documentOf(content, number ?? null));
    return { fileName: `${name}.odcs.yaml`, text, leftOut: [] };
  }
  if (format === 'dbt') {
    const { yaml, leftOut } = dbtTests(content.rules, { name });
    return { fileName: `${name}.yml`, text: yaml, leftOut };
  }
  const { suite, leftOut } = expectationSuite(content.rules, { name });
  return { fileName: `${name}.json`, text: `${JSON.stringify(suite, null, 2)}\n`, leftOut };
}

async function contentWanted(
  ctx: Pick<Context, 'db' | 'clock'>,
  { number, datasetName, ...given }: OfDataset & { number?: number; datasetName: string },
): Promise<ContractContent> {
  if (number !== undefined) return contentOf(await getContractVersion(ctx.db, { ...given, number }));
  const row = await findContract(ctx.db, given);
  return row ? fromJson<ContractContent>(row.draft) : newContent(datasetName, ctx.clock.now());
}

/** What every file system, and dbt as the name of a model, takes. */
function asFileName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 60);
  return plain === '' ? 'contract' : plain;
}
