import type { Locale } from '../../platform/text/locale.ts';
import { searchable } from '../../platform/text/searchable.ts';
import type { RunVariant } from '../tracking/index.ts';
import type { EvaluationSummary } from './evaluation-contract.ts';
import { formatsOf } from './formats.ts';
import { canBeOfSameCases, isOfAsMany, isOfSameCases, type mainMetric, type Protocol } from './protocol.ts';
import type { NotComparable } from './ranking-contract.ts';
import { evaluationTexts } from './texts.ts';

/** An evaluation with what it was measured under. */
export interface Measured {
  summary: EvaluationSummary;
  protocol: Protocol;
  /** by which it is ordered where there are no euros */
  metric: ReturnType<typeof mainMetric>;
  /** Null where variants are ranked together, or the run names none. */
  variant: RunVariant | null;
  /** of all that must be equal; null where the data is not known */
  key: string | null;
  currency: string | null;
}

type Difference = NotComparable['differences'][number];

/** Every reason for which the one does not compare with the other, in words. */
export function findDifferences(own: Measured, group: Measured, locale: Locale): Difference[] {
  const t = evaluationTexts[locale].differences;
  const say = {
    data: [sayData(own, locale), sayData(group, locale)],
    split: [saySplit(own, locale), saySplit(group, locale)],
    segment: [saySegment(own, locale), saySegment(group, locale)],
    value: [sayValue(own, locale), sayValue(group, locale)],
    variant: [sayVariant(own, locale), sayVariant(group, locale)],
  } as const;
  const tell = (what: keyof typeof say): Difference => {
    const [mine, theirs] = say[what];
    return { what, reason: t[what]({ own: mine, group: theirs }) };
  };
  const [a, b] = [own.protocol, group.protocol];
  const found: Difference[] = (['data', 'split', 'segment'] as const)
    .filter((what) => a[what] !== b[what] || (what === 'data' && a.data === null))
    .map(tell);
  const isByOther = own.metric !== group.metric && own.summary.perMonth === null;
  if (a.task !== b.task || a.positiveClass !== b.positiveClass || isByOther)
    found.push({ what: 'metric', reason: t.metric });
  // Of other data there are other cases: that is no reason of its own.
  if (found.length === 0 && !isOfSameCases(a, b))
    found.push({ what: 'cases', reason: sayOtherCases(own, group, locale) });
  if (own.summary.pricedBy?.hash !== group.summary.pricedBy?.hash) found.push(tell('value'));
  if (variantKey(own.variant) !== variantKey(group.variant)) found.push(tell('variant'));
  return found;
}

/** What would make it comparable: of the same cases it is one request away, since the predictions are here. */
export function sayRepair(
  { own, differences: all }: { own: Measured; differences: readonly Difference[] },
  group: Measured,
  locale: Locale,
): NotComparable['repair'] {
  const t = evaluationTexts[locale].repairs;
  const differences = all.filter(({ what }) => what !== 'variant');
  if (differences.length === 0) return { kind: 'together', sentence: t.together };
  const protocol = sayPlace(group, locale);
  if (differences.every(({ what }) => what === 'value'))
    return { kind: 'rescore', sentence: t.rescore({ value: sayValue(group, locale) }) };
  const isOfOtherKind = differences.some(({ what }) => what === 'metric');
  const [a, b] = [own.protocol, group.protocol];
  if (isOfOtherKind || !canBeOfSameCases(a, b)) {
    const isCounted = !isOfOtherKind && isOfAsMany(a, b) && b.caseDigest === null;
    return { kind: 'log', sentence: isCounted ? t.nameOthers : t.log({ protocol }) };
  }
  const isKnown = a.caseDigest !== null && isOfSameCases(a, b);
  return { kind: 'evaluate', sentence: isKnown ? t.evaluateSame({ protocol }) : t.evaluate({ protocol }) };
}

/** Other numbers, other ids and truths, or ids that only one of the two tells. */
function sayOtherCases(own: Measured, group: Measured, locale: Locale): string {
  const t = evaluationTexts[locale].differences;
  const [a, b] = [own.protocol, group.protocol];
  if (!isOfAsMany(a, b)) return t.cases({ own: sayCases(own, locale), group: sayCases(group, locale) });
  if (a.caseDigest !== null && b.caseDigest !== null) return t.otherCases;
  return a.caseDigest === null ? t.unnamedHere : t.unnamedThere;
}

/** The protocol in words: data, part, segment, by what it was priced, and the variant. */
export function sayProtocol(measured: Measured, locale: Locale): string {
  const said = [sayPlace(measured, locale), sayValue(measured, locale)];
  return [...said, ...(measured.variant === null ? [] : [sayVariant(measured, locale)])].join(', ');
}

/** What nobody has declared is told apart by its name. */
export const variantKey = (variant: RunVariant | null): string | null =>
  variant === null ? null : (variant.id ?? `named ${searchable(variant.name)}`);

function sayVariant({ variant }: Measured, locale: Locale): string {
  const t = evaluationTexts[locale].protocol;
  if (variant === null) return t.noVariant;
  return variant.id === null ? t.undeclared(variant) : t.variant(variant);
}

/** The same without value model and variant. */
export function sayPlace(measured: Measured, locale: Locale): string {
  const { split, segment } = measured.protocol;
  return [
    sayData(measured, locale),
    ...(split === null ? [] : [saySplit(measured, locale)]),
    ...(segment === null ? [] : [saySegment(measured, locale)]),
  ].join(', ');
}

function sayData({ summary: { data } }: Measured, locale: Locale): string {
  const t = evaluationTexts[locale].protocol;
  return data === null ? t.gone : t.data({ name: data.name, number: String(data.number) });
}

function saySplit({ protocol: { split } }: Measured, locale: Locale): string {
  const t = evaluationTexts[locale].protocol;
  return split === null ? t.wholeData : t.split({ split });
}

function saySegment({ protocol: { segment } }: Measured, locale: Locale): string {
  const t = evaluationTexts[locale].protocol;
  return segment === null ? t.wholeData : t.segment({ segment });
}

const sayCases = ({ protocol: { cases } }: Measured, locale: Locale): string =>
  formatsOf(locale).count(cases.reduce((sum, each) => sum + each, 0));

function sayValue({ summary: { pricedBy } }: Measured, locale: Locale): string {
  const t = evaluationTexts[locale];
  if (pricedBy === null) return t.differences.none;
  return t.protocol.value[pricedBy.source]({ number: String(pricedBy.number) });
}
