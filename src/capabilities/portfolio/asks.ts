import type { Locale } from '../../platform/text/locale.ts';

/** What somebody can be asked, the most pressing first: the order within a problem. */
export const askKinds = [
  'objection',
  'decide',
  'sign',
  'steering_accept',
  'steering_answer',
  'condition',
  'review',
  'opportunity',
  'stakeholders_named',
  'stakeholders_heard',
  'stakeholders_questions',
  'requirements',
  'requirements_dates',
  'value',
  'translation',
  'data',
  'alternatives',
  'verdicts',
  'checklist_begin',
  'checklist_item',
  'checklist_items',
  'risk',
  'risk_sign',
  'sufficiency',
  'findings_kept',
  'findings',
  'measured',
  'metrics',
  'approaches',
  'framework',
  'propose',
  'unfilled',
  'role_waits',
  'confirm_role',
] as const;
export type AskKind = (typeof askKinds)[number];

/** What its sentence needs; never a name of anybody. */
export interface AskParams {
  count?: number;
  /** of an item of the checklist */
  title?: Record<Locale, string>;
  /** the beginning of what somebody wrote: a remark, a condition */
  text?: string;
  gate?: string;
  outcome?: string;
  role?: string;
  /** signed before, on other evidence */
  isStale?: boolean;
  /** signed before, longer ago than the policy lets a signature count */
  isEnded?: boolean;
}

/** One thing that is asked, and of whom. */
export interface Ask {
  /** unique within its problem */
  id: string;
  kind: AskKind;
  /** roles, also as `unconfirmed.` and a role where it does not count yet, or the ids of users; `others` are the roles of a problem beside its experts */
  asked: readonly string[];
  /** epoch milliseconds; null: since its gate opened */
  since: number | null;
  /** year-month-day */
  due: string | null;
  /** year-month-day: nobody's concern before */
  notBefore: string | null;
  /** year-month-day: nobody's concern after */
  notAfter?: string;
  station: string;
  field: string | null;
  /** the conversation to open there, as the `talk` of an address */
  talk: string | null;
  params: AskParams;
  /** ids by which a gate knows what is open here: what is waived is no longer asked */
  items?: readonly string[];
}

/** Parts of a problem, each kept by the events of its own area. */
export const parts = [
  'opportunity',
  'stakeholders',
  'requirements',
  'value',
  'translation',
  'data',
  'decision',
  'verdicts',
  'checklist',
  'risk',
  'steering',
] as const;
export type Part = (typeof parts)[number];
export type Asks = Readonly<Record<Part, readonly Ask[]>>;
