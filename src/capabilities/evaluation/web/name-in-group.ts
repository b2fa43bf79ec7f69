import type { Locale } from '../../../platform/text/locale.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { EvaluationSummary, ProtocolGroup } from '../contract.ts';
import { rankingTexts } from './ranking-texts.ts';

/** By its run; with its threshold where that run stands there by more than one. */
export function nameInGroup(
  { evaluations }: Pick<ProtocolGroup, 'evaluations'>,
  { runName: run, asked: { threshold } }: EvaluationSummary,
  locale: Locale,
): string {
  const isAlone = evaluations.filter((each) => each.runName === run).length === 1;
  if (isAlone || threshold === null) return run;
  return rankingTexts[locale].acting({ run, from: formatsFor(locale).number(threshold, 3) });
}
