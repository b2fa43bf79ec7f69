import type { Locale } from '../../../platform/text/locale.ts';
import { nameAxis } from '../../../web/kit/charts/money-axis.ts';
import { axisStyle, baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { type Formats, formatsFor } from '../../../web/kit/language/formats.ts';
import type { Association, Figure, TargetProfile } from '../../statistics/contract.ts';
import { outcomeTexts } from './outcome-texts.ts';

const mostShown = 15;
/** Nobody's data tells what is to come so well. */
const tooGood = 0.95;
/** Below this a column hardly counts. */
const little = 0.1;

interface Related {
  column: string;
  strength: number;
  /** how well it tells two classes apart whichever way, .5 to 1; null where there are no two */
  apart: number | null;
  isSuspect: boolean;
  association: Association;
}

const valueOf = (figure: Figure | null): number | null =>
  figure === null || figure.status === 'not_computable' ? null : figure.value;

/** Columns by how much each alone goes with the outcome, the most first; those of which it is not known are left out. */
export function relatedOf({ columns }: TargetProfile): Related[] {
  return columns
    .flatMap((association) => {
      const [strength, auc] = [valueOf(association.strength), valueOf(association.auc)];
      if (strength === null) return [];
      const apart = auc === null ? null : Math.max(auc, 1 - auc);
      const isSuspect = strength >= tooGood || (apart ?? 0) >= tooGood;
      return [{ column: association.column, strength, apart, isSuspect, association }];
    })
    .toSorted((a, b) => Number(b.isSuspect) - Number(a.isSuspect) || b.strength - a.strength);
}

export function prepareOutcome(id: string, target: TargetProfile, locale: Locale): Picture {
  const t = outcomeTexts[locale].picture;
  const formats = formatsFor(locale);
  const related = relatedOf(target);
  const shown = related.slice(0, mostShown);
  const known = new Set(related.map(({ column }) => column));
  const left = target.columns.filter(({ column }) => !known.has(column)).map(({ column }) => column);
  const notes = [
    t.note,
    ...(related.some(({ isSuspect }) => isSuspect) ? [t.leak] : []),
    ...(left.length > 0 ? [t.left({ names: formats.list(left) })] : []),
  ];
  return {
    id: `outcome-${id}`,
    title: titleOf(related, locale),
    note: notes.join(' '),
    height: 64 + Math.max(1, shown.length) * 28,
    table: tableOf(target, { related, formats, locale }),
    option: (palette, isNarrow) => ({
      ...baseOption(palette, ({ dataIndex }) => {
        const one = shown[dataIndex];
        return one ? `${one.column}: ${formats.number(one.strength, 2)}` : '';
      }),
      grid: { left: 4, right: 28, top: 8, bottom: 40, containLabel: true },
      xAxis: {
        ...axisStyle(palette),
        type: 'value',
        min: 0,
        max: 1,
        name: t.strength,
        nameGap: 26,
        axisLabel: { ...axisStyle(palette).axisLabel, formatter: (value: number) => formats.number(value, 1) },
      },
      yAxis: nameAxis({ palette, isNarrow }, { names: shown.map(({ column }) => column), width: 190 }),
      series: [
        {
          type: 'bar',
          barMaxWidth: 14,
          data: shown.map(({ strength, isSuspect }) => ({
            value: strength,
            itemStyle: { color: isSuspect ? palette.low : palette.water },
          })),
        },
      ],
    }),
  };
}

function titleOf(related: readonly Related[], locale: Locale): string {
  const t = outcomeTexts[locale].picture;
  const formats = formatsFor(locale);
  const suspects = related.filter(({ isSuspect }) => isSuspect).map(({ column }) => column);
  if (suspects.length > 0) return t.suspects({ names: formats.list(suspects.slice(0, 3)), count: suspects.length });
  const strongest = related.filter(({ strength }) => strength >= little).slice(0, 3);
  if (related.length === 0) return t.none;
  if (strongest.length === 0) return t.weak;
  const names = formats.list(strongest.map(({ column }) => column));
  return strongest.length === 1 ? t.strongest({ names }) : t.strongestOf({ names });
}

function tableOf(
  { kind, positive }: TargetProfile,
  { related, formats, locale }: { related: readonly Related[]; formats: Formats; locale: Locale },
): Picture['table'] {
  const t = outcomeTexts[locale].picture;
  const hasWays = kind === 'classes' && positive !== null;
  const wayOf = ({ association: { pointBiserial } }: Related) => {
    const way = valueOf(pointBiserial);
    return way === null ? t.noWay : way < 0 ? t.down : t.up;
  };
  return {
    head: [t.column, t.strength, ...(hasWays ? [t.direction, t.apart] : [])],
    rows: related.map((one) => [
      one.column,
      formats.number(one.strength, 3),
      ...(hasWays ? [wayOf(one), one.apart === null ? '' : formats.number(one.apart, 3)] : []),
    ]),
  };
}
