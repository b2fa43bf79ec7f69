import type { Locale } from '../../../platform/text/locale.ts';
import { axisStyle, baseOption, type Picture, type Pointed } from '../../../web/kit/charts/picture.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { PortfolioEntry } from '../contract.ts';
import { portfolioTexts } from './texts.ts';

const day_ms = 86_400_000;

interface Mark {
  title: string;
  stage: PortfolioEntry['stage'];
  days: number;
  amount: string;
  /** for places on the axis only */
  euros: number;
}

/** What rests or has stopped is drawn open: colour alone would not tell. */
const isAtRest = ({ stage }: Mark): boolean => stage === 'deferred' || stage === 'stopped' || stage === 'retired';

/** How many of the largest hold half of the sum. */
export function countForHalf(amounts: readonly number[]): number {
  const sorted = amounts.toSorted((a, b) => b - a);
  const half = sorted.reduce((sum, each) => sum + each, 0) / 2;
  let sum = 0;
  return sorted.findIndex((each) => (sum += each) >= half) + 1;
}

/** Euros against age, in the currency that most of these problems are priced in; null with fewer than two marks. */
export function prepareScatter(
  { entries, now }: { entries: readonly PortfolioEntry[]; now: number },
  locale: Locale,
): Picture | null {
  const t = portfolioTexts[locale].portfolio;
  const formats = formatsFor(locale);
  const [currency, priced] = mostPriced(entries);
  const marks = priced.map((entry) => markOf(entry, now));
  if (marks.length < 2) return null;
  const money = (amount: number | string) => formats.moneyShort(amount, currency);
  const euros = marks.map((mark) => mark.euros);
  const count = formats.number(marks.length, 0);
  const sum = money(euros.reduce((all, each) => all + each, 0));
  return {
    id: 'portfolio',
    title: t.chart.title({ sum, problems: count, half: countForHalf(euros) }),
    note: t.chart.note({ drawn: count, currency }),
    height: 320,
    table: {
      head: [t.chart.problem, t.chart.stage, t.chart.stake, t.chart.age],
      rows: marks.map(({ title, stage, amount, days }) => [
        title,
        t.stages[stage],
        formats.money(amount, currency),
        formats.number(days, 0),
      ]),
    },
    option: drawing({ marks, money }, locale),
  };
}

function mostPriced(entries: readonly PortfolioEntry[]): [string, PortfolioEntry[]] {
  const priced = entries.filter(({ atStake }) => atStake !== null && Number(atStake.amount) > 0);
  const byCurrency = [...Map.groupBy(priced, ({ atStake }) => atStake?.currency ?? '')];
  return byCurrency.sort(([, a], [, b]) => b.length - a.length)[0] ?? ['', []];
}

interface Drawn {
  marks: readonly Mark[];
  money: (amount: number | string) => string;
}

function drawing({ marks, money }: Drawn, locale: Locale): Picture['option'] {
  const t = portfolioTexts[locale].portfolio;
  const tell = (shown: readonly Mark[]) => {
    return ({ dataIndex }: Pointed) => {
      const mark = shown[dataIndex];
      if (!mark) return '';
      const days = formatsFor(locale).number(mark.days, 0);
      return t.chart.mark({ title: mark.title, stake: money(mark.amount), days, stage: t.stages[mark.stage] });
    };
  };
  return (palette, isNarrow) => {
    const style = axisStyle(palette);
    const series = (shown: readonly Mark[], itemStyle: object) => ({
      type: 'scatter',
      data: shown.map(({ days, euros }) => [days, euros]),
      symbolSize: isNarrow ? 9 : 11,
      tooltip: { formatter: tell(shown) },
      itemStyle,
    });
    return {
      ...baseOption(palette, () => ''),
      grid: { left: 34, right: 26, top: 20, bottom: 40, containLabel: true },
      xAxis: {
        ...style,
        type: 'value',
        name: t.chart.age,
        nameGap: 30,
        min: 0,
        minInterval: 1,
        splitNumber: isNarrow ? 3 : 6,
      },
      yAxis: {
        ...style,
        type: 'log',
        name: t.chart.stake,
        nameGap: 58,
        axisLabel: { ...style.axisLabel, formatter: (value: number) => money(value) },
      },
      series: [
        series(
          marks.filter((mark) => !isAtRest(mark)),
          { color: palette.water, opacity: 0.75 },
        ),
        series(marks.filter(isAtRest), { color: palette.sheet, borderColor: palette.quiet, borderWidth: 1.5 }),
      ],
    };
  };
}

function markOf({ title, stage, createdAt, atStake }: PortfolioEntry, now: number): Mark {
  const amount = atStake?.amount ?? '0';
  return { title, stage, days: Math.floor((now - createdAt) / day_ms), amount, euros: Number(amount) };
}
