import { Button, TextInput } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import { addressOf } from '../../../web/kit/api/base-path.ts';
import { call } from '../../../web/kit/api/call.ts';
import { requestAddress } from '../../../web/kit/api/request-address.ts';
import { Chart } from '../../../web/kit/charts/chart.tsx';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { ErrorState } from '../../../web/kit/states/error-state.tsx';
import { Loading } from '../../../web/kit/states/loading.tsx';
import { drawMetric, exportMetric } from '../contract.ts';
import { chartTexts } from './chart-texts.ts';
import { isMeasuredOnce, MetricOnce } from './metric-once.tsx';
import { type Along, type DrawnRun, placeOf, placeSayer, prepareMetric } from './prepare-metric.ts';

export interface ChartedRun {
  id: string;
  name: string;
  problemId: string | null;
  startedAt: number | null;
  /** changes when a point comes */
  mark: string;
}

interface Window {
  from: number;
  to: number;
}

interface MetricChartProps {
  metric: string;
  /** the first is the one that the page is of */
  runs: readonly ChartedRun[];
  along: Along;
  isLogarithmic: boolean;
}

/** A metric of a run, or of several laid over each other; a part of it is fetched again and shown closer. */
export function MetricChart({ metric, runs, along, isLogarithmic }: MetricChartProps) {
  const locale = useLocale();
  const [zoomed, setZoomed] = useState<{ along: Along; window: Window } | null>(null);
  const shown = zoomed?.along === along ? zoomed.window : null;
  const { drawn, error, retry } = useDrawn({ metric, runs, along, shown });
  const zoom = useMemo(
    () => (from: number, to: number) =>
      setZoomed({ along, window: { from: Math.min(from, to), to: Math.max(from, to) } }),
    [along],
  );
  const picture = useMemo(
    () => drawn && prepareMetric({ metric, runs: drawn, along, isLogarithmic, zoom }, locale),
    [metric, drawn, along, isLogarithmic, zoom, locale],
  );
  if (error && !picture) return <ErrorState error={error} retry={retry} />;
  if (!picture || !drawn) return <Loading lines={6} />;
  // Of a part that was asked for, one point may be there of many.
  if (shown === null && isMeasuredOnce(drawn)) return <MetricOnce {...{ metric, along }} runs={drawn} />;
  return (
    <div className="stack stack--tight metric-chart">
      <Chart picture={picture} />
      <Closer {...{ metric, along, zoom, runs }} shown={shown} whole={() => setZoomed(null)} />
    </div>
  );
}

interface Asked extends Pick<MetricChartProps, 'metric' | 'runs' | 'along'> {
  shown: Window | null;
}

/** Asked anew only when a point came, or something else of its problem changed: a chart of many points is not for every event. */
function useDrawn({ metric, runs, along, shown }: Asked) {
  const by = along === 'step' ? ('step' as const) : ('time' as const);
  return useQueries({
    queries: runs.map((run) => {
      const start = run.startedAt ?? 0;
      const bounds = shown && { from: placeOf(shown.from, along, start), to: placeOf(shown.to, along, start) };
      const query = { key: metric, by, ...bounds };
      const params = { runId: run.id };
      return {
        queryKey: [drawMetric.id, { params: { ...params, problemId: run.problemId ?? 'inbox' }, query }, run.mark],
        queryFn: () => call(drawMetric, { params, query }),
        placeholderData: <T,>(before: T | undefined) => before,
      };
    }),
    combine: (answers) => {
      const whole = answers.flatMap(({ data }, index): DrawnRun[] => {
        const run = runs[index];
        return data && run ? [{ name: run.name, startedAt: run.startedAt, drawn: data }] : [];
      });
      return {
        // A run that is laid beside it need not have this metric.
        drawn: answers.some(({ isPending }) => isPending) || whole.length === 0 ? null : whole,
        error: answers[0]?.error ?? null,
        retry: () => answers.forEach(({ refetch }) => void refetch()),
      };
    },
  });
}

interface CloserProps extends Pick<MetricChartProps, 'metric' | 'runs' | 'along'> {
  shown: Window | null;
  zoom: (from: number, to: number) => void;
  whole: () => void;
}

/** What dragging does, by the keyboard; and every point as a file. */
function Closer({ metric, runs, along, shown, zoom, whole }: CloserProps) {
  const t = useTexts(chartTexts);
  const say = placeSayer(along, useLocale());
  const runId = runs[0]?.id ?? '';
  return (
    <div className="row small not-printed">
      {shown ? (
        <>
          <span>{t.shown({ first: say(shown.from), last: say(shown.to) })}</span>
          <button type="button" className="button-plain link" onClick={whole}>
            {t.whole}
            <span className="unseen"> {metric}</span>
          </button>
        </>
      ) : null}
      {along === 'time' ? null : <BoundsForm key={along} {...{ metric, along, zoom }} />}
      <span>
        {t.exportAs}{' '}
        {(['csv', 'jsonl'] as const).map((format) => (
          <a
            key={format}
            className="metric-chart__file"
            download
            href={addressOf(requestAddress(exportMetric.path, { params: { runId }, query: { key: metric, format } }))}
          >
            {format === 'csv' ? 'CSV' : 'JSON Lines'}
            <span className="unseen"> {metric}</span>
          </a>
        ))}
      </span>
    </div>
  );
}

function BoundsForm({ metric, along, zoom }: Pick<CloserProps, 'metric' | 'along' | 'zoom'>) {
  const t = useTexts(chartTexts);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const unit = along === 'relative' ? 1000 : 1;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [first, last] = [Number(from) * unit, Number(to) * unit];
    if (to.trim() !== '' && Number.isFinite(first) && Number.isFinite(last)) zoom(first, last);
  };
  return (
    <details>
      <summary>
        {t.closer}
        <span className="unseen"> {metric}</span>
      </summary>
      <form className="row row--bounds" onSubmit={submit}>
        <TextInput
          label={`${t.from} (${t.axes[along]})`}
          inputMode="decimal"
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput label={t.to} inputMode="decimal" value={to} onChange={(event) => setTo(event.currentTarget.value)} />
        <Button type="submit">{t.look}</Button>
      </form>
    </details>
  );
}
