import type { Context } from '../../platform/context/context.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { figureTexts } from './figure-texts.ts';
import { type JudgedRequirement, listJudged, overallOf, type SettledCheck } from './judged-queries.ts';
import { isUnanswered, weightOf } from './roll-up.ts';
import { runFrom } from './run-queries.ts';
import type { JudgedCheck, RequirementSufficiency, Sufficiency } from './sufficiency-contract.ts';
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
    },
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
