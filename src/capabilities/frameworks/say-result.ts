import type { Locale } from '../../platform/text/locale.ts';
import { frameworkNames } from './names.ts';
import type { KnockOut } from './scoring/knock-outs.ts';
import type { Weighed } from './scoring/weigh-selection.ts';
import { type ConstraintKey, constraintKeys, type Draft, type Result, type Score } from './selection-contract.ts';
import { frameworkTexts } from './texts.ts';

const isConstraint = (key: string): key is ConstraintKey => (constraintKeys as readonly string[]).includes(key);

/** Why a candidate fell, or what is still to be found out, as one sentence. */
export function sayKnockOut(knockOut: KnockOut, draft: Draft, locale: Locale): string {
  const t = frameworkTexts[locale];
  const { candidateId, constraint, verdict, reason } = knockOut;
  const name = nameOf(draft, candidateId);
  const own = draft.constraints.own.find(({ id }) => id === constraint)?.text;
  const wanted = own ?? (isConstraint(constraint) ? frameworkNames[locale].constraints[constraint] : constraint);
  if (verdict === 'unknown') return t.knockOuts.unknown({ name, wanted });
  if (reason.trim() !== '') return t.knockOuts.answered({ name, wanted, reason: reason.trim() });
  const entries = t.list({ items: knockOut.entries.length > 0 ? knockOut.entries : [name] });
  if (!isConstraint(constraint)) return t.knockOuts.own({ name, wanted });
  return t.knockOuts[constraint]({ name, entries, wanted: wantedOf(constraint, draft, locale) });
}

function wantedOf(constraint: ConstraintKey, { constraints }: Draft, locale: Locale): string {
  const { runsOn, maxLatency_ms, managed, supportedUntil } = constraints;
  if (constraint === 'runs_on') return runsOn === null ? '' : frameworkNames[locale].places[runsOn];
  if (constraint === 'latency') return frameworkTexts[locale].number({ value: maxLatency_ms ?? 0, digits: 1 });
  return constraint === 'managed' ? managed : (supportedUntil ?? '');
}

/** What it comes to: reasons in sentences, before any figure. */
export function sayResult(weighed: Weighed, draft: Draft, locale: Locale): string[] {
  const t = frameworkTexts[locale].outcome;
  if (draft.candidates.length < 2) return [t.noCandidates, ...sayCosts(weighed, draft, locale)];
  const left = weighed.scores.filter(({ isOut }) => !isOut);
  if (left.length === 0) return [t.allFell, ...sayCosts(weighed, draft, locale)];
  if (draft.criteria.length === 0) return [t.noCriteria, ...sayCosts(weighed, draft, locale)];
  return [
    ...sayWeights(weighed, locale),
    ...sayFirst(weighed, { draft, left, locale }),
    ...sayCosts(weighed, draft, locale),
  ];
}

function sayWeights({ consistency }: Weighed, locale: Locale): string[] {
  const t = frameworkTexts[locale];
  if (consistency === null || consistency.isConsistent) return [];
  if (!consistency.isComplete) return [t.outcome.incomplete];
  return [t.outcome.inconsistent({ ratio: t.number({ value: consistency.ratio, digits: 2 }) })];
}

interface Saying {
  draft: Draft;
  left: readonly Score[];
  locale: Locale;
}

function sayFirst(weighed: Weighed, { draft, left, locale }: Saying): string[] {
  const t = frameworkTexts[locale];
  const names = (scores: readonly Score[]) =>
    t.list({ items: scores.map(({ candidateId }) => nameOf(draft, candidateId)) });
  const tied = left.filter(({ ranks }) => ranks.score === 1);
  if (tied.length === 0) return [t.outcome.nothingKnown];
  const [first] = tied;
  if (tied.length > 1 || !first) return [t.outcome.tied({ names: names(tied) })];
  const name = nameOf(draft, first.candidateId);
  const rivals = left.filter((other) => other !== first && other.high > first.low);
  const isAsked = weighed.knockOuts.some(({ candidateId }) => candidateId === first.candidateId);
  return [
    t.outcome.first({ name, score: t.number({ value: first.score ?? 0, digits: 1 }) }),
    ...(isAsked ? [t.outcome.asked({ name })] : []),
    ...(left.length < 2
      ? []
      : [rivals.length === 0 ? t.outcome.settled : t.outcome.unsettled({ names: names(rivals) })]),
    ...saySecondOpinions(first, { draft, left, locale }),
    ...saySensitivity(weighed, left, locale),
  ];
}

function saySecondOpinions(first: Score, { draft, left, locale }: Saying): string[] {
  const t = frameworkTexts[locale].outcome;
  if (first.ranks.topsis === null || first.ranks.minMax === null) return [];
  const others = (['minMax', 'topsis'] as const).flatMap((method) => {
    const other = left.find(({ ranks }) => ranks[method] === 1);
    return other === undefined || first.ranks[method] === 1
      ? []
      : [t.disagree({ name: nameOf(draft, other.candidateId), method: t[method] })];
  });
  return others.length === 0 ? [t.agree] : others;
}

/** The weight that has the least room before another one is first. */
function saySensitivity({ sensitivity }: Weighed, left: readonly Score[], locale: Locale): string[] {
  const t = frameworkTexts[locale];
  if (left.length < 2 || sensitivity.length === 0) return [];
  const room = ({ weight, from, to }: Result['sensitivity'][number]) =>
    Math.min(from > 0 ? weight - from : 1, to < 1 ? to - weight : 1);
  const [tightest] = sensitivity.toSorted((a, b) => room(a) - room(b));
  if (!tightest || (tightest.from <= 0 && tightest.to >= 1)) return [t.outcome.firm];
  const percent = (value: number) => t.number({ value: value * 100, digits: 0 });
  const { criterion, from, to, weight } = tightest;
  return [
    t.outcome.fragile({
      criterion: frameworkNames[locale].criteria[criterion],
      from: from > 0 ? percent(from) : null,
      to: to < 1 ? percent(to) : null,
      weight: percent(weight),
    }),
  ];
}

function sayCosts({ costs }: Weighed, { costs: given }: Draft, locale: Locale): string[] {
  const t = frameworkTexts[locale];
  const { routes } = frameworkNames[locale];
  const cheapest = costs.routes.find(({ route }) => route === costs.cheapest);
  const total = t.number({ value: Number(cheapest?.total ?? 0), digits: 0 });
  return [
    ...(cheapest ? [t.outcome.cheapest({ route: routes[cheapest.route], total, currency: given.currency })] : []),
    ...costs.crossovers.map(({ route, other, calls }) =>
      t.outcome.crossover({
        route: routes[route],
        other: routes[other],
        calls: t.number({ value: calls, digits: 0 }),
      }),
    ),
  ];
}

function nameOf({ candidates }: Draft, id: string): string {
  return candidates.find((candidate) => candidate.id === id)?.name ?? id;
}
