import type { Locale } from '../../../platform/text/locale.ts';
import { readDecimal } from '../../../web/kit/language/read-decimal.ts';
import { featuresOf, type PlanContent } from '../contract.ts';

/** Numbers of a plan, as they are asked: a share is asked in percent. */
export const planNumbers = {
  outcomeWindow: { isShare: false, least: 0.001, most: 36_500 },
  seasonality: { isShare: false, least: 0.001, most: 36_500 },
  maxAge: { isShare: false, least: 0.001, most: 36_500 },
  parameters: { isShare: false, least: 1, most: 100_000 },
  r2: { isShare: true, least: 0.01, most: 99.99 },
  expected: { isShare: true, least: 0, most: 100 },
  within: { isShare: true, least: 0.01, most: 99.99 },
  noise: { isShare: true, least: 0, most: 100 },
  relabelledCases: { isShare: false, least: 1, most: 1e9 },
  relabelledWrong: { isShare: false, least: 0, most: 1e9 },
} as const;
export type PlanNumber = keyof typeof planNumbers;
export const planNumberNames = Object.keys(planNumbers) as PlanNumber[];

export const availabilities = ['', 'same', 'other', 'too_late', 'never'] as const;
export type Availability = (typeof availabilities)[number];
export const columnParts = ['isGiven', 'isKey', 'isEntity', 'isCritical', 'isGroup', 'isPersonal'] as const;
export type ColumnPart = (typeof columnParts)[number];

/** What a plan says of one column. */
export type ColumnDraft = Record<ColumnPart, boolean> & {
  name: string;
  available: Availability;
  /** the column with the moment at which it is known; empty: not told */
  knownAt: string;
  /** values that mean that there is none, with commas between them */
  none: string;
};

export interface SegmentDraft {
  /** tells it from the others while it is written */
  id: string;
  name: string;
  column: string;
  value: string;
  /** in percent */
  share: string;
}

/** Yes, no, or nobody said. */
export type Told = '' | 'yes' | 'no';

/** A plan while it is being written: numbers as they were typed, and what it says of a column beside that column. */
export interface PlanDraft {
  role: PlanContent['role'];
  target: string;
  positive: string;
  moment: string;
  labelTime: string;
  secondLabel: string;
  splitBy: '' | 'time' | 'column';
  cut: string;
  splitColumn: string;
  splitTest: string;
  joinTo: string;
  joinOn: { id: string; column: string; of: string }[];
  segments: SegmentDraft[];
  columns: ColumnDraft[];
  numbers: Record<PlanNumber, string>;
  labelledBy: string;
  labelPolicy: string;
  isProxy: Told;
  proxyFor: string;
  isAllowed: Told;
  basis: string;
  retention: string;
}

const tellOf = (value: boolean | null): Told => (value === null ? '' : value ? 'yes' : 'no');
const toldOf = (value: Told): boolean | null => (value === '' ? null : value === 'yes');
const exactly = (value: number): number => Number(value.toPrecision(12));

/** An id that none of these has. */
export const nextId = (all: readonly { id: string }[]): string =>
  String(1 + Math.max(-1, ...all.map(({ id }) => Number(id))));

type Typed = (value: number | null | undefined, isShare?: boolean) => string;

export function draftFromPlan(plan: PlanContent, names: readonly string[], locale: Locale): PlanDraft {
  const typed: Typed = (value, isShare = false) =>
    value === null || value === undefined
      ? ''
      : String(exactly(isShare ? value * 100 : value)).replace('.', locale === 'nl' ? ',' : '.');
  const { role, labelledBy, labelPolicy, proxyFor, basis, retention } = plan;
  const features = featuresOf(plan, names);
  const segments = plan.segments.map(({ share, ...each }, index) => ({
    ...each,
    id: String(index),
    share: typed(share, true),
  }));
  return {
    role,
    labelledBy,
    labelPolicy,
    proxyFor,
    basis,
    retention,
    segments,
    ...namedIn(plan),
    ...splitIn(plan.split),
    ...joinIn(plan.joinTo),
    columns: names.map((name) => columnFrom(plan, name, features)),
    numbers: numbersIn(plan, typed),
    isProxy: tellOf(plan.isProxy),
    isAllowed: tellOf(plan.isAllowed),
  };
}

function namedIn({ target, positive, moment, labelTime, secondLabel }: PlanContent) {
  const one = (name: string | null) => name ?? '';
  return {
    target: one(target),
    positive: one(positive),
    moment: one(moment),
    labelTime: one(labelTime),
    secondLabel: one(secondLabel),
  };
}

function splitIn(split: PlanContent['split']) {
  const none = { splitBy: '' as const, cut: '', splitColumn: '', splitTest: '' };
  if (split === null) return none;
  return split.by === 'time'
    ? { ...none, splitBy: split.by, cut: split.cut }
    : { ...none, splitBy: split.by, splitColumn: split.column, splitTest: split.test };
}

function joinIn(joinTo: PlanContent['joinTo']) {
  if (joinTo === null) return { joinTo: '', joinOn: [{ id: '0', column: '', of: '' }] };
  return { joinTo: joinTo.datasetId, joinOn: joinTo.on.map((each, index) => ({ ...each, id: String(index) })) };
}

function numbersIn(plan: PlanContent, typed: Typed): PlanDraft['numbers'] {
  const { gateMetric, relabelled } = plan;
  return {
    outcomeWindow: typed(plan.outcomeWindow_days),
    seasonality: typed(plan.seasonality_days),
    maxAge: typed(plan.maxAge_days),
    parameters: typed(plan.parameters),
    r2: typed(plan.r2, true),
    expected: typed(gateMetric?.expected, true),
    within: typed(gateMetric?.within, true),
    noise: typed(plan.noiseBudget, true),
    relabelledCases: typed(relabelled?.cases),
    relabelledWrong: typed(relabelled?.wrong),
  };
}

function columnFrom(plan: PlanContent, name: string, features: readonly string[]): ColumnDraft {
  return {
    name,
    isGiven: features.includes(name),
    isKey: plan.key.includes(name),
    isEntity: plan.entity.includes(name),
    isCritical: plan.critical.includes(name),
    isGroup: plan.groups.includes(name),
    isPersonal: plan.personal.includes(name),
    available: plan.serving.find(({ column }) => column === name)?.available ?? '',
    knownAt: plan.fieldTimes.find(({ column }) => column === name)?.knownAt ?? '',
    none: plan.sentinels
      .filter(({ column }) => column === name)
      .flatMap(({ values }) => values)
      .join(', '),
  };
}

export type PlanProblem =
  | { field: PlanNumber | `share-${number}`; what: 'not_a_number' | 'out_of_range'; typed: string }
  | { field: 'cut'; what: 'not_a_day'; typed: string }
  | { field: `segment-${number}`; what: 'segment_incomplete'; typed: string };

/** The plan as it is sent, or what is wrong with what was typed. What the form does not ask stays as it was. */
export function planFromDraft(
  draft: PlanDraft,
  before: PlanContent,
  locale: Locale,
): { content: PlanContent } | { problems: PlanProblem[] } {
  const problems: PlanProblem[] = [];
  const numberAt = (
    field: PlanNumber | `share-${number}`,
    typed: string,
    { isShare, least, most }: { isShare: boolean; least: number; most: number },
  ): number | null => {
    if (typed.trim() === '') return null;
    const read = readDecimal(typed, locale);
    const value = Number(read);
    if (read === null) problems.push({ field, what: 'not_a_number', typed });
    else if (value < least || value > most) problems.push({ field, what: 'out_of_range', typed });
    return isShare ? exactly(value / 100) : value;
  };
  const numbers = Object.fromEntries(
    planNumberNames.map((name) => [name, numberAt(name, draft.numbers[name], planNumbers[name])]),
  ) as Record<PlanNumber, number | null>;
  const segments = draft.segments.map(({ id: _, share, ...each }, index) => {
    if ([each.name, each.column, each.value].some((text) => text.trim() === ''))
      problems.push({ field: `segment-${index}`, what: 'segment_incomplete', typed: each.name });
    const given = numberAt(`share-${index}`, share, { isShare: true, least: 0, most: 100 });
    return { ...each, name: each.name.trim(), share: given };
  });
  if (draft.splitBy === 'time' && !/^\d{4}-\d\d-\d\d$/.test(draft.cut))
    problems.push({ field: 'cut', what: 'not_a_day', typed: draft.cut });
  if (problems.length > 0) return { problems };
  return { content: { ...before, ...wordsOf(draft), ...numbersOf(numbers), ...columnsOf(draft, before), segments } };
}

function wordsOf(draft: PlanDraft) {
  const one = (name: string) => (name === '' ? null : name);
  const on = draft.joinOn.filter(({ column, of }) => column !== '' && of.trim() !== '');
  const { labelledBy, labelPolicy, proxyFor, basis, retention } = draft;
  const isJoined = draft.role === 'context' && draft.joinTo !== '' && on.length > 0;
  return {
    role: draft.role,
    target: one(draft.target),
    positive: one(draft.positive.trim()),
    moment: one(draft.moment),
    labelTime: one(draft.labelTime),
    secondLabel: one(draft.secondLabel),
    split: splitOf(draft),
    joinTo: isJoined ? { datasetId: draft.joinTo, on: on.map(({ column, of }) => ({ column, of: of.trim() })) } : null,
    isProxy: toldOf(draft.isProxy),
    isAllowed: toldOf(draft.isAllowed),
    labelledBy,
    labelPolicy,
    proxyFor,
    basis,
    retention,
  };
}

function splitOf({ splitBy, cut, splitColumn: column, splitTest: test }: PlanDraft): PlanContent['split'] {
  if (splitBy === 'time') return { by: 'time', cut };
  return splitBy === 'column' && column !== '' && test.trim() !== '' ? { by: 'column', column, test } : null;
}

function numbersOf(given: Record<PlanNumber, number | null>) {
  const { expected, within, relabelledCases: cases, relabelledWrong: wrong } = given;
  return {
    outcomeWindow_days: given.outcomeWindow,
    seasonality_days: given.seasonality,
    maxAge_days: given.maxAge,
    parameters: given.parameters === null ? null : Math.round(given.parameters),
    r2: given.r2,
    gateMetric: expected === null || within === null ? null : { expected, within },
    noiseBudget: given.noise,
    relabelled: cases === null || wrong === null ? null : { cases: Math.round(cases), wrong: Math.round(wrong) },
  };
}

function columnsOf({ columns, target }: PlanDraft, before: PlanContent) {
  const names = columns.map(({ name }) => name);
  const those = (part: ColumnPart) => columns.filter((each) => each[part]).map(({ name }) => name);
  const given = those('isGiven').filter((name) => name !== target);
  // Whoever named none meant all that have no other part; that stays so for columns that are still to come.
  const isUsual = before.columns.length === 0 && given.join('\n') === featuresOf(before, names).join('\n');
  return {
    columns: isUsual ? [] : given,
    key: those('isKey'),
    entity: those('isEntity'),
    critical: those('isCritical'),
    groups: those('isGroup'),
    personal: those('isPersonal'),
    serving: columns.flatMap(({ name, available }) => (available === '' ? [] : [{ column: name, available }])),
    fieldTimes: columns.flatMap(({ name, knownAt }) => (knownAt === '' ? [] : [{ column: name, knownAt }])),
    sentinels: columns.flatMap(({ name, none }) => {
      const values = none
        .split(',')
        .map((value) => value.trim())
        .filter((value) => value !== '');
      return values.length === 0 ? [] : [{ column: name, values }];
    }),
  };
}
