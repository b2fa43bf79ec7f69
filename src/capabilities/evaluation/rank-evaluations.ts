import type { Answer } from '../../platform/endpoint/define-endpoint.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { placesOfRuns } from '../tracking/index.ts';
import type { Brief } from './brief.ts';
import type { EvaluationSummary } from './evaluation-contract.ts';
import { briefOfStored, findAround, type ListedEvaluation, listStored, summaryOf } from './evaluation-queries.ts';
import { findDifferences, type Measured, sayPlace, sayProtocol, sayRepair, variantKey } from './not-comparable.ts';
import { digest, mainMetric, protocolOf, qualityKey } from './protocol.ts';
import { listPairs } from './pairs.ts';
import type { NotComparable, ProtocolGroup, rankEvaluations as rankEndpoint } from './ranking-contract.ts';
import { findBehind } from './rescore-evaluation.ts';
import { evaluationTexts } from './texts.ts';

type Ranking = Answer<typeof rankEndpoint>;
type Unpaired = Omit<ProtocolGroup, 'pairs'>;

interface Asking {
  problemId: string;
  variants?: 'apart' | 'together';
  /** of the group that the others are held against; the first one unless told */
  key?: string;
}

/**
 * One is better than another only where the protocol is the same, and the variant of the model unless they are asked for together;
 * the rest stands apart, with the reason.
 */
export async function rankEvaluations(
  ctx: Context,
  { problemId, variants = 'apart', key: asked }: Asking,
): Promise<Ranking> {
  const { locale } = ctx;
  const { ranked, elsewhere } = await readMeasured(ctx, { problemId, variants });
  const groups = await withPairs(ctx, groupsOf(newestOfEach(ranked), locale));
  const chosen = groups.find(({ key }) => key === asked) ?? groups[0];
  const inChosen = chosen && ranked.find(({ key }) => key === chosen.key);
  const shown = new Set(groups.flatMap(({ evaluations }) => evaluations.map(({ id }) => id)));
  return {
    groups,
    key: chosen?.key ?? null,
    apart: inChosen
      ? apartFrom(
          inChosen,
          ranked.filter(({ summary, key }) => key === null || shown.has(summary.id)),
          locale,
        )
      : [],
    alone: ranked.filter(({ key }) => key === null).map(({ summary }) => summary),
    elsewhere,
    behind: await sayBehind(ctx, problemId),
  };
}

async function sayBehind({ db }: Context, problemId: string): Promise<Ranking['behind']> {
  const behind = await findBehind(db, problemId);
  if (!behind || behind.rows.length === 0) return null;
  const { source, number } = behind.value;
  return { value: { source, number }, evaluations: behind.rows.length };
}

/** Every evaluation that has a result, the newest first; and those whose run is of this problem no more. */
async function readMeasured(
  ctx: Context,
  { problemId, variants }: Required<Omit<Asking, 'key'>>,
): Promise<{ ranked: Measured[]; elsewhere: Ranking['elsewhere'] }> {
  const rows = (await listStored(ctx.db, problemId)).filter(({ state }) => state === 'done');
  const runIds = [...new Set(rows.map(({ run_id }) => run_id))];
  const around = await findAround(ctx.db, { problemId, runIds });
  const places = await placesOfRuns(ctx.db, runIds);
  const t = evaluationTexts[ctx.locale].ranking;
  const ranked: Measured[] = [];
  const elsewhere: Ranking['elsewhere'] = [];
  for (const row of rows) {
    const brief = briefOfStored(row);
    if (!brief) continue;
    const summary = await summaryOf(ctx, row, around);
    const place = places.get(row.run_id);
    if (!place || place.isDeleted) elsewhere.push({ evaluation: summary, reason: t.deleted });
    else if (place.problemId !== problemId)
      elsewhere.push({ evaluation: summary, reason: place.problemId === null ? t.inInbox : t.moved });
    else ranked.push(measuredOf(row, { brief, summary, variants }));
  }
  return { ranked, elsewhere };
}

export function measuredOf(
  row: ListedEvaluation,
  { brief, summary, variants }: { brief: Brief; summary: EvaluationSummary; variants: 'apart' | 'together' },
): Measured {
  const protocol = protocolOf({ task: row.task, versionId: row.dataset_version_id, asked: summary.asked }, brief);
  const metric = mainMetric(brief.quality);
  const variant = variants === 'together' ? null : summary.variant;
  const of = row.euro_key ?? qualityKey(row.protocol_key, brief.quality);
  const key = of === null || variant === null ? of : digest([of, variantKey(variant)]);
  return { summary, protocol, metric, variant, key, currency: brief.euros?.currency ?? null };
}

/** A run that was evaluated twice by one protocol and threshold counts once: with the newest. */
function newestOfEach(all: readonly Measured[]): Measured[] {
  const seen = new Set<string>();
  return all.filter(({ key, summary }) => {
    const place = `${key} ${predictionsOf(summary)}`;
    if (key === null || seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}

/** Which predictions were decided by, and how. */
const predictionsOf = ({ runId, modelId, asked: { artifact, threshold } }: EvaluationSummary): string =>
  [runId, modelId, artifact, threshold].join(' ');

async function withPairs({ db }: Context, groups: readonly Unpaired[]): Promise<Ranking['groups']> {
  const pairs = await listPairs(
    db,
    groups.map(({ bestId }) => bestId),
  );
  return groups.map((group) => {
    const others = new Set(group.evaluations.map(({ id }) => id));
    const own = pairs.filter(({ ownId, otherId }) => ownId === group.bestId && others.has(otherId));
    return { ...group, pairs: own.map(({ ownId: _own, otherId, ...pair }) => ({ evaluationId: otherId, ...pair })) };
  });
}

function groupsOf(all: readonly Measured[], locale: Locale): Unpaired[] {
  const groups = [...Map.groupBy(all, ({ key }) => key).values()].flatMap((members) => {
    const [first] = members;
    if (!first || first.key === null) return [];
    const evaluations = members.map(({ summary }) => summary).toSorted(byWorth(first.summary));
    const isInEuros = first.summary.perMonth !== null;
    const metrics = evaluationTexts[locale].metrics;
    return [
      {
        key: first.key,
        title: sayProtocol(first, locale),
        place: sayPlace(first, locale),
        isInEuros,
        currency: first.currency,
        metric: isInEuros ? metrics.euros : metrics[first.metric],
        evaluations,
        bestId: evaluations[0]?.id ?? '',
        variant: first.variant,
        note: noteOn(members, locale),
        newest: Math.max(...evaluations.map(({ begunAt }) => begunAt)),
      },
    ];
  });
  // The one with most runs is what the others are held against; of two, the one that people worked on last.
  return groups
    .toSorted((a, b) => b.evaluations.length - a.evaluations.length || b.newest - a.newest || (a.key < b.key ? -1 : 1))
    .map(({ newest: _newest, ...group }) => group);
}

/** In euros where there are any; of errors the smallest comes first. */
function byWorth({ perMonth, task }: EvaluationSummary) {
  const worth = (each: EvaluationSummary): number => {
    if (perMonth !== null) return each.perMonth ?? -Infinity;
    return (each.quality ?? -Infinity) * (task === 'regression' ? -1 : 1);
  };
  return (a: EvaluationSummary, b: EvaluationSummary) => worth(b) - worth(a) || (a.id < b.id ? 1 : -1);
}

/** Of those who are ranked together although their models are of different variants, or their cases have no ids. */
function noteOn(members: readonly Measured[], locale: Locale): string | null {
  const t = evaluationTexts[locale];
  const said = [noteOnVariants(members, locale), isOnlyCounted(members) ? t.ranking.counted : null];
  return said.filter((each) => each !== null).join(' ') || null;
}

/** Of one alone there is nothing to tell apart. */
const isOnlyCounted = ([first, ...others]: readonly Measured[]): boolean =>
  first?.protocol.caseDigest === null && others.length > 0;

function noteOnVariants(members: readonly Measured[], locale: Locale): string | null {
  const variants = new Map(members.map(({ summary: { variant } }) => [variantKey(variant), variant]));
  if (variants.size < 2) return null;
  const t = evaluationTexts[locale];
  const names = [...variants.values()].map((variant) => variant?.name ?? t.protocol.noVariant);
  return t.ranking.together({ variants: names.toSorted().join(', ') });
}

function apartFrom(group: Measured, shown: readonly Measured[], locale: Locale): NotComparable[] {
  // What was evaluated again, so that it compares, stands in the group: its older evaluation is no open question.
  const inGroup = new Set(shown.filter(({ key }) => key === group.key).map(({ summary }) => predictionsOf(summary)));
  return shown
    .filter(({ key, summary }) => key !== group.key && !inGroup.has(predictionsOf(summary)))
    .map((own) => {
      const differences = findDifferences(own, group, locale);
      return { evaluationId: own.summary.id, differences, repair: sayRepair({ own, differences }, group, locale) };
    });
}
