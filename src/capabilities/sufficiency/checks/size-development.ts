import { sampleSizeFor } from '../../statistics/index.ts';
import type { CheckOutcome } from '../check-contract.ts';
import { atLeast, missing, notAssessed, outcomeOf, told } from './judge-figure.ts';
import { isBinary, type Judging } from './measured.ts';

/** A rule of thumb, beside the criteria of Riley: so many events for each parameter that is considered. */
const usualEvents = 10;

/**
 * Whether there are enough cases to develop a model (Riley et al. 2020). Rows of one customer are not as many cases: where
 * entities were named, the smaller number counts.
 */
export function judgeSizeForDevelopment(judging: Judging): CheckOutcome {
  const { plan, measured } = judging;
  const { labelled, positives } = measured;
  if (plan.target === null || labelled === null) return notAssessed('size_development', missing('no_target'));
  if (!isBinary(judging) || positives === null)
    return notAssessed('size_development', missing(plan.positive === null ? 'no_positive_value' : 'other_task'));
  const { parameters, r2 } = plan;
  if (parameters === null) return notAssessed('size_development', missing('no_parameters'));
  const prevalence = labelled > 0 ? positives / labelled : 0;
  if (prevalence === 0 || prevalence === 1) return notAssessed('size_development', missing('one_class_only'));
  const cases = Math.min(labelled, measured.entities ?? Infinity);
  const events = (Math.min(positives, labelled - positives) * cases) / labelled;
  const perParameter = atLeast({
    key: 'events_per_parameter',
    value: events / parameters,
    unit: 'none',
    warnAt: usualEvents,
  });
  if (r2 === null) return outcomeOf('size_development', [perParameter], [missing('no_expected_strength')]);
  const { needed } = sampleSizeFor({ parameters, r2CoxSnell: r2, prevalence });
  if (needed.status === 'not_computable') return outcomeOf('size_development', [perParameter], [missing('not_computable')]);
  return outcomeOf('size_development', [
    atLeast({ key: 'cases', value: cases, unit: 'rows', warnAt: needed.value, failAt: needed.value / 2 }),
    told({ key: 'cases_needed', value: needed.value, unit: 'rows' }),
    perParameter,
  ]);
}
