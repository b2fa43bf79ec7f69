import { MultiSelect, NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Locale } from '../../../platform/text/locale.ts';
import { Chart } from '../../../web/kit/charts/chart.tsx';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import type { RunComparison } from '../contract.ts';
import { type Axis, axesOf, plottedRuns } from './compare-axes.ts';
import { compareTexts } from './compare-texts.ts';
import { prepareContour } from './prepare-contour.ts';
import { prepareParallel } from './prepare-parallel.ts';
import { prepareRunScatter } from './prepare-run-scatter.ts';

/** So many lines fit before anybody chooses. */
const linesAtFirst = 5;
const mostLines = 12;

interface Sides {
  lines?: readonly string[];
  across?: string;
  upward?: string;
}

/** Lines through all that differs, one thing beside another, and a map of what they are judged by over two. */
export function ComparePlots({ comparison }: { comparison: RunComparison }) {
  const t = useTexts(compareTexts);
  const locale = useLocale();
  const [sides, setSides] = useState<Sides>({});
  const axes = useMemo(() => axesOf(comparison, locale), [comparison, locale]);
  const chosen = useMemo(() => chosenOf(axes, comparison, sides), [axes, comparison, sides]);
  const pictures = useMemo(() => picturesOf(comparison, chosen, locale), [comparison, chosen, locale]);
  if (!chosen.across) return <p className="quiet">{t.noPlots}</p>;
  const choices = axes.map(({ id, label }) => ({ value: id, label }));
  return (
    <section className="stack" aria-labelledby="compare-plots">
      <h2 id="compare-plots">{t.plots}</h2>
      <div className="compare__choice">
        <MultiSelect
          label={t.lines}
          data={choices}
          value={chosen.lines.map(({ id }) => id)}
          maxValues={mostLines}
          searchable
          onChange={(lines) => setSides({ ...sides, lines })}
        />
        <NativeSelect
          label={t.across}
          data={choices}
          value={chosen.across.id}
          onChange={({ currentTarget: { value } }) => setSides({ ...sides, across: value })}
        />
        <NativeSelect
          label={t.upward}
          data={choices}
          value={chosen.upward?.id ?? ''}
          onChange={({ currentTarget: { value } }) => setSides({ ...sides, upward: value })}
        />
      </div>
      {pictures.parallel ? <Chart picture={pictures.parallel} /> : null}
      <div className="compare__charts">
        {pictures.scatter ? <Chart picture={pictures.scatter} /> : null}
        {pictures.contour ? <Chart picture={pictures.contour} /> : <p className="small quiet">{t.contour.few}</p>}
      </div>
    </section>
  );
}

interface Chosen {
  lines: Axis[];
  across: Axis | undefined;
  upward: Axis | undefined;
  height: Axis | undefined;
}

/** As somebody chose; at first the parameters that tell most, and what they are judged by. */
function chosenOf(axes: readonly Axis[], { by, telling }: RunComparison, { lines, across, upward }: Sides): Chosen {
  const find = (id: string | undefined) => axes.find((axis) => axis.id === id);
  const height = find(by ?? undefined);
  const ordered = inOrder(axes, height, telling);
  const [first, second] = ordered;
  return {
    lines: lines?.flatMap((id) => find(id) ?? []) ?? linesOf(ordered, height),
    across: find(across) ?? first,
    upward: find(upward) ?? second ?? first,
    height,
  };
}

/** Parameters before what was measured, numbers before words, those that tell most first, what they are judged by last. */
function inOrder(axes: readonly Axis[], height: Axis | undefined, telling: readonly string[]): Axis[] {
  const rank = (axis: Axis) => {
    const place = telling.findIndex((key) => axis.id === `params.${key}`);
    const isParam = axis.id.startsWith('params.');
    return (axis === height ? 4e4 : 0) + (isParam ? 0 : 2e4) + (axis.classes ? 1e4 : 0) + (place < 0 ? 1e3 : place);
  };
  return axes.toSorted((a, b) => rank(a) - rank(b));
}

function linesOf(axes: readonly Axis[], height: Axis | undefined): Axis[] {
  const params = axes.filter(({ id }) => id.startsWith('params.'));
  const others = params.length > 0 ? params : axes.filter((axis) => axis !== height);
  return [...others.slice(0, linesAtFirst), ...(height ? [height] : [])];
}

function picturesOf(comparison: RunComparison, { lines, across, upward, height }: Chosen, locale: Locale) {
  const runs = plottedRuns(comparison);
  const groups = comparison.groups.length;
  const { isLowBetter } = comparison;
  const up = height === across ? upward : (height ?? upward);
  const areThree = new Set([across, upward, height]).size === 3;
  return {
    parallel: lines.length > 1 ? prepareParallel({ axes: lines, runs, groups }, locale) : null,
    scatter: across && up ? prepareRunScatter({ x: across, y: up, runs, groups }, locale) : null,
    contour:
      areThree && across && upward && height
        ? prepareContour({ x: across, y: upward, height, isLowBetter, runs }, locale)
        : null,
  };
}
