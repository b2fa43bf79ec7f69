import type { Locale } from '../../../platform/text/locale.ts';
import { evidencePlaces } from '../contract.ts';
import { requirementsTexts } from './requirements-texts.ts';

interface Named {
  id: string;
  text: string;
  keyResults: readonly { id: string; metric: string }[];
}

/** Within the objectives `a.keyResults.b.target` is the target of that result: what has an id stands under it in a path. */
export function nameOfObjective(
  [at = '', , inner = '', field = '']: readonly string[],
  objectives: readonly Named[],
  locale: Locale,
): string {
  const t = evidencePlaces[locale];
  const objective = objectives.find(({ id }) => id === at);
  if (inner === '') return objective ? `${t.objective}: ${objective.text}` : t.objective;
  const metric = objective?.keyResults.find(({ id }) => id === inner)?.metric;
  const known: Record<string, string> = requirementsTexts[locale].fields;
  const about = known[field] ? ` (${known[field]})` : '';
  return metric ? `${t.keyResult}: ${metric}${about}` : `${t.keyResult}${about}`;
}
