import type { Context } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import { getReadyVersion, listReadyVersions, type ReadyVersion } from '../datasets/index.ts';
import type { JudgedData } from './judge/judge-rules.ts';
import type { Rule } from './rule-contract.ts';

interface Given {
  data: ReadyVersion;
  rules: readonly Rule[];
}

/** What each rule compares with, by its id; a rule is left out where that is not there, or no longer is. */
export async function findReferences(ctx: Context, { data, rules }: Given): Promise<Map<string, JudgedData>> {
  const versions = await listReadyVersions(ctx.db, data.problemId);
  const previous = versions
    .filter(({ datasetId, number }) => datasetId === data.datasetId && number < data.number)
    .sort((a, b) => b.number - a.number)[0];
  const idOf = (rule: Rule): string | undefined => {
    if (!('reference' in rule)) return undefined;
    const { reference } = rule;
    if (reference.to === 'previous') return previous?.id;
    if (reference.to === 'version') return reference.versionId;
    return versions.find(({ datasetId }) => datasetId === reference.datasetId)?.id;
  };
  const found = new Map<string, JudgedData>();
  for (const rule of rules) {
    const versionId = idOf(rule);
    const version = versionId === undefined ? null : await findReady(ctx, { problemId: data.problemId, versionId });
    if (version) found.set(rule.id, version);
  }
  return found;
}

/** One that was erased, or is of another problem, is no reference. */
async function findReady(ctx: Context, wanted: { problemId: string; versionId: string }): Promise<ReadyVersion | null> {
  try {
    return await getReadyVersion(ctx, ctx.db, wanted);
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return null;
    throw error;
  }
}
