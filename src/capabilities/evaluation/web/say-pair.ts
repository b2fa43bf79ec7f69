import type { Locale } from '../../../platform/text/locale.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { EvaluationPair, ProtocolGroup } from '../contract.ts';
import { nameInGroup } from './name-in-group.ts';
import { writeMoney } from './names.ts';
import { rankingTexts } from './ranking-texts.ts';

/** The best held against the second, or another against the best, on the very same cases; null where that was not done. */
export function sayPairOf(group: ProtocolGroup, ownId: string, locale: Locale): string | null {
  const { bestId, evaluations, pairs } = group;
  const otherId = ownId === bestId ? evaluations[1]?.id : ownId;
  const pair = pairs.find(({ evaluationId }) => evaluationId === otherId);
  if (!pair) return null;
  if (ownId === bestId) return sayPair(pair, { group, rivalId: pair.evaluationId, locale });
  const turned = { ...pair, difference: -pair.difference, low: -pair.high, high: -pair.low };
  return sayPair(turned, { group, rivalId: bestId, locale });
}

function sayPair(
  { cases, difference, low, high }: EvaluationPair,
  { group, rivalId, locale }: { group: ProtocolGroup; rivalId: string; locale: Locale },
): string {
  const t = rankingTexts[locale].pair;
  const rival = group.evaluations.find(({ id }) => id === rivalId);
  const money = writeMoney(locale, group.currency ?? 'EUR');
  const said = { other: rival ? nameInGroup(group, rival, locale) : '', cases: formatsFor(locale).number(cases) };
  if (low === 0 && high === 0) return `${t.equal(said)}${t.sure}`;
  const isBelow = difference < 0;
  const by = money(Math.abs(difference));
  const [from, to] = isBelow ? [money(-high), money(-low)] : [money(low), money(high)];
  const figures = { ...said, difference: by, low: from, high: to };
  const say = isBelow ? t.below : t.above;
  return `${say(figures)}${low < 0 && high > 0 ? t.unsure : t.sure}`;
}
