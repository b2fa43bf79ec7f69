import { stabilityIndex } from '../../statistics/index.ts';
import type { CheckFigure, CheckOutcome } from '../check-contract.ts';
import { atLeast, atMost, missing, notAssessed, outcomeOf } from './judge-figure.ts';
import type { Judging, Measured } from './measured.ts';

const [fewRows, tooFewRows] = [100, 30];
/** The usual reading of the index: from .2 on the populations differ. */
const [farIndex, tooFarIndex] = [0.2, 0.5];
const fewPositives = 30;

/** Whether each part that must be there is there, and in about the share that it has among the cases the model is for. */
export function judgeCoverage({ plan, measured }: Judging): CheckOutcome {
  if (plan.segments.length === 0) return notAssessed('coverage', missing('no_segments'));
  const counted = measured.segments.flatMap(({ name, rows, positives }) => [
    atLeast({ key: 'rows_of_segment', subject: name, value: rows, unit: 'rows', warnAt: fewRows, failAt: tooFewRows }),
    ...(positives === null
      ? []
      : [
          atLeast({
            key: 'positives_of_segment',
            subject: name,
            value: positives,
            unit: 'rows',
            warnAt: fewPositives,
            failAt: 1,
          }),
        ]),
  ]);
  const byColumn = [...Map.groupBy(measured.segments, ({ column }) => column)];
  const compared = byColumn.flatMap(([column]) => comparedWith(column, { plan, measured }));
  const isShared = byColumn.length > 0 && compared.length === byColumn.length;
  return outcomeOf('coverage', [...counted, ...compared], isShared ? [] : [missing('no_shares')]);
}

/** All other values are one cell more, so that what nobody declared counts too. */
function comparedWith(name: string, { plan, measured }: Judging): CheckFigure[] {
  const declared = plan.segments.filter(({ column }) => column === name);
  if (declared.some(({ share }) => share === null)) return [];
  const rowsOf = (value: string) =>
    measured.segments.find((each) => each.column === name && each.value === value)?.rows;
  const found = declared.map(({ value }) => rowsOf(value) ?? 0);
  const filled = filledIn(name, measured);
  const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0);
  const shares = declared.map(({ share }) => share ?? 0);
  const [otherRows, otherShare] = [Math.max(0, filled - sum(found)), Math.max(0, 1 - sum(shares))];
  const hasOthers = otherRows > 0 || otherShare > 1e-9;
  const cells = hasOthers ? [...found, otherRows] : found;
  const wanted = (hasOthers ? [...shares, otherShare] : shares).map((share) => share * filled);
  const index = stabilityIndex(cells, wanted);
  if (index.status === 'not_computable') return [];
  const given = { key: 'distance_of_shares', subject: name, value: index.value, unit: 'index' } as const;
  return [atMost({ ...given, warnAt: farIndex, failAt: tooFarIndex })];
}

const filledIn = (name: string, { segments }: Measured): number =>
  segments.find(({ column }) => column === name)?.filled ?? 0;
