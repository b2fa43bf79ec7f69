import { Checkbox, SegmentedControl, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import type { RunMetric, ShownRun } from '../contract.ts';
import { chartTexts } from './chart-texts.ts';
import { type ChartedRun, MetricChart } from './metric-chart.tsx';
import { type Along, alongs } from './prepare-metric.ts';
import { runTexts } from './run-texts.ts';
import { sayMetric } from './say-value.ts';

const isOfMachine = ({ key }: RunMetric): boolean => key.startsWith('system/');
/** So many charts are drawn before anybody asks. */
const drawnAtFirst = 4;
const findFrom = 12;

interface RunMetricsProps {
  run: ShownRun;
  /** runs that are laid beside it */
  beside: readonly ShownRun[];
}

/** What was measured: the last values, and how they got there; of the machine apart. */
export function RunMetrics({ run, beside }: RunMetricsProps) {
  const t = useTexts(runTexts);
  const { own, machine } = Object.groupBy(run.metrics, (metric) => (isOfMachine(metric) ? 'machine' : 'own'));
  if (!own && !machine) return null;
  return (
    <>
      {own ? (
        <MetricGroup title={t.metrics} lead={t.metricsLead} metrics={own} first="step" {...{ run, beside }} />
      ) : null}
      {machine ? (
        <MetricGroup title={t.system} lead={t.systemLead} metrics={machine} first="relative" {...{ run, beside }} />
      ) : null}
    </>
  );
}

interface GroupProps extends RunMetricsProps {
  title: string;
  lead: string;
  metrics: readonly RunMetric[];
  first: Along;
}

/** What has steps is a line worth seeing; what was measured once is said by its value. */
function MetricGroup({ title, lead, metrics, first, run, beside }: GroupProps) {
  const t = useTexts(runTexts);
  const id = useId();
  const [along, setAlong] = useState<Along>(first);
  const [isLogarithmic, setLogarithmic] = useState(false);
  const [drawn, setDrawn] = useState<readonly string[]>(() =>
    metrics
      .filter(({ step }) => step > 0)
      .slice(0, drawnAtFirst)
      .map(({ key }) => key),
  );
  const toggle = (key: string) =>
    setDrawn(drawn.includes(key) ? drawn.filter((each) => each !== key) : [...drawn, key]);
  const charts = metrics.filter(({ key }) => drawn.includes(key));
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="quiet">{lead}</p>
      <MetricTable {...{ title, metrics, drawn, toggle }} />
      {charts.length === 0 ? (
        <p className="quiet small">{t.noCharts}</p>
      ) : (
        <ChartChoice title={title} {...{ along, setAlong, isLogarithmic, setLogarithmic }} />
      )}
      <div className="metric-charts">
        {charts.map(({ key }) => (
          <MetricChart
            key={key}
            metric={key}
            runs={[run, ...beside].map((each) => asCharted(each, key))}
            {...{ along, isLogarithmic }}
          />
        ))}
      </div>
    </section>
  );
}

function asCharted({ id, name, problemId, startedAt, metrics }: ShownRun, key: string): ChartedRun {
  const last = metrics.find((metric) => metric.key === key);
  return { id, name, problemId, startedAt, mark: last ? `${last.step} ${last.at} ${last.value}` : '' };
}

interface ChoiceProps {
  title: string;
  along: Along;
  setAlong: (along: Along) => void;
  isLogarithmic: boolean;
  setLogarithmic: (isLogarithmic: boolean) => void;
}

function ChartChoice({ title, along, setAlong, isLogarithmic, setLogarithmic }: ChoiceProps) {
  const t = useTexts(chartTexts);
  return (
    <div className="row not-printed">
      <SegmentedControl
        aria-label={`${t.by}: ${title}`}
        value={along}
        onChange={(value) => setAlong(alongs.find((each) => each === value) ?? along)}
        data={alongs.map((value) => ({ value, label: t.axes[value] }))}
      />
      <Checkbox
        label={t.scale}
        checked={isLogarithmic}
        onChange={(event) => setLogarithmic(event.currentTarget.checked)}
      />
    </div>
  );
}

interface TableProps extends Pick<GroupProps, 'title' | 'metrics'> {
  drawn: readonly string[];
  toggle: (key: string) => void;
}

function MetricTable({ title, metrics, drawn, toggle }: TableProps) {
  const t = useTexts(runTexts);
  const locale = useLocale();
  const [text, setText] = useState('');
  const found = metrics.filter(({ key }) => key.toLowerCase().includes(text.toLowerCase()));
  return (
    <>
      {metrics.length > findFrom ? (
        <TextInput label={t.find} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      ) : null}
      <Scrollable label={title}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.key}</th>
              <th scope="col" className="number">
                {t.value}
              </th>
              <th scope="col" className="number">
                {t.step}
              </th>
              <th scope="col">{t.draw}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((metric) => (
              <tr key={metric.key}>
                <th scope="row" className="run-key">
                  {metric.key}
                </th>
                <td className="number">{sayMetric(metric, locale)}</td>
                <td className="number">{metric.step}</td>
                <td>
                  <Checkbox
                    aria-label={`${t.draw} ${metric.key}`}
                    checked={drawn.includes(metric.key)}
                    onChange={() => toggle(metric.key)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
    </>
  );
}
