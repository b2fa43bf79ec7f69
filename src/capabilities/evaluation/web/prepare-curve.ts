import type { Locale } from '../../../platform/text/locale.ts';
import type { Palette } from '../../../web/kit/charts/palette.ts';
import { axisStyle, baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { type Formats, formatsFor } from '../../../web/kit/language/formats.ts';
import type { Euros, Quality } from '../contract.ts';
import { writeMoney } from './names.ts';
import { evaluationPageTexts } from './texts.ts';

type Binary = Extract<Quality, { task: 'binary' }>;

/** What acting from each threshold on brings a month, with the one in use and the best; null without scores or euros. */
export function prepareCurve(
  { curve }: Binary,
  { euros, inUse }: { euros: Euros; inUse: number | null },
  locale: Locale,
): Picture | null {
  const t = evaluationPageTexts[locale];
  const formats = formatsFor(locale);
  const { threshold, currency } = euros;
  if (curve.length < 2 || !threshold || inUse === null) return null;
  const money = writeMoney(locale, currency);
  const { best, perMonth, regret } = threshold;
  const score = (value: number) => formats.number(value, 3);
  const points = thin(curve, drawn);
  const marks = [
    { at: inUse, worth: euros.perMonth, name: t.inUse, isBest: false },
    ...(best === null || regret <= 0 ? [] : [{ at: best, worth: perMonth, name: t.best, isBest: true }]),
  ];
  return {
    id: 'threshold',
    title: best === null ? t.curveNever : t.curve({ best: score(best), money: money(perMonth) }),
    note:
      regret > 0
        ? t.curveNote({ threshold: score(inUse), regret: money(regret) })
        : t.curveBest({ threshold: score(inUse) }),
    height: 320,
    table: {
      head: [t.threshold, t.caught, t.alarms, t.perMonth],
      rows: tell(curve, { money, formats }),
    },
    option: (palette, isNarrow) => {
      const style = axisStyle(palette);
      return {
        ...baseOption(palette),
        grid: { left: 4, right: 24, top: 36, bottom: 40, containLabel: true },
        xAxis: { ...style, type: 'value', name: t.threshold, nameGap: 28, scale: true, splitNumber: isNarrow ? 3 : 6 },
        yAxis: {
          ...style,
          type: 'value',
          scale: true,
          splitNumber: 4,
          axisLabel: { ...style.axisLabel, formatter: (value: number) => formats.moneyShort(value, currency) },
        },
        series: [
          {
            type: 'line',
            showSymbol: false,
            data: points.map((at) => [at.threshold, at.perMonth]),
            lineStyle: { color: palette.waterLine, width: 2 },
          },
          drawMarks(marks, { palette, span: [points[0]?.threshold ?? 0, points.at(-1)?.threshold ?? 1] }),
        ],
      };
    },
  };
}

interface Mark {
  at: number;
  worth: number;
  name: string;
  isBest: boolean;
}

/** The best has its words above it, since nothing is higher; the one in use beside it, away from the best. */
function drawMarks(
  marks: readonly Mark[],
  { palette, span: [from, to] }: { palette: Palette; span: [number, number] },
) {
  const best = marks.find(({ isBest }) => isBest)?.at ?? from;
  const isRoomRight = (at: number) => at < to - (to - from) * 0.25;
  const isRoomLeft = (at: number) => at > from + (to - from) * 0.25;
  const besideOf = (at: number) => ((at > best && isRoomRight(at)) || !isRoomLeft(at) ? 'right' : 'left');
  return {
    type: 'scatter',
    z: 3,
    data: marks.map(({ at, worth, name, isBest }) => ({
      value: [at, worth],
      symbol: isBest ? 'diamond' : 'circle',
      symbolSize: isBest ? 13 : 11,
      itemStyle: { color: isBest ? palette.water : palette.sheet, borderColor: palette.ink, borderWidth: 2 },
      label: {
        show: true,
        formatter: name,
        color: palette.ink,
        fontFamily: palette.font,
        fontWeight: 600,
        backgroundColor: palette.sheet,
        padding: [2, 4],
        borderRadius: 3,
        distance: 7,
        position: isBest ? 'top' : besideOf(at),
        ...(isBest ? { align: isRoomLeft(at) ? (isRoomRight(at) ? 'center' : 'right') : 'left' } : {}),
      },
    })),
  };
}

const drawn = 200;
const told = 30;

/** At most so many points, the first and the last among them. */
function thin(curve: Binary['curve'], most: number): Binary['curve'] {
  if (curve.length <= most) return curve;
  const step = (curve.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => curve[Math.round(index * step)]).filter(
    (each) => each !== undefined,
  );
}

/** As text; scores that differ beyond what is written would stand there twice. */
function tell(
  curve: Binary['curve'],
  { money, formats }: { money: (amount: number) => string; formats: Formats },
): (readonly string[])[] {
  const rows = thin(curve, told).map((at) => [
    formats.number(at.threshold, 4),
    formats.percent(at.tp / Math.max(1, at.tp + at.fn)),
    formats.percent(at.fp / Math.max(1, at.fp + at.tn)),
    money(at.perMonth ?? 0),
  ]);
  return [...new Map(rows.map((row) => [row.join('|'), row])).values()];
}
