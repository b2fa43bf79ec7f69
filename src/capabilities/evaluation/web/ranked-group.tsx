import { Chart } from '../../../web/kit/charts/chart.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import type { EvaluationSummary, ProtocolGroup } from '../contract.ts';
import { writeMoney } from './names.ts';
import { prepareRanking } from './prepare-ranking.ts';
import { rankingTexts } from './ranking-texts.ts';
import { RunLink } from './run-link.tsx';
import { sayBest } from './say-best.ts';

/** All that was measured alike: which is best in a sentence, then each with its bounds. */
export function RankedGroup({ group }: { group: ProtocolGroup }) {
  const t = useTexts(rankingTexts);
  const locale = useLocale();
  const picture = prepareRanking(group, locale);
  return (
    <div className="stack">
      <div className="stack stack--tight">
        <p className="lead">{sayBest(group, locale)}</p>
        {group.evaluations.length > 1 ? (
          <p className="quiet small">{t.under({ protocol: group.title, metric: group.metric })}</p>
        ) : null}
        {group.note ? <p className="note">{group.note}</p> : null}
      </div>
      {picture ? <Chart picture={picture} /> : null}
      <RankingTable group={group} />
    </div>
  );
}

function RankingTable({ group }: { group: ProtocolGroup }) {
  const { title, metric, evaluations, isInEuros, bestId, currency } = group;
  const t = useTexts(rankingTexts);
  const locale = useLocale();
  const formats = useFormats();
  const money = writeMoney(locale, currency ?? 'EUR');
  const { head: quality, say } = sayQuality(evaluations, t);
  const hasThreshold = evaluations.some(({ asked }) => asked.threshold !== null);
  const head = [
    ...(isInEuros ? [t.perMonth, t.bounds, t.level] : []),
    isInEuros ? quality : metric,
    ...(hasThreshold ? [t.threshold] : []),
  ];
  const cells = (each: EvaluationSummary) => [
    ...(isInEuros ? euroCells(each, money) : []),
    each.quality === null ? '–' : say(each, formats.number(each.quality, 3)),
    ...(hasThreshold ? [each.asked.threshold === null ? '–' : formats.number(each.asked.threshold, 3)] : []),
  ];
  return (
    <Scrollable label={title}>
      <table className="table evaluation__table">
        <thead>
          <tr>
            <th scope="col">{t.run}</th>
            {head.map((name) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {evaluations.map((each, index) => (
            <tr key={each.id}>
              <th scope="row">
                {formats.number(index + 1)}. <RunLink evaluation={each} />
                {each.id === bestId && evaluations.length > 1 ? (
                  <span className="ranking__mark"> ({t.isBest})</span>
                ) : null}
                {each.variant && group.variant === null ? <span className="quiet"> {each.variant.name}</span> : null}
              </th>
              {cells(each).map((cell, place) => (
                <td key={head[place]} className="number">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}

/** Where they are not all of one metric, each says of which it is. */
function sayQuality(evaluations: readonly EvaluationSummary[], t: (typeof rankingTexts)['en']) {
  const [metric, ...others] = new Set(evaluations.map(({ qualityOf }) => qualityOf));
  const isOne = metric && others.length === 0;
  return {
    head: isOne ? t.qualityOf[metric] : t.quality,
    say: ({ qualityOf }: EvaluationSummary, figure: string) =>
      isOne || qualityOf === null ? figure : `${figure} (${t.qualityOf[qualityOf]})`,
  };
}

function euroCells({ perMonth, low, high, levelPerMonth }: EvaluationSummary, money: (amount: number) => string) {
  const known = (amount: number | null) => (amount === null ? '–' : money(amount));
  const beside = perMonth === null || levelPerMonth === null ? null : perMonth - levelPerMonth;
  return [
    known(perMonth),
    low === null || high === null ? '–' : `${money(low)} – ${money(high)}`,
    beside === null ? '–' : `${beside > 0 ? '+' : ''}${money(beside)}`,
  ];
}
