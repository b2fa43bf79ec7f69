import { useId } from 'react';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { chartTexts } from './chart-texts.ts';
import { type Along, type DrawnRun, placeSayer } from './prepare-metric.ts';
import { sayNumber } from './say-value.ts';

interface MetricOnceProps {
  metric: string;
  runs: readonly DrawnRun[];
  along: Along;
}

/** What was measured once, of each run: a figure, for one dot is no chart. */
export function MetricOnce({ metric, runs, along }: MetricOnceProps) {
  const t = useTexts(chartTexts);
  const locale = useLocale();
  const id = useId();
  const sayPlace = placeSayer(along, locale);
  return (
    <section className="metric-once" aria-labelledby={id}>
      <h4 id={id}>{metric}</h4>
      {runs.map(({ name, startedAt, drawn }) => {
        const point = drawn.points.at(0);
        if (!point) return null;
        const [place, value] = point;
        const shown = sayPlace(along === 'relative' ? place - (startedAt ?? place) : place);
        const unmeasured = drawn.infinite > 0 ? t.infiniteOnce : t.notANumber;
        return (
          <p key={name}>
            <strong className="metric-once__value">{value === null ? unmeasured : sayNumber(value, locale)}</strong>{' '}
            <span className="small quiet">
              {runs.length > 1 ? `${name}, ` : ''}
              {t.once[along]({ place: shown })}
            </span>
          </p>
        );
      })}
    </section>
  );
}

/** Whether no run has more of it than one point. */
export const isMeasuredOnce = (runs: readonly DrawnRun[]): boolean => runs.every(({ drawn }) => drawn.count <= 1);
