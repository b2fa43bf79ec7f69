import type { Context } from '../../platform/context/context.ts';
import type { ContractChanges } from './agreed-contract.ts';
import { compareRules } from './compare-rules.ts';
import { contentOf, getContractVersion, type OfDataset, showContract } from './contract-queries.ts';

interface Given extends OfDataset {
  from: number;
  to?: number;
}

export async function compareContracts(
  ctx: Pick<Context, 'db' | 'clock'>,
  { from, to, ...given }: Given,
): Promise<ContractChanges> {
  const before = contentOf(await getContractVersion(ctx.db, { ...given, number: from })).rules;
  const after =
    to === undefined
      ? (await showContract(ctx, given)).rules
      : contentOf(await getContractVersion(ctx.db, { ...given, number: to })).rules;
  return { from, to: to ?? null, ...compareRules(before, after) };
}
