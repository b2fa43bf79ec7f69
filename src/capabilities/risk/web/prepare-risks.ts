import type { Locale } from '../../../platform/text/locale.ts';
import type { Palette } from '../../../web/kit/charts/palette.ts';
import { axisStyle, baseOption, type Picture } from '../../../web/kit/charts/picture.ts';
import { formatsFor } from '../../../web/kit/language/formats.ts';
import type { Impact, Likelihood, Risk, RiskRegister } from '../contract.ts';
import { registerTexts } from './register-texts.ts';

interface Point {
  times: number;
  cost: number;
}
interface Drawn {
  number: number;
  what: string;
  before: Point;
  after: Point;
}

/** Likelihood × impact on axes of tens, each risk before and after its control; null while none has its figures. */
export function prepareRisks(register: Pick<RiskRegister, 'risks' | 'currency'>, locale: Locale): Picture | null {
  const t = registerTexts[locale].chart;
  const { currency } = register;
  const drawn = register.risks.flatMap((risk, index) => drawnOf(risk, index + 1));
  if (drawn.length === 0) return null;
  const formats = formatsFor(locale);
  const x = axisBounds(drawn.flatMap(({ before, after }) => [before.times, after.times]));
  const y = axisBounds(drawn.flatMap(({ before, after }) => [before.cost, after.cost]));
  return {
    id: 'risks',
    title: titleOf(register, locale),
    note: t.note,
    height: 380,
    table: tableOf(register, drawn, locale),
    option: (palette) => ({
      ...baseOption(palette, ({ name }) => name),
      grid: { left: 36, right: 24, top: 24, bottom: 40, containLabel: true },
      xAxis: {
        ...logAxis(palette, x),
        name: t.likelihood,
        nameGap: 34,
        axisLabel: {
          margin: 14,
          alignMinLabel: 'left',
          ...axisStyle(palette).axisLabel,
          formatter: (value: number) => formats.number(value, 6),
        },
      },
      yAxis: {
        ...logAxis(palette, y),
        name: t.impact({ currency }),
        nameGap: 60,
        axisLabel: {
          ...axisStyle(palette).axisLabel,
          formatter: (value: number) => formats.moneyShort(value, currency),
        },
      },
      series: drawn.map((risk) => lineOf(risk, { palette, x, y })),
    }),
  };
}

function drawnOf(risk: Risk, number: number): Drawn[] {
  const { what, likelihood, impact, residualLikelihood, residualImpact } = risk;
  if (likelihood === null || impact === null) return [];
  const before = pointOf(likelihood, impact);
  return [{ number, what, before, after: pointOf(residualLikelihood ?? likelihood, residualImpact ?? impact) }];
}

function pointOf(likelihood: Likelihood, impact: Impact): Point {
  const years = likelihood.kind === 'chance' ? likelihood.horizonYears : 1;
  return { times: Number(likelihood.likely) / years, cost: Number(impact.likely) };
}

/** Whole tens around everything above zero; zero itself stands at the edge below. */
export function axisBounds(values: readonly number[]): { min: number; max: number } {
  const above = values.filter((value) => value > 0);
  if (above.length === 0) return { min: 0.1, max: 1 };
  const down = Math.floor(Math.log10(Math.min(...above)) + 1e-9);
  const up = Math.ceil(Math.log10(Math.max(...above)) - 1e-9);
  const hasZero = above.length < values.length;
  return { min: 10 ** (hasZero || down === up ? down - 1 : down), max: 10 ** (down === up ? up + 1 : up) };
}

function logAxis(palette: Palette, { min, max }: { min: number; max: number }) {
  return { ...axisStyle(palette), type: 'log', logBase: 10, min, max };
}

type Bounds = ReturnType<typeof axisBounds>;

function lineOf({ number, what, before, after }: Drawn, { palette, x, y }: { palette: Palette; x: Bounds; y: Bounds }) {
  const at = ({ times, cost }: Point) => [Math.max(times, x.min), Math.max(cost, y.min)];
  const isSame = before.times === after.times && before.cost === after.cost;
  const label = { show: true, position: 'right', formatter: String(number), color: palette.ink, fontWeight: 600 };
  const name = `${number}. ${what}`;
  const hollow = {
    name,
    value: at(before),
    symbol: 'circle',
    symbolSize: 13,
    itemStyle: { color: palette.sheet, borderColor: palette.low, borderWidth: 2 },
    label: { ...label, color: palette.quiet },
  };
  const filled = {
    name,
    value: at(after),
    symbol: 'circle',
    symbolSize: 15,
    itemStyle: { color: palette.water },
    label: { ...label, position: 'top' },
  };
  return {
    type: 'line',
    name,
    lineStyle: { color: palette.quiet, width: 1.5 },
    data: isSame ? [filled] : [hollow, filled],
  };
}

/** Which risk makes up most of what remains. */
function titleOf({ risks, currency }: Pick<RiskRegister, 'risks' | 'currency'>, locale: Locale): string {
  const t = registerTexts[locale].chart;
  const formats = formatsFor(locale);
  const known = risks.filter(({ after }) => after !== null);
  const [most] = known.toSorted((a, b) => Number(b.after?.likely) - Number(a.after?.likely));
  const total = known.reduce((sum, { after }) => sum + Number(after?.likely), 0);
  if (!most?.after || total === 0) return t.nothing;
  const said = { what: most.what, amount: formats.money(most.after.likely, currency) };
  return known.length === 1 ? t.only(said) : t.title({ ...said, total: formats.money(Math.round(total), currency) });
}

function tableOf(
  { risks, currency }: Pick<RiskRegister, 'risks' | 'currency'>,
  drawn: readonly Drawn[],
  locale: Locale,
) {
  const t = registerTexts[locale].chart;
  const formats = formatsFor(locale);
  return {
    head: [t.risk, t.timesBefore, t.costBefore, t.before, t.timesAfter, t.costAfter, t.after],
    rows: drawn.map(({ number: place, what, before, after }) => {
      const risk = risks[place - 1];
      return [
        `${place}. ${what}`,
        formats.number(before.times, 4),
        formats.money(before.cost, currency),
        formats.money(risk?.before?.likely ?? '0', currency),
        formats.number(after.times, 4),
        formats.money(after.cost, currency),
        formats.money(risk?.after?.likely ?? '0', currency),
      ];
    }),
  };
}
