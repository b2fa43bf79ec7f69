import type { Context } from '../../platform/context/context.ts';
import type { Outcome } from '../datasets/contract.ts';
import { getDataset, getReadyVersion, listReadyVersions } from '../datasets/index.ts';
import { findTask } from '../formulation/index.ts';
import { kindOf } from '../statistics/index.ts';
import { sufficiencyErrors } from './errors.ts';
import { emptyPlan, type PlanContent } from './plan-contract.ts';
import { getPlan, type OfRequirement } from './plan-queries.ts';

type Column = { name: string; type: string };

/** Names that usually mean it, in English and in Dutch; a person says whether they do. */
const usual = {
  target: /^(target|label|outcome|class|y|doel|uitkomst|klasse)$|(_target|_label|_outcome)$|^is_|^was_/i,
  key: /^(id|key|uuid|nr|nummer)$/i,
  entity:
    /(customer|client|patient|machine|vehicle|aircraft|tail|klant|debiteur|toestel)[_ ]?(id|nr|no|num|number|nummer)?$/i,
  protected: /^(sex|gender|age|nationality|ethnicity|religion|geslacht|leeftijd|nationaliteit)$/i,
  personal: /(name|email|e_mail|phone|address|birth|naam|telefoon|adres|geboorte)/i,
};

/** A plan to begin with, by types and names of columns. What was already written stays. */
export async function suggestPlan(
  ctx: Context,
  { datasetId, ...place }: OfRequirement & { datasetId: string },
): Promise<PlanContent> {
  const { content } = await getPlan(ctx.db, place);
  const { name, outcome } = await getDataset(ctx.db, { problemId: place.problemId, datasetId });
  const newest = (await listReadyVersions(ctx.db, place.problemId)).find((each) => each.datasetId === datasetId);
  if (!newest) throw sufficiencyErrors.noRows({ dataset: name });
  const { columns } = await getReadyVersion(ctx, ctx.db, { problemId: place.problemId, versionId: newest.id });
  const task = await findTask(ctx.db, place.problemId);
  const suggested = suggestedFrom(columns, { isBinary: task === 'binary', outcome });
  const isUnwritten = content.datasetId !== datasetId;
  return isUnwritten ? { ...suggested, datasetId } : mergeInto(content, { ...suggested, datasetId });
}

interface Known {
  isBinary: boolean;
  /** what somebody said that a model is to tell */
  outcome?: Outcome | null;
}

const namedAs = (columns: readonly Column[], pattern: RegExp): string[] =>
  columns.filter(({ name }) => pattern.test(name)).map(({ name }) => name);

export function suggestedFrom(columns: readonly Column[], known: Known): PlanContent {
  const moments = columns.filter(({ type }) => ['date', 'timestamp'].includes(kindOf(type)));
  return {
    ...emptyPlan,
    ...targetOf(columns, known),
    moment: moments[0]?.name ?? null,
    key: namedAs(columns, usual.key).slice(0, 1),
    entity: namedAs(columns, usual.entity).slice(0, 1),
    groups: namedAs(columns, usual.protected),
    personal: namedAs(columns, usual.personal),
  };
}

const usualPositive: Readonly<Record<string, string>> = { boolean: 'true', integer: '1' };

/** What was said goes before what a name only suggests. */
function targetOf(columns: readonly Column[], { isBinary, outcome }: Known): Pick<PlanContent, 'target' | 'positive'> {
  const told = columns.find(({ name }) => name === outcome?.column);
  const column = told ?? columns.find(({ name }) => usual.target.test(name));
  if (!column) return { target: null, positive: null };
  const positive = (told && outcome?.positive) ?? usualPositive[kindOf(column.type)] ?? null;
  return { target: column.name, positive: isBinary ? positive : null };
}

/** What somebody wrote goes before what is only suggested. */
function mergeInto(written: PlanContent, suggested: PlanContent): PlanContent {
  const isEmpty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0);
  const kept = Object.entries(written).filter(([, value]) => !isEmpty(value));
  return { ...suggested, ...(Object.fromEntries(kept) as Partial<PlanContent>) };
}
