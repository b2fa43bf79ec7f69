import type { Locale } from '../../../platform/text/locale.ts';
import { nameAxis } from '../../../web/kit/charts/money-axis.ts';
import { axisStyle, baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { Pictured } from '../contract.ts';
import { pictureTexts } from './picture-texts.ts';

/** The share each declared part has, beside the one it should have; the part that is furthest off in the title. */
export function prepareSegments(id: string, { segments }: Pictured, locale: Locale): Picture | null {
  const t = pictureTexts[locale].segments;
  const formats = formatsFor(locale);
  if (segments.length === 0) return null;
  const absent = segments.find(({ rows }) => rows === 0);
  const known = segments.flatMap(({ name, share, wanted }) => (wanted === null ? [] : [{ name, share, wanted }]));
  const [furthest] = known.toSorted((a, b) => Math.abs(b.share - b.wanted) - Math.abs(a.share - a.wanted));
  const percent = (share: number | null) => (share === null ? t.untold : formats.percent(share));
  const title = absent
    ? t.absent({ name: absent.name })
    : furthest
      ? t.furthest({ name: furthest.name, share: percent(furthest.share), wanted: percent(furthest.wanted) })
      : t.counted;
  return {
    id: `segments-${id}`,
    title,
    height: 84 + segments.length * 46,
    table: {
      head: [t.segment, t.rows, t.share, t.wanted],
      rows: segments.map(({ name, rows, share, wanted }) => [
        name,
        formats.number(rows, 0),
        percent(share),
        percent(wanted),
      ]),
    },
    option: (palette, isNarrow) => ({
      ...baseOption(palette, ({ dataIndex }) => {
        const segment = segments[dataIndex];
        return segment ? `${segment.name}: ${percent(segment.share)} (${t.wanted}: ${percent(segment.wanted)})` : '';
      }),
      legend: { top: 0, left: 0, textStyle: { color: palette.ink, fontFamily: palette.font } },
      grid: { left: 4, right: 28, top: 34, bottom: 28, containLabel: true },
      xAxis: {
        ...axisStyle(palette),
        type: 'value',
        min: 0,
        axisLabel: { ...axisStyle(palette).axisLabel, formatter: (share: number) => formats.percent(share, 0) },
      },
      yAxis: nameAxis({ palette, isNarrow }, { names: segments.map(({ name }) => name), width: 170 }),
      series: [
        {
          type: 'bar',
          name: t.share,
          itemStyle: { color: palette.water },
          barMaxWidth: 14,
          data: segments.map(({ share }) => share),
        },
        {
          type: 'bar',
          name: t.wanted,
          itemStyle: { color: palette.sheet, borderColor: palette.ink, borderWidth: 1 },
          barMaxWidth: 14,
          data: segments.map(({ wanted }) => wanted ?? '-'),
        },
      ],
    }),
  };
}
