import { searchable } from '../../platform/text/searchable.ts';
import { falsePositiveRateAt } from './binary-value.ts';
import type { BinaryValueModel, MulticlassValueModel, RegressionValueModel, ValueModel } from './contract.ts';
import { likelyBaseRate } from './segments.ts';

/** A part of the volume as a value model of its own, and which share of the whole it is. */
interface PartOfModel<Model extends ValueModel = ValueModel> {
  model: Model;
  share: number;
}

/**
 * What the part says of its own prices it, and what it does not say is as in the whole; undefined where there is no part of this
 * name. The volume and what is paid by the year stay those of the whole: the share says how much of it is the part's.
 */
export function modelOfSegment(model: ValueModel, name: string): PartOfModel | undefined {
  if (model.task === 'binary') return partOfBinary(model, name);
  return model.task === 'multiclass' ? partOfMulticlass(model, name) : partOfRegression(model, name);
}

const findNamed = <Segment extends { name: string }>(segments: readonly Segment[] = [], name: string) =>
  segments.find((each) => searchable(each.name) === searchable(name));

function partOfBinary(whole: BinaryValueModel, name: string): PartOfModel<BinaryValueModel> | undefined {
  const part = findNamed(whole.segments, name);
  if (!part) return undefined;
  const { segments: _segments, ...rest } = whole;
  const today = todayInParts(whole);
  const baseRate = part.baseRate ?? whole.baseRate;
  const values = { ...whole.values, ...part.values };
  return { model: { ...rest, ...(today && { today }), baseRate, values }, share: part.share.likely };
}

/** One practice for all parts catches and errs as often in each: its precision is that of the whole, and another in a part. */
function todayInParts(whole: BinaryValueModel): BinaryValueModel['today'] {
  const { today } = whole;
  if (today?.kind !== 'recall-and-precision') return today;
  const { kind: _kind, recall, precision, ...own } = today;
  const likely = falsePositiveRateAt(likelyBaseRate(whole), recall.likely, precision.likely);
  return { ...own, kind: 'recall-and-false-positive-rate', recall, falsePositiveRate: { likely } };
}

function partOfMulticlass(whole: MulticlassValueModel, name: string): PartOfModel<MulticlassValueModel> | undefined {
  const part = findNamed(whole.segments, name);
  if (!part) return undefined;
  const { segments: _segments, ...rest } = whole;
  const classes = whole.classes.map((each, index) => ({ ...each, share: part.classShares?.[index] ?? each.share }));
  return { model: { ...rest, classes }, share: part.share.likely };
}

function partOfRegression(whole: RegressionValueModel, name: string): PartOfModel<RegressionValueModel> | undefined {
  const part = findNamed(whole.segments, name);
  if (!part) return undefined;
  const { segments: _segments, ...rest } = whole;
  const { overCostPerUnit = whole.overCostPerUnit, underCostPerUnit = whole.underCostPerUnit } = part;
  return { model: { ...rest, overCostPerUnit, underCostPerUnit }, share: part.share.likely };
}
