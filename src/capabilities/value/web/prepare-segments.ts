import type { Locale } from '../../../platform/text/locale.ts';
import { moneyAxis, nameAxis } from '../../../web/kit/charts/money-axis.ts';
import { baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { type Formats, formatsFor } from '../../../web/kit/language/formats.ts';
import type { ValueResult } from '../contract.ts';
import { partsResultTexts } from './parts-result-texts.ts';
import { resultTexts } from './result-texts.ts';
import { splitByPaying } from './split-by-paying.ts';

/** What the model brings in each part of the volume; null when it has no parts. */
export function prepareSegments({ segments, currency, best }: ValueResult, locale: Locale): Picture | null {
  if (!segments) return null;
  const t = partsResultTexts[locale].segments;
  const formats = formatsFor(locale);
  const { parts, netWherePays } = segments;
  const names = splitByPaying(parts.map(({ name, pays }) => ({ name, pays })));
  return {
    id: 'segments',
    title:
      names.not.length === 0 ? t.everyPart : names.where.length === 0 ? t.noPart : t.someParts(listed(names, locale)),
    note: t.note({
      rival: resultTexts[locale].baselines[best],
      net: formats.money(Math.round(Number(netWherePays)), currency),
    }),
    height: 60 + parts.length * 44,
    table: tableOf(segments, { t, formats, currency }),
    option: (palette, isNarrow) => ({
      ...baseOption(palette),
      tooltip: { show: false },
      grid: { left: 4, right: isNarrow ? 64 : 90, top: 4, bottom: 36, containLabel: true },
      xAxis: moneyAxis({ palette, isNarrow }, { name: t.axis({ currency }), currency, formats }),
      yAxis: nameAxis({ palette, isNarrow }, { names: parts.map(({ name }) => name), width: 170 }),
      series: [
        {
          type: 'bar',
          barWidth: 20,
          data: parts.map(({ gainPerYear, pays }) => ({
            value: Number(gainPerYear),
            itemStyle: { color: pays ? palette.water : palette.lowLine },
            label: { position: pays ? 'right' : 'left' },
          })),
          label: {
            show: true,
            color: palette.ink,
            fontFamily: palette.font,
            formatter: ({ value }: { value: number }) => formats.moneyShort(value, currency),
          },
        },
      ],
    }),
  };
}

interface Writing {
  t: (typeof partsResultTexts)['en']['segments'];
  formats: Formats;
  currency: string;
}

function tableOf(segments: NonNullable<ValueResult['segments']>, { t, formats, currency }: Writing) {
  const { parts } = segments;
  const total = parts.reduce((sum, { gainPerYear }) => sum + Number(gainPerYear), 0);
  // Only a model that acts or not has cases that need acting.
  const hasRate = segments.baseRate !== undefined;
  return {
    head: [t.name, t.share, ...(hasRate ? [t.baseRate] : []), t.gain, t.pays],
    rows: [
      ...parts.map(({ name, share, baseRate, gainPerYear, pays }) => [
        name,
        formats.percent(share),
        ...(hasRate ? [formats.percent(baseRate ?? 0, 2)] : []),
        formats.money(gainPerYear, currency),
        pays ? t.yes : t.no,
      ]),
      [
        t.total,
        formats.percent(1),
        ...(hasRate ? [formats.percent(segments.baseRate ?? 0, 2)] : []),
        formats.money(total, currency),
        '',
      ],
    ],
  };
}

function listed({ where, not }: ReturnType<typeof splitByPaying>, locale: Locale) {
  const formats = formatsFor(locale);
  return { where: formats.list(where), not: formats.list(not) };
}
