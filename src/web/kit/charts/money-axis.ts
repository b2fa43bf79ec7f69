import type { Formats } from '../language/formats.ts';
import type { Palette } from './palette.ts';
import { axisStyle } from './picture.ts';

interface Drawing {
  palette: Palette;
  isNarrow: boolean;
}

/** A horizontal axis of amounts, written short. */
export function moneyAxis(
  { palette, isNarrow }: Drawing,
  { name, currency, formats }: { name: string; currency: string; formats: Formats },
) {
  const style = axisStyle(palette);
  return {
    ...style,
    type: 'value',
    name,
    nameGap: 28,
    splitNumber: isNarrow ? 2 : 5,
    axisLabel: { ...style.axisLabel, formatter: (value: number) => formats.moneyShort(value, currency) },
  };
}

/** A vertical axis of names, first at the top, broken over lines where they are long. */
export function nameAxis(
  { palette, isNarrow }: Drawing,
  { names, width }: { names: readonly string[]; width: number },
) {
  const style = axisStyle(palette);
  return {
    ...style,
    type: 'category',
    inverse: true,
    data: names,
    axisLabel: {
      ...style.axisLabel,
      color: palette.ink,
      width: isNarrow ? 110 : width,
      overflow: 'break',
      lineHeight: 15,
      hideOverlap: false,
      interval: 0,
    },
  };
}
