import type { Locale } from '../../platform/text/locale.ts';
import type { Asked, Evaluation } from './evaluation-contract.ts';
import { formatsOf } from './formats.ts';
import type { Judged } from './judged-contract.ts';
import { evaluationTexts } from './texts.ts';

const few = 100;
const counted = ['withoutTruth', 'unknownTruth', 'withoutPrediction', 'withoutAmount', 'repeatedIds'] as const;

/** What must be known of the figures before anything is made of them. */
export function sayWarnings(
  { counts, caseDigest, quality, euros }: Judged,
  { data, asked }: { data: Evaluation['data']; asked: Asked },
  locale: Locale,
): string[] {
  const t = evaluationTexts[locale].warnings;
  const f = formatsOf(locale);
  const said = counted.flatMap((each) => {
    const count = counts[each];
    return count === null || count === 0 ? [] : [t[each]({ count: f.count(count) })];
  });
  if (counts.cases < few) said.push(t.few({ count: f.count(counts.cases) }));
  if (data === null) said.push(t.noData);
  else if (caseDigest === null || asked.columns.id === undefined) said.push(t.noIds);
  else if (caseDigest === undefined) said.push(t.olderIds);
  if (euros === null) said.push(t.noEuros);
  return [...said, ...ofBinary({ quality, euros, asked }, locale)];
}

function ofBinary(
  { quality, euros, asked }: Pick<Judged, 'quality' | 'euros'> & { asked: Asked },
  locale: Locale,
): string[] {
  if (quality.task !== 'binary') return [];
  const t = evaluationTexts[locale].warnings;
  const f = formatsOf(locale);
  const { baseRate } = quality.metrics;
  const expected = euros?.expectedBaseRate ?? null;
  const isOther = expected !== null && baseRate !== null && (expected < baseRate.low || expected > baseRate.high);
  return [
    ...(isOther ? [t.baseRate({ here: f.share(baseRate.value), expected: f.share(expected) })] : []),
    ...(asked.threshold !== null && quality.calibration.length === 0 ? [t.noProbability] : []),
  ];
}
