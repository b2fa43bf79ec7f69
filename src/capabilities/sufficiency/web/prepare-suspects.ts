import type { Locale } from '../../../platform/text/locale.ts';
import { nameAxis } from '../../../web/kit/charts/money-axis.ts';
import { axisStyle, baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { JudgedCheck } from '../contract.ts';
import { pictureTexts } from './picture-texts.ts';

const mostShown = 12;
/** A coin knows as much. */
const coin = 0.5;

/** How well each column tells the outcome alone, the best first: what is too good to be true stands at the top. */
export function prepareSuspects(id: string, { figures }: Pick<JudgedCheck, 'figures'>, locale: Locale): Picture | null {
  const t = pictureTexts[locale].suspects;
  const formats = formatsFor(locale);
  const alone = figures
    .filter(({ key }) => key === 'alone_too_good')
    .toSorted((a, b) => b.value - a.value)
    .slice(0, mostShown);
  const [best] = alone;
  const limit = best?.failAt ?? null;
  if (!best || limit === null) return null;
  const suspects = alone.filter(({ verdict }) => verdict === 'fail').map(({ subject }) => subject ?? '');
  const said = { names: formats.list(suspects), count: suspects.length };
  return {
    id: `suspects-${id}`,
    title:
      suspects.length > 0 ? t.found(said) : t.none({ name: best.subject ?? '', auc: formats.number(best.value, 2) }),
    note: t.note({ limit: formats.number(limit, 2) }),
    height: 64 + alone.length * 28,
    table: {
      head: [t.column, t.auc],
      rows: alone.map(({ subject, value }) => [subject ?? '', formats.number(value, 3)]),
    },
    option: (palette, isNarrow) => ({
      ...baseOption(palette, ({ dataIndex }) => {
        const figure = alone[dataIndex];
        return figure ? `${figure.subject ?? ''}: ${formats.number(figure.value, 3)}` : '';
      }),
      grid: { left: 4, right: 28, top: 8, bottom: 40, containLabel: true },
      xAxis: {
        ...axisStyle(palette),
        type: 'value',
        min: coin,
        max: 1,
        name: t.auc,
        nameGap: 26,
        axisLabel: { ...axisStyle(palette).axisLabel, formatter: (value: number) => formats.number(value, 2) },
      },
      yAxis: nameAxis({ palette, isNarrow }, { names: alone.map(({ subject }) => subject ?? ''), width: 190 }),
      series: [
        {
          type: 'bar',
          barMaxWidth: 14,
          data: alone.map(({ value, verdict }) => ({
            value,
            itemStyle: { color: verdict === 'fail' ? palette.low : palette.water },
          })),
          markLine: {
            silent: true,
            symbol: 'none',
            label: { show: false },
            lineStyle: { color: palette.ink, type: 'dashed' },
            data: [{ xAxis: limit }],
          },
        },
      ],
    }),
  };
}
