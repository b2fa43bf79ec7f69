import type { Context } from '../../platform/context/context.ts';
import type { ChartSpec, ColumnLooks, DrawnChart } from './chart-contract.ts';
import { kindOf } from './chart-spec.ts';
import { strengthOf } from './contrast.ts';
import { drawKept, type Look, openLook } from './draw-kept.ts';
import { sayChart } from './say-chart.ts';

interface Place {
  problemId: string;
  versionId: string;
}

interface Asked extends Place {
  column: string;
  by?: string;
  unit?: NonNullable<ChartSpec['unit']>;
  target?: string;
  positive?: string;
  only?: string;
  onlyValue?: string;
}

export async function showChart(ctx: Context, asked: Asked): Promise<DrawnChart> {
  const look = await openLook(ctx, asked);
  const spec = specOf(asked);
  const chart = await drawKept(ctx, look, spec);
  return {
    versionId: look.version.id,
    versionNumber: look.version.number,
    spec,
    kind: kindOf(spec, chart),
    sentence: sayChart(chart, spec, ctx.locale),
    chart,
  };
}

function specOf({ column, by, unit, only, onlyValue, ...asked }: Asked): ChartSpec {
  const target = targetOf(asked);
  return {
    x: column,
    ...(by === undefined ? {} : { y: by }),
    ...(unit === undefined ? {} : { unit }),
    ...(target ? { target } : {}),
    ...(only === undefined ? {} : { where: [{ column: only, value: onlyValue ?? null }] }),
  };
}

const targetOf = ({
  target,
  positive,
}: Pick<Asked, 'target' | 'positive'>): NonNullable<ChartSpec['target']> | undefined =>
  target === undefined ? undefined : { column: target, ...(positive === undefined ? {} : { positive }) };

/** So many columns at once: more than that nobody looks at in a minute. */
const mostColumns = 48;

/** Every column by itself, what goes with the target most first. What cannot be drawn stands last, and says why. */
export async function lookAtColumns(
  ctx: Context,
  asked: Place & Pick<Asked, 'target' | 'positive'>,
): Promise<ColumnLooks> {
  const look = await openLook(ctx, asked);
  const { version } = look;
  const target = targetOf(asked);
  const names = version.columns.map(({ name }) => name).filter((name) => name !== target?.column);
  const columns: ColumnLooks['columns'] = [];
  for (const column of names.slice(0, mostColumns))
    columns.push(await lookAt(ctx, look, { x: column, ...(target ? { target } : {}) }));
  return {
    versionId: version.id,
    versionNumber: version.number,
    target: target ? { column: target.column, positive: target.positive ?? null } : null,
    columns: columns.sort((a, b) => (b.strength ?? -1) - (a.strength ?? -1)),
    leftOut: names.slice(mostColumns),
  };
}

async function lookAt(ctx: Context, look: Look, spec: ChartSpec): Promise<ColumnLooks['columns'][number]> {
  const chart = await drawKept(ctx, look, spec);
  return {
    column: spec.x,
    kind: kindOf(spec, chart),
    strength: spec.target ? strengthOf(chart) : null,
    sentence: sayChart(chart, spec, ctx.locale),
    chart,
  };
}
