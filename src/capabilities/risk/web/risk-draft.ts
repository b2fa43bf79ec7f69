import type { Locale } from '../../../platform/text/locale.ts';
import type { FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import type { EstimateDraft } from '../../../web/kit/form/estimate-text.ts';
import type { Impact, Likelihood, Risk, RiskDecision, RiskFields } from '../contract.ts';
import { registerTexts } from './register-texts.ts';

/** A risk as it stands in the form. */
export interface RiskDraft {
  what: string;
  cause: string;
  affected: string;
  kind: Likelihood['kind'];
  years: string;
  likelihood: EstimateDraft;
  impact: EstimateDraft;
  control: string;
  residualLikelihood: EstimateDraft;
  residualImpact: EstimateDraft;
  decision: RiskDecision | 'none';
  acceptedBy: string;
  decisionReason: string;
  owner: string;
}

export const emptyRisk: RiskDraft = {
  what: '',
  cause: '',
  affected: '',
  kind: 'per_year',
  years: '1',
  likelihood: {},
  impact: {},
  control: '',
  residualLikelihood: {},
  residualImpact: {},
  decision: 'none',
  acceptedBy: '',
  decisionReason: '',
  owner: '',
};

export function draftOf(risk: Risk): RiskDraft {
  const { what, cause, affected, likelihood, impact, control, residualLikelihood, residualImpact } = risk;
  const { decision, acceptedBy, decisionReason, owner } = risk;
  const said = likelihood ?? residualLikelihood;
  return {
    what,
    cause,
    affected,
    control,
    acceptedBy,
    decisionReason,
    owner,
    kind: said?.kind ?? 'per_year',
    years: said?.kind === 'chance' ? String(said.horizonYears) : '1',
    likelihood: boundsOf(likelihood),
    impact: boundsOf(impact),
    residualLikelihood: boundsOf(residualLikelihood),
    residualImpact: boundsOf(residualImpact),
    decision: decision ?? 'none',
  };
}

function boundsOf(estimate: Likelihood | Impact | null): EstimateDraft {
  if (estimate === null) return {};
  const { low, likely, high, source } = estimate;
  return { low, likely, high, source };
}

/** What the form says as the contract wants it, or what is wrong with it. Only what may happen must be there. */
export function readRisk(
  draft: RiskDraft,
  { locale, idOf }: { locale: Locale; idOf: (field: keyof RiskDraft) => string },
): { fields: RiskFields; problems: FieldProblem[] } {
  const t = registerTexts[locale].form;
  const problems: FieldProblem[] = [];
  const complain = (field: keyof RiskDraft, message: string) => problems.push({ field: idOf(field), message });
  const read = (field: 'likelihood' | 'impact' | 'residualLikelihood' | 'residualImpact', name: string) => {
    const estimate = readEstimate(draft[field]);
    if (estimate === 'wrong') complain(field, t.wrong({ field: name }));
    return estimate === 'wrong' ? null : estimate;
  };
  const horizonYears = Number(draft.years);
  const isChance = draft.kind === 'chance';
  if (draft.what.trim() === '') complain('what', t.whatNeeded);
  if (isChance && !(Number.isInteger(horizonYears) && horizonYears >= 1 && horizonYears <= 50))
    complain('years', t.yearsWrong);
  const asLikelihood = (estimate: Impact | null): Likelihood | null => {
    if (estimate === null) return null;
    return isChance ? { kind: 'chance', horizonYears, ...estimate } : { kind: 'per_year', ...estimate };
  };
  const likelihood = read('likelihood', isChance ? t.chanceOf : t.times);
  const residual = read('residualLikelihood', isChance ? t.chanceAfter : t.timesAfter);
  if (isChance && [likelihood, residual].some((each) => Number(each?.high ?? each?.likely ?? 0) > 1))
    complain('likelihood', t.chanceTooHigh);
  const fields: RiskFields = {
    what: draft.what.trim(),
    cause: draft.cause.trim(),
    affected: draft.affected.trim(),
    likelihood: asLikelihood(likelihood),
    impact: read('impact', t.impact),
    control: draft.control.trim(),
    residualLikelihood: asLikelihood(residual),
    residualImpact: read('residualImpact', t.impactAfter),
    decision: draft.decision === 'none' ? null : draft.decision,
    acceptedBy: draft.acceptedBy.trim(),
    decisionReason: draft.decisionReason.trim(),
    owner: draft.owner.trim(),
  };
  return { fields, problems };
}

/** null where nothing was given; `wrong` where it is no estimate yet. */
function readEstimate({ low, likely, high, source }: EstimateDraft): Impact | null | 'wrong' {
  const [from, at, to] = [low, likely, high].map(asDecimal);
  const kept = typeof source === 'string' && source !== '' ? { source } : {};
  if (at === undefined) return from === undefined && to === undefined ? null : 'wrong';
  if ((from === undefined) !== (to === undefined)) return 'wrong';
  if (from === undefined || to === undefined) return { likely: at, ...kept };
  return Number(from) <= Number(at) && Number(at) <= Number(to)
    ? { low: from, likely: at, high: to, ...kept }
    : 'wrong';
}

/** A figure of the form as plain decimal text, with as many decimals as are kept. */
function asDecimal(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  if (typeof value === 'string') return value;
  return value.toFixed(8).replace(/\.?0+$/, '');
}
