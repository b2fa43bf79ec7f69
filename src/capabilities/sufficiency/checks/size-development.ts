import { sampleSizeFor, sampleSizeOfNumber } from '../../statistics/index.ts';
import type { Figure } from '../../statistics/contract.ts';
import type { CheckFigure, CheckOutcome, MissingCode } from '../check-contract.ts';
import { atLeast, missing, notAssessed, outcomeOf, told } from './judge-figure.ts';
import { isBinary, type Judging } from './measured.ts';

/** A rule of thumb, beside the criteria of Riley: so many events for each parameter that is considered. */
const usualEvents = 10;

/**
 * Whether there are enough cases to develop a model (Riley et al. 2019 for a number, 2020 for two classes). Rows of one customer are
 * not as many cases: where entities were named, the smaller number counts.
 */
export function judgeSizeForDevelopment(judging: Judging): CheckOutcome {
  return judging.measured.task === 'regression' ? forNumber(judging) : forClasses(judging);
}

function forNumber({ plan, measured }: Judging): CheckOutcome {
  const { labelled, entities } = measured;
  const { parameters, r2 } = plan;
  if (plan.target === null || labelled === null) return notAssessed('size_development', missing('no_target'));
  if (parameters === null) return notAssessed('size_development', missing('no_parameters'));
  if (r2 === null) return notAssessed('size_development', missing('no_expected_strength'));
  const cases = Math.min(labelled, entities ?? Infinity);
  return beside(cases, sampleSizeOfNumber({ parameters, r2Adjusted: r2 }).needed, []);
}

function forClasses(judging: Judging): CheckOutcome {
  const unfit = unfitFor(judging);
  const { labelled, positives } = judging.measured;
  const { parameters, r2 } = judging.plan;
  if (unfit !== null || labelled === null || positives === null || parameters === null)
    return notAssessed('size_development', missing(unfit ?? 'no_parameters'));
  const cases = Math.min(labelled, judging.measured.entities ?? Infinity);
  const events = (Math.min(positives, labelled - positives) * cases) / labelled;
  const perParameter = atLeast({
    key: 'events_per_parameter',
    value: events / parameters,
    unit: 'none',
    warnAt: usualEvents,
  });
  if (r2 === null) return outcomeOf('size_development', [perParameter], [missing('no_expected_strength')]);
  const { needed } = sampleSizeFor({ parameters, r2CoxSnell: r2, prevalence: positives / labelled });
  return beside(cases, needed, [perParameter]);
}

function beside(cases: number, needed: Figure, others: readonly CheckFigure[]): CheckOutcome {
  if (needed.status === 'not_computable') return outcomeOf('size_development', others, [missing('not_computable')]);
  return outcomeOf('size_development', [
    atLeast({ key: 'cases', value: cases, unit: 'rows', warnAt: needed.value, failAt: needed.value / 2 }),
    told({ key: 'cases_needed', value: needed.value, unit: 'rows' }),
    ...others,
  ]);
}

function unfitFor(judging: Judging): MissingCode | null {
  const { plan, measured } = judging;
  const { labelled, positives } = measured;
  if (plan.target === null || labelled === null) return 'no_target';
  if (plan.positive === null || positives === null) return 'no_positive_value';
  if (!isBinary(judging)) return 'other_task';
  if (plan.parameters === null) return 'no_parameters';
  return positives === 0 || positives === labelled ? 'one_class_only' : null;
}
