import { slice } from '../../platform/db/database.ts';
import type { AlternativeKind, FitAnswer, FitQuestion } from './alternative-contract.ts';
import type { AttachmentKind } from './attachment-contract.ts';
import type { MeasuredFigure } from './measured-contract.ts';
import type { ModelMetric } from './metric-contract.ts';
import type { OpportunityField } from './opportunity-contract.ts';
import type { Phase } from './problem-contract.ts';
import type { TranslationField } from './translation-contract.ts';
import type { VariantAspect } from './variant-contract.ts';
import type { VerdictRole, VerdictWord } from './verdict-contract.ts';

/** What every list within a problem has. */
interface Listed {
  id: string;
  problem_id: string;
  position: number;
  version: number;
  removed_at: number | null;
}

export interface FormulationTables {
  problem: {
    id: string;
    title: string;
    phase: Phase;
    /** of the title */
    version: number;
    created_by: string;
    created_at: number;
    changed_at: number;
    deleted_at: number | null;
  };
  opportunity_text: {
    problem_id: string;
    field: OpportunityField;
    text: string;
    changed_in_version: number;
    changed_at: number;
  };
  alternatives: { problem_id: string; text: string; version: number; changed_at: number };
  objective: {
    id: string;
    problem_id: string;
    text: string;
    position: number;
    version: number;
    removed_at: number | null;
  };
  key_result: {
    id: string;
    problem_id: string;
    objective_id: string;
    metric: string;
    unit: string;
    /** decimal strings */
    baseline: string | null;
    target: string | null;
    /** year-month-day */
    by_date: string | null;
    source: string;
    position: number;
    version: number;
    removed_at: number | null;
  };
  value_model: {
    problem_id: string;
    /** JSON: a draft, complete or not */
    model: string;
    hash: string;
    /** JSON: AtStake; null while it is not complete */
    at_stake: string | null;
    version: number;
    changed_at: number;
  };
  translation_text: {
    problem_id: string;
    field: TranslationField;
    text: string;
    changed_in_version: number;
    changed_at: number;
  };
  key_result_link: {
    key_result_id: string;
    problem_id: string;
    contributes: number;
    text: string;
    version: number;
    changed_at: number;
  };
  data_requirement: Listed & {
    what: string;
    why: string;
    history: string;
    granularity: string;
    freshness: string;
    segment: string;
    volume: string;
    source: string;
  };
  alternative: Listed & {
    kind: AlternativeKind;
    name: string;
    description: string;
    /** JSON: AlternativeFigures */
    figures: string;
  };
  fit_answer: {
    problem_id: string;
    question: FitQuestion;
    answer: FitAnswer | null;
    reason: string;
    version: number;
    changed_at: number;
  };
  /** append-only by its operation: of one person in one role, the one with the highest number stands */
  key_result_verdict: {
    id: string;
    problem_id: string;
    number: number;
    key_result_id: string;
    key_result_version: number;
    role: VerdictRole;
    user_id: string;
    verdict: VerdictWord;
    reason: string;
    at: number;
  };
  attachment: {
    id: string;
    problem_id: string;
    kind: AttachmentKind;
    title: string;
    url: string | null;
    sha256: string | null;
    media_type: string | null;
    size_bytes: number | null;
    added_by: string;
    added_at: number;
    removed_at: number | null;
  };
  level: {
    problem_id: string;
    number: number;
    /** whose go froze it */
    gate: 'g1' | 'g2';
    snapshot: string;
    hash: string;
    decision_id: string;
    at: number;
  };
  /** figures of the value model that were measured in data */
  measured_figure: {
    id: string;
    problem_id: string;
    /** place in the value model */
    path: string;
    /** JSON: MeasuredValue */
    value: string;
    dataset_version_id: string;
    dataset: string;
    how: string;
    proposed_by: string;
    proposed_at: number;
    state: MeasuredFigure['state'];
    /** JSON: what stood there before it was taken over */
    was: string | null;
    reason: string;
    settled_by: string | null;
    settled_at: number | null;
  };
  metric_link: {
    key_result_id: string;
    problem_id: string;
    metric: ModelMetric;
    text: string;
    version: number;
    changed_at: number;
  };
  one_page_version: {
    problem_id: string;
    number: number;
    /** canonical JSON: OnePageContent */
    content: string;
    hash: string;
    kept_by: string;
    at: number;
  };
  /** where a problem comes from, if not from nothing: one of the two is there */
  problem_origin: {
    problem_id: string;
    parent_id: string | null;
    template_id: string | null;
    /** of a variant: in what it differs */
    about: VariantAspect | null;
    difference: string;
    reason: string;
    version: number;
    made_at: number;
  };
  problem_template: {
    id: string;
    name: string;
    description: string;
    /** JSON: WrittenContent */
    content: string;
    version: number;
    created_by: string;
    created_at: number;
    retired_at: number | null;
  };
  /** a projection, by which problems that are alike are found: written by `keepProblemWords` only */
  problem_word: { stem: string; problem_id: string; weight: number };
  /** a projection: written by `keepProblemSummaries` only */
  problem_summary: {
    problem_id: string;
    title: string;
    /** the keys are what is searched: one form of writing for what is written and what is looked for */
    title_key: string;
    opportunity_key: string;
    decision_key: string;
    phase: Phase;
    is_private: number;
    /** what a go still needs, by station, and all together */
    opportunity_open: number;
    requirements_open: number;
    value_open: number;
    decision_open: number;
    open_items: number;
    /** when the first key result must be reached; once that day is past, one more item is open than is counted here */
    first_date: string | null;
    /** JSON: AtStake */
    at_stake: string | null;
    /** for sorting only: money is not compared by it */
    at_stake_rank: number;
    /** JSON: the part of the last decision that the list shows */
    last_decision: string | null;
    created_at: number;
    changed_at: number;
    is_deleted: number;
  };
}

export const formulationDb = slice<FormulationTables>();
