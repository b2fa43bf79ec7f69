import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from './palette.ts';

/** What a chart shows, ready to be drawn: the drawing decides nothing. */
export interface Picture {
  /** which chart it is, whatever it shows: what a person chose for it stays while its figures change */
  id: string;
  /** what the chart has found, as a sentence */
  title: string;
  /** how it is to be read; what it leaves out */
  note?: string;
  height: number;
  option: (palette: Palette, isNarrow: boolean) => EChartsCoreOption;
  /** told between which places of the first axis somebody looks closer, where that can be */
  zoom?: (from: number, to: number) => void;
  /** the same figures as text */
  table: { head: readonly string[]; rows: readonly (readonly string[])[] };
}

/** Axes, grid and words as every chart of Peil has them. */
export function axisStyle({ quiet, line, font }: Palette) {
  const text = { color: quiet, fontFamily: font, fontSize: 12 };
  return {
    nameTextStyle: text,
    nameLocation: 'middle' as const,
    axisLabel: { ...text, hideOverlap: true },
    axisLine: { show: true, lineStyle: { color: line } },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: line } },
  };
}

/** What is pointed at: the name and the place in its series. */
export interface Pointed {
  name: string;
  dataIndex: number;
}

/** `tell` says what is pointed at, in the reader's language; without it nothing is said, since a raw value would be. */
export function baseOption({ font, ink, sheet, line }: Palette, tell?: (pointed: Pointed) => string) {
  return {
    animation: false,
    textStyle: { fontFamily: font, color: ink },
    tooltip: {
      show: tell !== undefined,
      ...(tell === undefined ? {} : { formatter: tell }),
      renderMode: 'richText' as const,
      backgroundColor: sheet,
      borderColor: line,
      textStyle: { color: ink, fontFamily: font, fontSize: 13 },
    },
  };
}
