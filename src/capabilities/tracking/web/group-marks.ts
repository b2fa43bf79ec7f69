import type { Locale } from '../../../platform/text/locale.ts';
import type { Palette } from '../../../web/kit/charts/palette.ts';
import { compareTexts } from './compare-texts.ts';

/** Runs that do not compare are told apart by shape and line; colour only goes along. */
const shapes = ['circle', 'triangle', 'rect', 'diamond', 'pin', 'arrow'] as const;
const dashes = ['solid', 'dashed', 'dotted'] as const;

export const shapeOf = (group: number): string => shapes[group % shapes.length] ?? 'circle';
export const dashOf = (group: number): string => dashes[Math.min(group, dashes.length - 1)] ?? 'solid';
export const groupName = (group: number, locale: Locale): string => compareTexts[locale].group({ number: group + 1 });

export function colourOf(group: number, { water, low, quiet, ink }: Palette): string {
  return [water, low, quiet, ink][group % 4] ?? water;
}
