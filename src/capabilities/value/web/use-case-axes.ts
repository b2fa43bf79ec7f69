import { useLocale } from '../../../web/kit/language/use-texts.ts';
import { type CaseAxes, caseAxesOf } from './case-axes.ts';
import { useDraft } from './draft-context.ts';

/** The truths and the decisions of the model at hand. */
export function useCaseAxes(): CaseAxes {
  return caseAxesOf(useDraft().draft, useLocale());
}
