import type { Locale } from '../../../platform/text/locale.ts';
import { nameAxis } from '../../../web/kit/charts/money-axis.ts';
import { axisStyle, baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import { frameworkNames, type Score } from '../contract.ts';
import { namedScores, type Shown, toneOf } from './named-scores.ts';
import { selectionTexts } from './selection-texts.ts';

type Named = Score & { name: string };
type Weights = Shown['result']['weights'];

/** What each criterion brings, on top of each other, and what is not known behind it. */
export function prepareSums(shown: Shown, locale: Locale): Picture | null {
  const t = selectionTexts[locale].scores;
  const names = frameworkNames[locale].criteria;
  const formats = formatsFor(locale);
  const scores = namedScores(shown);
  const { weights, winner } = shown.result;
  if (scores.length === 0 || weights.length === 0) return null;
  const first = scores.find(({ candidateId }) => candidateId === winner);
  const figure = (value: number | null) => (value === null ? '–' : formats.number(value, 1));
  return {
    id: 'framework-sums',
    title: first ? t.sums({ name: first.name, score: figure(first.score) }) : t.noSums,
    note: t.sumsNote,
    height: 100 + scores.length * 44,
    table: {
      head: [t.candidate, t.score, t.interval, ...weights.map(({ criterion }) => names[criterion])],
      rows: scores.map((score) => [
        score.name,
        figure(score.score),
        `${figure(score.low)} - ${figure(score.high)}`,
        ...weights.map((_, at) => (score.parts[at]?.value === null ? t.unknown : figure(gained(score, at, weights)))),
      ]),
    },
    option: (palette, isNarrow) => ({
      ...baseOption(palette),
      legend: {
        type: 'scroll',
        top: 0,
        left: 0,
        textStyle: { color: palette.ink, fontFamily: palette.font },
        pageTextStyle: { color: palette.ink },
      },
      grid: { left: 4, right: 28, top: 34, bottom: 40, containLabel: true },
      xAxis: { ...axisStyle(palette), type: 'value', min: 0, max: 100, name: t.score, nameGap: 26 },
      yAxis: nameAxis({ palette, isNarrow }, { names: scores.map(({ name }) => name), width: 170 }),
      series: bars(scores, weights, { locale, palette }),
    }),
  };
}

const gained = (score: Score, at: number, weights: Weights): number =>
  (weights[at]?.weight ?? 0) * (score.parts[at]?.value ?? 0);

function bars(
  scores: readonly Named[],
  weights: Weights,
  { locale, palette }: { locale: Locale; palette: Parameters<Picture['option']>[0] },
) {
  const stacked = { type: 'bar', stack: 'sum', barMaxWidth: 22 };
  return [
    ...weights.map(({ criterion }, at) => ({
      ...stacked,
      name: frameworkNames[locale].criteria[criterion],
      itemStyle: { color: toneOf(palette, at), borderColor: palette.sheet, borderWidth: 1 },
      data: scores.map((score) => gained(score, at, weights)),
    })),
    {
      ...stacked,
      name: selectionTexts[locale].scores.notKnown,
      itemStyle: { color: palette.sheet, borderColor: palette.quiet, borderWidth: 1, borderType: 'dashed' },
      data: scores.map(({ low, high }) => high - low),
    },
  ];
}
