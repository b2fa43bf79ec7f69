import type { Locale } from '../../../platform/text/locale.ts';
import { axisStyle, baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { Quality } from '../contract.ts';
import { evaluationPageTexts } from './texts.ts';

/** Beyond this nobody would say that what it says happens. */
const worthTelling = 0.1;

type Binary = Extract<Quality, { task: 'binary' }>;

/** How often what was said to happen did; on the line they are the same. */
export function prepareCalibration({ calibration }: Binary, locale: Locale): Picture | null {
  const t = evaluationPageTexts[locale];
  const formats = formatsFor(locale);
  if (calibration.length < 2) return null;
  const gap = Math.max(...calibration.map(({ said, happened }) => Math.abs(said - happened.value)));
  const percent = (value: number) => formats.percent(value, 0);
  return {
    id: 'calibration',
    title: gap > worthTelling ? t.calibrationOff({ gap: percent(gap) }) : t.calibration({ gap: percent(gap) }),
    height: 320,
    table: {
      head: [t.said, t.happened, t.bounds, t.cases],
      rows: calibration.map(({ said, happened, cases }) => [
        formats.percent(said),
        formats.percent(happened.value),
        `${formats.percent(happened.low)} – ${formats.percent(happened.high)}`,
        formats.number(cases),
      ]),
    },
    option: (palette) => {
      const style = axisStyle(palette);
      const axis = { ...style, type: 'value', min: 0, max: 1, axisLabel: { ...style.axisLabel, formatter: percent } };
      const even = [
        [0, 0],
        [1, 1],
      ];
      return {
        ...baseOption(palette),
        grid: { left: 34, right: 24, top: 20, bottom: 40, containLabel: true },
        xAxis: { ...axis, name: t.said, nameGap: 28 },
        yAxis: { ...axis, name: t.happened, nameGap: 44 },
        series: [
          {
            type: 'line',
            showSymbol: false,
            silent: true,
            data: even,
            lineStyle: { color: palette.line, type: 'dashed' },
          },
          {
            type: 'line',
            symbol: 'circle',
            symbolSize: 8,
            data: calibration.map(({ said, happened }) => [said, happened.value]),
            lineStyle: { color: palette.waterLine },
            itemStyle: { color: palette.waterLine },
          },
        ],
      };
    },
  };
}
