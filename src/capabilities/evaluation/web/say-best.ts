import type { Locale } from '../../../platform/text/locale.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { EvaluationSummary, ProtocolGroup } from '../contract.ts';
import { writeMoney } from './names.ts';
import { nameInGroup } from './name-in-group.ts';
import { rankingTexts } from './ranking-texts.ts';
import { sayPairOf } from './say-pair.ts';

/** Which is best, by how much, and whether these cases can tell. */
export function sayBest(group: ProtocolGroup, locale: Locale): string {
  const { evaluations, place, isInEuros, metric, currency } = group;
  const t = rankingTexts[locale];
  const [best, second] = evaluations;
  if (!best) return '';
  if (!second) return t.only({ run: best.runName, protocol: place });
  const [run, other] = [nameInGroup(group, best, locale), nameInGroup(group, second, locale)];
  if (!isInEuros || best.perMonth === null || second.perMonth === null) {
    const figure = formatsFor(locale).number(best.quality ?? 0, 3);
    return `${t.bestQuality({ run, metric, figure })}${t.end}`;
  }
  const money = writeMoney(locale, currency ?? 'EUR');
  const said = t.best({ run, figure: money(best.perMonth) });
  const pair = sayPairOf(group, best.id, locale);
  if (pair !== null) return `${said}${t.end} ${pair}`;
  const end = overlaps(best, second)
    ? t.unsure({ other })
    : t.sure({ other, difference: money(best.perMonth - second.perMonth) });
  return `${said}${end}`;
}

const overlaps = (best: EvaluationSummary, second: EvaluationSummary): boolean =>
  best.low !== null && second.high !== null && second.high >= best.low;
