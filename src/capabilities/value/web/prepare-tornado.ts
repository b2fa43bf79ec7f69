import type { Locale } from '../../../platform/text/locale.ts';
import { moneyAxis, nameAxis } from '../../../web/kit/charts/money-axis.ts';
import { baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { ValueModel, ValueResult } from '../contract.ts';
import { nameOfPath } from './name-of-path.ts';
import { resultTexts } from './result-texts.ts';

const mostShown = 8;

/** Which figure decides most: the net value when each goes from low to high, widest first. */
export function prepareTornado(
  { result, model }: { result: ValueResult; model: ValueModel },
  locale: Locale,
): Picture | null {
  const t = resultTexts[locale].chart;
  const formats = formatsFor(locale);
  const { currency } = result;
  const bars = result.tornado
    .toSorted((a, b) => Number(b.swing) - Number(a.swing))
    .slice(0, mostShown)
    .map((bar) => ({
      name: nameOfPath(bar.path, model, locale),
      atLow: Number(bar.netAtLow),
      atHigh: Number(bar.netAtHigh),
      exact: [bar.netAtLow, bar.netAtHigh] as const,
    }));
  const [widest] = bars;
  if (!widest) return null;
  return {
    id: 'tornado',
    title: t.tornado({ name: widest.name }),
    note: t.tornadoNote,
    height: 60 + bars.length * 46,
    table: {
      head: [t.figureName, t.low, t.high],
      rows: bars.map(({ name, exact: [low, high] }) => [
        name,
        formats.money(low, currency),
        formats.money(high, currency),
      ]),
    },
    option: (palette, isNarrow) => ({
      ...baseOption(palette),
      grid: { left: 4, right: 24, top: 4, bottom: 36, containLabel: true },
      xAxis: {
        ...moneyAxis({ palette, isNarrow }, { name: t.net({ currency }), currency, formats }),
        scale: true,
      },
      yAxis: nameAxis({ palette, isNarrow }, { names: bars.map(({ name }) => name), width: 230 }),
      series: [spans(bars, { likely: Number(result.netPerYear), palette })],
    }),
  };
}

interface Bar {
  atLow: number;
  atHigh: number;
}

/** A bar from low to high, in two tones that meet at the likely value. */
function spans(
  bars: readonly Bar[],
  { likely, palette }: { likely: number; palette: Parameters<Picture['option']>[0] },
) {
  return {
    type: 'custom',
    clip: true,
    encode: { x: [0, 1, 2], y: 3 },
    data: bars.map(({ atLow, atHigh }, index) => [atLow, atHigh, likely, index]),
    renderItem: (_: unknown, api: { value(dimension: number): number; coord(point: number[]): number[] }) => {
      const row = api.value(3);
      const x = (dimension: number) => api.coord([api.value(dimension), row])[0] ?? 0;
      const y = api.coord([0, row])[1] ?? 0;
      const rect = (from: number, to: number, fill: string) => ({
        type: 'rect',
        shape: { x: Math.min(from, to), y: y - 10, width: Math.max(1, Math.abs(to - from)), height: 20 },
        style: { fill },
      });
      return { type: 'group', children: [rect(x(0), x(2), palette.waterLine), rect(x(2), x(1), palette.water)] };
    },
  };
}
