import type { CheckOutcome } from '../check-contract.ts';
import { atLeast, atMost, missing, notAssessed, outcomeOf, told } from './judge-figure.ts';
import { isBinary, type Judging } from './measured.ts';

/** Chances that shuffled labels do as well: 5 in 100 warns, 20 in 100 is no signal. */
const [someChance, muchChance] = [0.05, 0.2];

/**
 * Whether there is anything to learn: a small model on the later rows, against no knowledge at all, against the best single
 * field, and in euros against the best of what needs no model.
 */
export function judgeSignal(judging: Judging): CheckOutcome {
  const { plan, measured } = judging;
  const { signal } = measured;
  if (plan.target === null) return notAssessed('signal', missing('no_target'));
  if (plan.positive === null) return notAssessed('signal', missing('no_positive_value'));
  if (!isBinary(judging)) return notAssessed('signal', missing('other_task'));
  if (measured.split === null) return notAssessed('signal', missing('no_split'));
  if (signal === null) return notAssessed('signal', missing('too_few_rows'));
  const figures = [
    atMost({ key: 'as_good_by_chance', value: signal.chance, unit: 'chance', warnAt: someChance, failAt: muchChance }),
    atLeast({ key: 'lower_bound', value: signal.aucLow, unit: 'auc', failAt: 0.5 }),
    told({ key: 'model', value: signal.auc, unit: 'auc' }),
    atLeast({ key: 'model_over_rule', value: signal.auc - signal.ruleAuc, unit: 'auc', warnAt: 0 }),
  ];
  if (signal.worth === null) return outcomeOf('signal', figures, [missing('no_value')]);
  const { model, baseline, low } = signal.worth;
  return outcomeOf('signal', [
    ...figures,
    atLeast({ key: 'gain_over_baseline', value: model - baseline, unit: 'eur_per_case', failAt: 0 }),
    atLeast({ key: 'gain_at_least', value: low, unit: 'eur_per_case', warnAt: 0 }),
  ]);
}
