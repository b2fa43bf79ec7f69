import type { Column, SplitRule } from '../contract.ts';

export const splitWays = ['time', 'entity', 'value', 'random'] as const;
export type SplitWay = (typeof splitWays)[number];

export interface SplitDraft {
  name: string;
  by: SplitWay;
  /** of time and value */
  column: string;
  cut: string;
  /** what names a case: nothing, or a column */
  key: string;
  /** one to a line: what tests */
  values: string;
  /** in per cent: what tests */
  share: number;
  seed: string;
}

export const isMoment = (type: string): boolean => /^(DATE|TIMESTAMP)/.test(type);

export function emptyDraft({ columns }: { columns: readonly Column[] }): SplitDraft {
  const moment = columns.find(({ type }) => isMoment(type));
  const column = moment?.name ?? columns[0]?.name ?? '';
  const by = moment ? 'time' : 'random';
  return { name: '', by, column, cut: '', key: '', values: '', share: 20, seed: '1' };
}

export type UnfitField = 'name' | 'cut' | 'key' | 'values' | 'share';

/** What each way of splitting cannot do without, and whether it is there. */
const asked: Record<SplitWay, readonly [field: UnfitField, isThere: (draft: SplitDraft) => boolean][]> = {
  time: [['cut', ({ cut }) => cut.trim() !== '']],
  entity: [
    ['key', ({ key }) => key !== ''],
    ['share', ({ share }) => share > 0 && share < 100],
  ],
  value: [['values', ({ values }) => linesOf(values).length > 0]],
  random: [['share', ({ share }) => share > 0 && share < 100]],
};

/** What must be filled in before the server can be asked. */
export function unfitOf(draft: SplitDraft): UnfitField[] {
  const unfit = asked[draft.by].filter(([, isThere]) => !isThere(draft)).map(([field]) => field);
  return draft.name.trim() === '' ? ['name', ...unfit] : unfit;
}

/** What may not be in two parts; of rows that are drawn by chance nothing but the row itself. */
export function keyOf({ by, key }: SplitDraft): { key?: string[] } {
  return key === '' || by === 'random' ? {} : { key: [key] };
}

export function ruleOf(draft: SplitDraft, { train, test }: { train: string; test: string }): SplitRule {
  const { by, column, cut, key, values, share, seed } = draft;
  if (by === 'time') return { by, column, cuts: [cut.trim()], names: [train, test] };
  if (by === 'value') return { by, column, parts: [{ name: test, values: linesOf(values) }], others: train };
  const parts = [
    { name: train, share: (100 - share) / 100 },
    { name: test, share: share / 100 },
  ];
  return { by: 'hash', ...(by === 'entity' ? { key: [key] } : {}), seed: seed.trim() || '1', parts };
}

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];
