import type { Locale } from '../../../platform/text/locale.ts';
import { axisStyle, baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { Pictured } from '../contract.ts';
import { pictureTexts } from './picture-texts.ts';

/** Under this a step up is mostly chance. */
const worthTelling = 0.005;

/** What the small model reached on ever more rows, and whether the last step still brought something. */
export function prepareCurve(id: string, { curve }: Pictured, locale: Locale): Picture | null {
  const t = pictureTexts[locale].curve;
  const formats = formatsFor(locale);
  const [last, before] = [curve.at(-1), curve.at(-2)];
  if (!last || !before || curve.length < 3) return null;
  const gain = last.auc - before.auc;
  const said = { auc: formats.number(last.auc, 3), rows: formats.number(last.rows, 0), gain: formats.number(gain, 3) };
  const tell = ({ dataIndex }: { dataIndex: number }) => {
    const point = curve[dataIndex];
    return point ? `${formats.number(point.rows, 0)}: ${formats.number(point.auc, 3)}` : '';
  };
  return {
    id: `curve-${id}`,
    title: gain > worthTelling ? t.stillLearning(said) : t.levelled(said),
    note: t.note,
    height: 260,
    table: {
      head: [t.rows, t.auc],
      rows: curve.map(({ rows, auc }) => [formats.number(rows, 0), formats.number(auc, 3)]),
    },
    option: (palette) => ({
      ...baseOption(palette, tell),
      grid: { left: 8, right: 24, top: 16, bottom: 40, containLabel: true },
      xAxis: {
        ...axisStyle(palette),
        type: 'log',
        name: t.rows,
        nameGap: 26,
        min: Math.min(...curve.map(({ rows }) => rows)),
        axisLabel: { ...axisStyle(palette).axisLabel, formatter: (value: number) => formats.number(value, 0) },
      },
      yAxis: {
        ...axisStyle(palette),
        type: 'value',
        scale: true,
        name: t.auc,
        nameLocation: 'end',
        axisLabel: { ...axisStyle(palette).axisLabel, formatter: (value: number) => formats.number(value, 2) },
      },
      series: [
        {
          type: 'line',
          data: curve.map(({ rows, auc }) => [rows, auc]),
          lineStyle: { color: palette.water, width: 2 },
          itemStyle: { color: palette.water },
          symbolSize: 8,
        },
      ],
    }),
  };
}
