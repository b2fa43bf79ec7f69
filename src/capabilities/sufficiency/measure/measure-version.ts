import type { Measured } from '../checks/measured.ts';
import type { Amounts } from '../model/worth.ts';
import { type Asking, rowsOf } from './ask-rows.ts';
import { binFeatures } from './bin-features.ts';
import { countBasics } from './count-basics.ts';
import { countClashes, countClasses, countGroups, countMonths, countRaters, countSegments } from './count-groups.ts';
import { type CasesTable, countJoined } from './count-joined.ts';
import { measureAmounts, type PricedColumn } from './measure-amounts.ts';
import { measureDrift } from './measure-drift.ts';
import { measureFeatures } from './measure-features.ts';
import { measureSignal } from './measure-signal.ts';
import { measureSplit } from './measure-split.ts';

/** What the rows themselves do not say. */
export type Beside = Pick<Measured, 'contract' | 'isOneOff' | 'extractions'> & {
  amounts: Amounts | null;
  priced: readonly PricedColumn[];
  /** the version with the cases, where this is joined to them */
  cases: CasesTable | null;
};

interface Given extends Asking {
  beside: Beside;
  onProgress: (share: number, what: MeasuringStep) => void;
}

export const measuringSteps = ['counts', 'features', 'split', 'months', 'signal'] as const;
export type MeasuringStep = (typeof measuringSteps)[number];

/** All that the rules look at, counted step by step; nothing of a row but counts leaves the database, save the cells of a sample. */
export async function measureVersion({ beside, onProgress, ...asking }: Given): Promise<Measured> {
  const { task, now } = asking.table;
  onProgress(0, 'counts');
  const basics = await countBasics(asking);
  const counted = {
    classes: await countClasses(asking),
    segments: await countSegments(asking),
    groups: await countGroups(asking),
    clashes: await countClashes(asking),
    raters: await countRaters(asking),
    join: await countJoined(asking, beside.cases),
    rowAmounts: await measureAmounts(asking, beside.priced),
  };
  onProgress(0.3, 'features');
  const features = await measureFeatures(asking);
  onProgress(0.6, 'split');
  const split = await measureSplit(asking);
  onProgress(0.7, 'months');
  const rows = rowsOf(asking);
  const binnings = await binFeatures(
    asking,
    rows.features.filter((name) => rows.has(name)),
  );
  const months = await countMonths(asking);
  const drift = await measureDrift(asking, binnings);
  onProgress(0.85, 'signal');
  const { amounts, contract, isOneOff, extractions } = beside;
  const others = { contract, isOneOff, extractions };
  const found = await measureSignal(asking, { binnings, features, amounts, rows: basics.rows });
  return { task, now, ...basics, ...counted, features, split, months, drift, ...found, ...others };
}
