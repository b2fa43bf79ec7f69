import type { AnyDb } from '../../platform/db/database.ts';
import type { ContractContent } from './content.ts';
import type { OfDataset } from './contract-queries.ts';

/** Columns whose values are in no result: what the contract says. */
export async function personalColumns(
  _db: AnyDb,
  { content }: OfDataset & { content: ContractContent },
): Promise<string[]> {
  return content.personal;
}
