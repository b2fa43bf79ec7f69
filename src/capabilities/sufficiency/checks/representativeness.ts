import { compareShares } from '../../statistics/index.ts';
import type { CheckFigure, CheckOutcome } from '../check-contract.ts';
import { atLeast, atMost, missing, notAssessed, outcomeOf } from './judge-figure.ts';
import type { Judging, Measured } from './measured.ts';

const fewOfGroup = 100;
const [someGap, muchGap] = [0.05, 0.2];
const surprising = 0.01;

/** Who is in it too little, whose fields are emptier, and for whom the outcome differs. */
export function judgeRepresentativeness({ plan, measured }: Judging): CheckOutcome {
  if (plan.groups.length === 0) return notAssessed('representativeness', missing('no_groups'));
  const byColumn = [...Map.groupBy(measured.groups, ({ column }) => column)];
  const unseen = plan.groups.filter((column) => !byColumn.some(([name]) => name === column));
  return outcomeOf(
    'representativeness',
    byColumn.flatMap(([, groups]) => groups.flatMap((group) => figuresOf(group, groups))),
    unseen.map((column) => missing('column_missing', column)),
  );
}

type Group = Measured['groups'][number];

function figuresOf(group: Group, all: readonly Group[]): CheckFigure[] {
  const { column, value, rows, missingShare } = group;
  const subject = `${column}: ${value}`;
  const others = all.filter((each) => each !== group);
  const sum = (of: (each: Group) => number) => others.reduce((total, each) => total + of(each), 0);
  const otherRows = sum((each) => each.rows);
  const enough = atLeast({ key: 'rows_of_group', subject, value: rows, unit: 'rows', warnAt: fewOfGroup });
  if (otherRows === 0 || rows === 0) return [enough];
  const otherMissing = sum((each) => each.missingShare * each.rows) / otherRows;
  const emptier = atMost({
    key: 'emptier_than_others',
    subject,
    value: missingShare - otherMissing,
    unit: 'share',
    warnAt: someGap,
    failAt: muchGap,
  });
  return [enough, emptier, ...outcomeGap(group, { rows: otherRows, positives: sum((each) => each.positives ?? 0) })];
}

/** That the outcome differs is for the expert and the risk manager to judge, so it never fails by itself. */
function outcomeGap(
  { column, value, rows, positives }: Group,
  others: { rows: number; positives: number },
): CheckFigure[] {
  if (positives === null) return [];
  const { chance } = compareShares({ count: positives, total: rows }, { count: others.positives, total: others.rows });
  const gap = Math.abs(positives / rows - others.positives / others.rows);
  const isChance = chance.status === 'not_computable' || chance.value > surprising;
  const given = { key: 'outcome_differs', subject: `${column}: ${value}`, value: gap, unit: 'share' } as const;
  return [atMost({ ...given, ...(isChance ? {} : { warnAt: someGap }) })];
}
