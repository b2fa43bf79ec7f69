import type { Context } from '../../platform/context/context.ts';
import { AppError } from '../../platform/errors/app-error.ts';
import { getReadyVersion, listPresentVersions, type ReadyVersion } from '../datasets/index.ts';
import type { JudgedData } from './judge/judge-rules.ts';
import type { Rule } from './rule-contract.ts';

interface Given {
  data: ReadyVersion;
  rules: readonly Rule[];
}

/**
 * What each rule compares with, by its id; a rule is left out where that is not there, or no longer is. Where the rows of the
 * version it means are elsewhere, the last before it whose rows are here; only how many they are is always known.
 */
export async function findReferences(ctx: Context, { data, rules }: Given): Promise<Map<string, JudgedData>> {
  const present = await listPresentVersions(ctx.db, data.problemId);
  const found = new Map<string, JudgedData>();
  for (const rule of rules) {
    const meant = meantBy(rule, { data, present });
    const here = rule.kind === 'row_count_change' ? meant[0] : (meant.find(isHere) ?? meant[0]);
    if (!here) continue;
    const reference = isHere(here) ? await findReady(ctx, { problemId: data.problemId, versionId: here.id }) : here;
    if (reference) found.set(rule.id, { parquet: [], columns: [], ...pickData(reference) });
  }
  return found;
}

type Version = Awaited<ReturnType<typeof listPresentVersions>>[number];

const isHere = ({ kind }: Version): boolean => kind === 'content';

/** The versions that a rule may compare with, the one it means first. */
function meantBy(rule: Rule, { data, present }: { data: ReadyVersion; present: readonly Version[] }): Version[] {
  if (!('reference' in rule)) return [];
  const { reference } = rule;
  if (reference.to === 'version') return present.filter(({ id }) => id === reference.versionId);
  if (reference.to === 'dataset') return present.filter(({ datasetId }) => datasetId === reference.datasetId);
  return present
    .filter(({ datasetId, number }) => datasetId === data.datasetId && number < data.number)
    .sort((a, b) => b.number - a.number);
}

/** Of one that is elsewhere only how many rows it has. */
function pickData(version: ReadyVersion | Version): Partial<JudgedData> {
  return 'parquet' in version ? version : { rows: version.rows };
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
