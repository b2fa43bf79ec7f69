import type { Locale } from '../../../platform/text/locale.ts';
import type { FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { readDecimal } from '../../../web/kit/language/read-decimal.ts';
import type { KeyResult } from '../contract.ts';
import { requirementsTexts } from './requirements-texts.ts';

/** A key result as it stands in the form: all text. */
export interface KeyResultDraft {
  metric: string;
  unit: string;
  baseline: string;
  target: string;
  by: string;
  source: string;
}

export interface KeyResultBody {
  metric: string;
  unit: string;
  baseline: string | null;
  target: string | null;
  by: string | null;
  source: string;
}

export const emptyKeyResult: KeyResultDraft = { metric: '', unit: '', baseline: '', target: '', by: '', source: '' };

/** Numbers as the language of the page writes them. */
export function draftOf(keyResult: KeyResult, locale: Locale): KeyResultDraft {
  const { metric, unit, baseline, target, by, source } = keyResult;
  const number = (decimal: string | null) => (locale === 'nl' ? decimal?.replace('.', ',') : decimal) ?? '';
  return { metric, unit, baseline: number(baseline), target: number(target), by: by ?? '', source };
}

/** What the form says as the contract wants it, or what is wrong with it. Only the metric must be there. */
export function readKeyResult(
  draft: KeyResultDraft,
  { locale, idOf }: { locale: Locale; idOf: (field: keyof KeyResultDraft) => string },
): { body: KeyResultBody; problems: FieldProblem[] } {
  const t = requirementsTexts[locale];
  const problems: FieldProblem[] = [];
  const quantity = (field: 'baseline' | 'target') => {
    const typed = draft[field].trim();
    if (typed === '') return null;
    const decimal = readDecimal(typed, locale);
    if (decimal === null) problems.push({ field: idOf(field), message: t.notANumber({ field: t[field], typed }) });
    return decimal;
  };
  const metric = draft.metric.trim();
  if (metric === '') problems.push({ field: idOf('metric'), message: t.metricNeeded });
  const body = {
    metric,
    unit: draft.unit.trim(),
    baseline: quantity('baseline'),
    target: quantity('target'),
    by: draft.by || null,
    source: draft.source.trim(),
  };
  return { body, problems };
}
