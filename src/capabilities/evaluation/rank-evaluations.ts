import type { Answer } from '../../platform/endpoint/define-endpoint.ts';
import type { Context } from '../../platform/context/context.ts';
import { fromJson } from '../../platform/json.ts';
import type { Locale } from '../../platform/text/locale.ts';
import type { EvaluationSummary, NotComparable, rankEvaluations as rankEndpoint } from './evaluation-contract.ts';
import { dataNames, judgedOf, listStored, summaryOf } from './evaluation-queries.ts';
import type { Asked } from './evaluation-contract.ts';
import { findDifferences, type Measured, sayProtocol, sayRepair } from './not-comparable.ts';
import { protocolOf } from './protocol.ts';
import { evaluationTexts } from './texts.ts';

type Ranking = Answer<typeof rankEndpoint>;

/** One is better than another only where the protocol is the same; the rest stands apart, with the reason. */
export async function rankEvaluations(ctx: Context, problemId: string): Promise<Ranking> {
  const names = await dataNames(ctx.db, problemId);
  const all: Measured[] = [];
  for (const row of await listStored(ctx.db, problemId)) {
    const judged = judgedOf(row);
    if (!judged || row.state !== 'done') continue;
    const asked = fromJson<Asked>(row.asked);
    const protocol = protocolOf({ task: row.task, versionId: row.dataset_version_id, asked }, judged);
    const key = row.euro_key ?? row.protocol_key;
    all.push({ summary: await summaryOf(ctx, row, names), protocol, key, placeKey: row.protocol_key });
  }
  const groups = groupsOf(newestOfEach(all), ctx.locale);
  const [first] = groups;
  const inFirst = first && all.find(({ key }) => key === first.key);
  const shown = new Set(groups.flatMap(({ evaluations }) => evaluations.map(({ id }) => id)));
  return {
    groups,
    apart: inFirst
      ? apartFrom(
          inFirst,
          all.filter(({ summary }) => shown.has(summary.id)),
          { all, locale: ctx.locale },
        )
      : [],
    alone: all.filter(({ key }) => key === null).map(({ summary }) => summary),
  };
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
        metric: isInEuros ? metrics.euros : metrics[first.protocol.task],
        evaluations,
        bestId: evaluations[0]?.id ?? '',
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

function apartFrom(
  group: Measured,
  shown: readonly Measured[],
  { all, locale }: { all: readonly Measured[]; locale: Locale },
): NotComparable[] {
  const others = [...shown, ...all.filter(({ key }) => key === null)];
  return others
    .filter(({ key }) => key !== group.key)
    .map((own) => {
      const differences = findDifferences(own, group, locale);
      return { evaluationId: own.summary.id, differences, repair: sayRepair(differences, group, locale) };
    });
}
