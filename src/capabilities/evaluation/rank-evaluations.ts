import type { Answer } from '../../platform/endpoint/define-endpoint.ts';
import type { Context } from '../../platform/context/context.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { placesOfRuns } from '../tracking/index.ts';
import type { EvaluationSummary, NotComparable, rankEvaluations as rankEndpoint } from './evaluation-contract.ts';
import { findAround, judgedOf, listStored, summaryOf } from './evaluation-queries.ts';
import type { Judged } from './judged-contract.ts';
import { findDifferences, type Measured, sayProtocol, sayRepair, variantKey } from './not-comparable.ts';
import { digest, mainMetric, protocolOf, qualityKey } from './protocol.ts';
import { evaluationTexts } from './texts.ts';

type Ranking = Answer<typeof rankEndpoint>;

interface Asking {
  problemId: string;
  variants?: 'apart' | 'together';
}

/**
 * One is better than another only where the protocol is the same, and the variant of the model unless they are asked for together;
 * the rest stands apart, with the reason.
 */
export async function rankEvaluations(ctx: Context, { problemId, variants = 'apart' }: Asking): Promise<Ranking> {
  const { locale } = ctx;
  const { ranked, elsewhere } = await readMeasured(ctx, { problemId, variants });
  const groups = groupsOf(newestOfEach(ranked), locale);
  const [first] = groups;
  const inFirst = first && ranked.find(({ key }) => key === first.key);
  const shown = new Set(groups.flatMap(({ evaluations }) => evaluations.map(({ id }) => id)));
  return {
    groups,
    apart: inFirst
      ? apartFrom(
          inFirst,
          ranked.filter(({ summary, key }) => key === null || shown.has(summary.id)),
          locale,
        )
      : [],
    alone: ranked.filter(({ key }) => key === null).map(({ summary }) => summary),
    elsewhere,
  };
}

/** Every evaluation that has a result, the newest first; and those whose run is of this problem no more. */
async function readMeasured(
  ctx: Context,
  { problemId, variants }: Required<Asking>,
): Promise<{ ranked: Measured[]; elsewhere: Ranking['elsewhere'] }> {
  const rows = (await listStored(ctx.db, problemId)).filter(({ state }) => state === 'done');
  const runIds = [...new Set(rows.map(({ run_id }) => run_id))];
  const around = await findAround(ctx.db, { problemId, runIds });
  const places = await placesOfRuns(ctx.db, runIds);
  const t = evaluationTexts[ctx.locale].ranking;
  const ranked: Measured[] = [];
  const elsewhere: Ranking['elsewhere'] = [];
  for (const row of rows) {
    const judged = judgedOf(row);
    if (!judged) continue;
    const summary = await summaryOf(ctx, row, around);
    const place = places.get(row.run_id);
    if (!place || place.isDeleted) elsewhere.push({ evaluation: summary, reason: t.deleted });
    else if (place.problemId !== problemId)
      elsewhere.push({ evaluation: summary, reason: place.problemId === null ? t.inInbox : t.moved });
    else ranked.push(measuredOf(row, { judged, summary, variants }));
  }
  return { ranked, elsewhere };
}

function measuredOf(
  row: Awaited<ReturnType<typeof listStored>>[number],
  { judged, summary, variants }: { judged: Judged; summary: EvaluationSummary; variants: 'apart' | 'together' },
): Measured {
  const protocol = protocolOf({ task: row.task, versionId: row.dataset_version_id, asked: summary.asked }, judged);
  const metric = mainMetric(judged.quality);
  const variant = variants === 'together' ? null : summary.variant;
  const of = row.euro_key ?? qualityKey(row.protocol_key, judged.quality);
  const key = of === null || variant === null ? of : digest([of, variantKey(variant)]);
  return { summary, protocol, metric, variant, key };
}

/** A run that was evaluated twice by one protocol and threshold counts once: with the newest. */
function newestOfEach(all: readonly Measured[]): Measured[] {
  const seen = new Set<string>();
  return all.filter(({ key, summary }) => {
    const place = [key, summary.runId, summary.modelId, summary.asked.artifact, summary.asked.threshold].join(' ');
    if (key === null || seen.has(place)) return false;
    seen.add(place);
    return true;
  });
}

function groupsOf(all: readonly Measured[], locale: Locale): Ranking['groups'] {
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
        isInEuros,
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

/** Of those who are ranked together although their models are of different variants. */
function noteOn(members: readonly Measured[], locale: Locale): string | null {
  const variants = new Map(members.map(({ summary: { variant } }) => [variantKey(variant), variant]));
  if (variants.size < 2) return null;
  const t = evaluationTexts[locale];
  const names = [...variants.values()].map((variant) => variant?.name ?? t.protocol.noVariant);
  return t.ranking.together({ variants: names.toSorted().join(', ') });
}

const apartFrom = (group: Measured, others: readonly Measured[], locale: Locale): NotComparable[] =>
  others
    .filter(({ key }) => key !== group.key)
    .map((own) => {
      const differences = findDifferences(own, group, locale);
      return { evaluationId: own.summary.id, differences, repair: sayRepair(differences, group, locale) };
    });
