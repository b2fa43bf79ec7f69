import type { Context } from '../../platform/context/context.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { fromJson } from '../../platform/json.ts';
import type { Measured } from './checks/measured.ts';
import { figureTexts } from './figure-texts.ts';
import { type JudgedRequirement, listJudged, overallOf, type SettledCheck } from './judged-queries.ts';
import { isUnanswered, weightOf } from './roll-up.ts';
import { runFrom, type StoredRun } from './run-queries.ts';
import type { JudgedCheck, Pictured, RequirementSufficiency, Sufficiency } from './sufficiency-contract.ts';
import type { PlanContent } from './plan-contract.ts';
import { sufficiencyTexts } from './texts.ts';

/** Whether the data is enough, overall and by requirement. */
export async function showSufficiency(ctx: Context, problemId: string): Promise<Sufficiency> {
  const judged = await listJudged(ctx.db, problemId);
  const verdict = overallOf(judged);
  const texts = sufficiencyTexts[ctx.locale];
  const requirements: RequirementSufficiency[] = [];
  for (const each of judged) requirements.push(await requirementFrom(ctx, each));
  return {
    verdict,
    sentence: texts.overall[judged.length === 0 ? 'none' : (verdict ?? 'open')],
    whatThen: verdict === 'insufficient' ? texts.whatThen : null,
    requirements,
  };
}

async function requirementFrom({ db, locale }: Context, judged: JudgedRequirement): Promise<RequirementSufficiency> {
  const { plan: planned, latest, run, isStale, verdict, checks } = judged;
  const { what, ...plan } = planned;
  return {
    dataRequirementId: plan.dataRequirementId,
    what,
    plan,
    latestRun: latest && (await runFrom(db, latest, locale)),
    judged: run && {
      run: await runFrom(db, run, locale),
      isStale,
      verdict,
      checks: checks.map((check) => checkFrom(check, locale)),
      pictured: picturedFrom(run),
    },
  };
}

function picturedFrom({ plan, measured }: StoredRun): Pictured {
  if (measured === null) return { curve: [], segments: [], months: [] };
  const { curve, segments, months } = fromJson<Measured>(measured);
  const wanted = fromJson<PlanContent>(plan).segments;
  return {
    curve: curve.map(({ rows, error }) => ({ rows, auc: 1 - error })),
    segments: segments.map(({ name, column, value, rows, filled }) => ({
      name,
      rows,
      share: filled === 0 ? 0 : rows / filled,
      wanted: wanted.find((each) => each.column === column && each.value === value)?.share ?? null,
    })),
    months: months.map(({ month, rows, positives }) => ({ month, rows, positives })),
  };
}

export function checkFrom(settled: SettledCheck, locale: Locale): JudgedCheck {
  const { check, outcome, said } = settled;
  const { definition, question } = sufficiencyTexts[locale];
  const isAsked = outcome.verdict === 'warn' || outcome.verdict === 'fail';
  const words = figureTexts[locale];
  return {
    ...outcome,
    figures: outcome.figures.map((figure) => ({ ...figure, label: words.figure[figure.key] })),
    missing: outcome.missing.map((each) => ({ ...each, sentence: words.missing[each.code] })),
    definition: definition[check],
    question: isAsked ? question[check]({ subject: outcome.figures[0]?.subject ?? null }) : null,
    answer: said && {
      answer: said.answer,
      reason: said.reason,
      answeredBy: said.answered_by,
      answeredAt: said.answered_at,
    },
    isUnanswered: isUnanswered(settled),
    weight: weightOf(settled),
  };
}
