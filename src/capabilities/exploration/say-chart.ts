import type { Locale } from '../../platform/text/locale.ts';
import { type Chart, reasonTexts } from '../statistics/contract.ts';
import type { ChartSpec } from './chart-contract.ts';
import { type Contrast, contrastOf, type Drawn, type Group, type Outcome } from './contrast.ts';
import { formatsOf } from './formats.ts';
import { sayCell } from './say-cell.ts';
import { explorationTexts } from './texts.ts';

/** What a chart shows, as one sentence of its own numbers: the largest difference, where it is more than chance makes. */
export function sayChart(chart: Chart, { where = [] }: Pick<ChartSpec, 'where'>, locale: Locale): string {
  const t = explorationTexts[locale];
  if (chart.status === 'not_computable')
    return t.chart.notDrawn({ column: chart.column, reason: reasonTexts[locale][chart.reason] });
  const sentence = sayDrawn(chart, locale);
  if (where.length === 0) return sentence;
  const clauses = where.map(({ column, value }) =>
    value === null ? t.cell.missing({ column }) : t.cell.value({ column, value }),
  );
  return t.chart.only({ where: clauses.reduce((one, two) => t.cell.both({ one, two })), sentence });
}

/** In both languages, to be kept. */
export const sayInBoth = (chart: Chart, spec: Pick<ChartSpec, 'where'>): Record<Locale, string> => ({
  en: sayChart(chart, spec, 'en'),
  nl: sayChart(chart, spec, 'nl'),
});

function sayDrawn(chart: Drawn, locale: Locale): string {
  const t = explorationTexts[locale].chart;
  if (chart.rows === 0) return t.noRows;
  const { target, overall } = chart;
  if (!target) return sayLargest(chart, locale);
  if (overall === null) return t.noTarget({ target: target.column, rows: formatsOf(locale).count(chart.rows) });
  const contrast = contrastOf(chart);
  const about = { chart, target, overall };
  if (!contrast) return sayAlone(about, locale);
  return contrast.isClear ? sayContrast(about, contrast, locale) : sayAlike(about, contrast, locale);
}

/** Which group is the largest; what is missing is told of where it is not that. */
function sayLargest(chart: Drawn, locale: Locale): string {
  const t = explorationTexts[locale].chart;
  const { count, share } = formatsOf(locale);
  const [first, ...others] = chart.cells;
  if (!first) return t.noRows;
  const isEven = chart.y === null && others.length > 0 && others.every((each) => each.rows === first.rows);
  if (isEven) return t.even({ groups: count(chart.cells.length), rows: count(first.rows), column: chart.x.column });
  const largest = others.reduce((most, each) => (each.rows > most.rows ? each : most), first);
  const where = sayPlace(chart, largest, locale);
  const rows = count(chart.rows);
  const sentence =
    others.length === 0 ? t.all({ rows, where }) : t.most({ share: share(largest.rows / chart.rows), rows, where });
  const missing = chart.y === null && chart.cells.find((each) => chart.x.cells[each.x]?.cell === 'missing');
  if (!missing || missing === largest) return sentence;
  return sentence + t.missing({ column: chart.x.column, rows: count(missing.rows) });
}

function sayPlace(chart: Drawn, { x, y }: Drawn['cells'][number], locale: Locale): string {
  const across = chart.x.cells[x];
  const up = y === null ? null : chart.y?.cells[y];
  return across ? sayGroup(chart, { x: across, y: up ?? null }, locale) : '';
}

function sayGroup({ x, y }: Drawn, group: Pick<Group, 'x' | 'y'>, locale: Locale): string {
  const one = sayCell(x, group.x, locale);
  if (y === null || group.y === null) return one;
  return explorationTexts[locale].cell.both({ one, two: sayCell(y, group.y, locale) });
}

interface About {
  chart: Drawn;
  target: NonNullable<Drawn['target']>;
  overall: Outcome;
}

function sayContrast({ chart, target }: About, { highest, lowest }: Contrast, locale: Locale): string {
  const t = explorationTexts[locale].chart;
  const { count, times } = formatsOf(locale);
  const sideOf = (group: Group) => ({
    value: sayValue(group.outcome, locale),
    rows: count(group.outcome.known),
    where: sayGroup(chart, group, locale),
  });
  const sides = { target: target.column, high: sideOf(highest), low: sideOf(lowest) };
  if (target.positive === null) return t.mean(sides);
  const ratio = highest.outcome.value / lowest.outcome.value;
  const isTold = Number.isFinite(ratio) && ratio < 100;
  return `${t.share({ ...sides, positive: target.positive })}${isTold ? t.times({ times: times(ratio) }) : '.'}`;
}

function sayAlike({ chart, target, overall }: About, { highest, lowest }: Contrast, locale: Locale): string {
  const t = explorationTexts[locale].chart;
  const told = {
    target: target.column,
    from: sayValue(lowest.outcome, locale),
    to: sayValue(highest.outcome, locale),
    columns: t.columns({ x: chart.x.column, y: chart.y?.column ?? null }),
    rows: formatsOf(locale).count(overall.known),
  };
  return target.positive === null ? t.meanAlike(told) : t.shareAlike({ ...told, positive: target.positive });
}

function sayAlone({ chart, target, overall }: About, locale: Locale): string {
  const t = explorationTexts[locale].chart;
  const told = {
    target: target.column,
    value: sayValue(overall, locale),
    columns: t.columns({ x: chart.x.column, y: chart.y?.column ?? null }),
    rows: formatsOf(locale).count(overall.known),
  };
  return target.positive === null ? t.meanAlone(told) : t.shareAlone({ ...told, positive: target.positive });
}

function sayValue({ measure, value }: Outcome, locale: Locale): string {
  const { figure, share } = formatsOf(locale);
  return measure === 'share' ? share(value) : figure(value);
}
