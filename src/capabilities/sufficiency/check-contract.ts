import { z } from 'zod';

/** In the order in which they are read: what would make everything else worthless comes first. */
export const checkIds = [
  'leakage',
  'serving',
  'labels',
  'label_noise',
  'size_development',
  'size_evaluation',
  'classes',
  'coverage',
  'time_span',
  'freshness',
  'completeness',
  'validity',
  'stability',
  'signal',
  'learning_curve',
  'representativeness',
  'lawful',
] as const;
export type CheckId = (typeof checkIds)[number];

/** Raised when a check would say otherwise of the same rows, so that an old verdict shows by which method it was made. */
export const methodVersion = 2;

export const checkVerdicts = ['pass', 'warn', 'fail', 'not_assessed'] as const;
export type CheckVerdict = (typeof checkVerdicts)[number];

/** Why a check, or a part of it, could not be made. */
export const missingCodes = [
  'no_target',
  'no_positive_value',
  'no_time',
  'no_parameters',
  'no_expected_strength',
  'no_split',
  'no_segments',
  'no_shares',
  'no_seasonality',
  'no_age',
  'no_contract',
  'contract_not_assessed',
  'no_labeller',
  'no_truth',
  'no_join',
  'no_field_times',
  'no_serving',
  'no_groups',
  'no_purpose',
  'no_retention',
  'no_value',
  'not_again',
  'other_task',
  'too_few_rows',
  'one_class_only',
  'column_missing',
  'not_computable',
] as const;
export type MissingCode = (typeof missingCodes)[number];

export const checkUnits = ['rows', 'share', 'index', 'days', 'auc', 'eur_per_case', 'chance', 'none'] as const;
export type CheckUnit = (typeof checkUnits)[number];

/** What is measured; `figureTexts` says each in words. */
export const figureKeys = [
  'known_later',
  'alone_too_good',
  'entities_on_both_sides',
  'rows_on_both_sides',
  'test_before_learning',
  'labels_from_later',
  'names_the_case',
  'never_available',
  'too_late',
  'other_source',
  'labelled',
  'proxy',
  'same_case_other_label',
  'two_agree',
  'wrong_at_least',
  'wrong_at_most',
  'doubted_by_model',
  'events_per_parameter',
  'cases',
  'cases_needed',
  'test_positives',
  'test_negatives',
  'positives_to_decide',
  'cases_of_class',
  'share_of_class',
  'rows_of_segment',
  'positives_of_segment',
  'distance_of_shares',
  'days',
  'cycles',
  'outcome_still_open',
  'age_of_newest',
  'label_delay',
  'filled_critical',
  'filled',
  'joined',
  'rules_failed',
  'rules_warned',
  'repeated_rows',
  'repeated_keys',
  'drift',
  'drift_by_chance',
  'jump_of_target',
  'jump_by_chance',
  'as_good_by_chance',
  'lower_bound',
  'model',
  'model_over_rule',
  'gain_over_baseline',
  'gain_at_least',
  'gain_of_twice_the_rows',
  'best_with_such_data',
  'rows_to_come_near',
  'rows_of_group',
  'emptier_than_others',
  'outcome_differs',
  'not_allowed',
  'taken_out_once',
] as const;
export type FigureKey = (typeof figureKeys)[number];

export const checkFigureSchema = z
  .object({
    key: z.enum(figureKeys).meta({ description: 'What it measures: one of the figures of its check' }),
    subject: z.string().nullable().meta({ description: 'The column, segment, month or group it is about' }),
    value: z.number(),
    unit: z.enum(checkUnits),
    direction: z.enum(['at_least', 'at_most']).meta({ description: 'On which side of the limits it should lie' }),
    warnAt: z.number().nullable().meta({ description: 'Beyond this it warns' }),
    failAt: z.number().nullable().meta({ description: 'Beyond this it fails' }),
    verdict: z.enum(checkVerdicts),
  })
  .meta({ id: 'SufficiencyFigure' });
export type CheckFigure = z.infer<typeof checkFigureSchema>;

export const missingSchema = z.object({
  code: z.enum(missingCodes),
  subject: z.string().nullable().meta({ description: 'The column it is about' }),
});

export const checkOutcomeSchema = z
  .object({
    check: z.enum(checkIds),
    verdict: z.enum(checkVerdicts).meta({ description: 'The worst of its figures; not assessed is never a pass' }),
    figures: z.array(checkFigureSchema).meta({ description: 'The worst first' }),
    missing: z.array(missingSchema).meta({ description: 'What was not given, or could not be computed' }),
  })
  .meta({ id: 'SufficiencyOutcome' });
export type CheckOutcome = z.infer<typeof checkOutcomeSchema>;

/** What the expert may answer to the one question of a check. */
export const expertAnswers = ['as_expected', 'explained', 'data_error', 'unknown'] as const;
export type ExpertAnswer = (typeof expertAnswers)[number];

export const overallVerdicts = ['sufficient', 'conditional', 'insufficient'] as const;
export type OverallVerdict = (typeof overallVerdicts)[number];
