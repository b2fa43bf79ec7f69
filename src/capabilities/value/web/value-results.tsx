import './value.css';
import { type ReactNode, useMemo } from 'react';
import { Chart } from '../../../web/kit/charts/chart.tsx';
import { Gauge } from '../../../web/kit/gauge/gauge.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import type { ValueModel, ValueResult } from '../contract.ts';
import { verdictSentence } from '../index.ts';
import { BreakEvenTable } from './break-even-table.tsx';
import { prepareBaselines } from './prepare-baselines.ts';
import { prepareFrontier } from './prepare-frontier.ts';
import { prepareHistogram } from './prepare-histogram.ts';
import { prepareTornado } from './prepare-tornado.ts';
import { resultTexts } from './result-texts.ts';
import { ValueFigures } from './value-figures.tsx';

export interface ValueResultsProps {
  model: ValueModel;
  result: ValueResult;
  /** version of the value model it was made from; null while that is not saved */
  version: number | null;
  /** what a page puts beside each figure, such as a conversation about it; `figure` stays the same for good */
  beside?: (figure: string, label: string) => ReactNode;
}

/** What a value model says: the verdict as a sentence, the gauge, the figures, and the charts behind them. */
export function ValueResults({ model, result, version, beside }: ValueResultsProps) {
  const locale = useLocale();
  const pictures = useMemo(() => picturesOf(model, result, locale), [model, result, locale]);
  return (
    <div className="results stack stack--wide">
      <p className="verdict">{verdictSentence(result.verdict, locale)}</p>
      <NetGauge result={result} />
      <ValueFigures {...{ result, version, ...(beside ? { beside } : {}) }} />
      <BreakEvenTable result={result} />
      <div className="charts">
        {pictures.map((picture) => (
          <Chart key={picture.id} picture={picture} />
        ))}
      </div>
    </div>
  );
}

function picturesOf(model: ValueModel, result: ValueResult, locale: 'en' | 'nl') {
  const { breakEven } = result;
  const frontier =
    model.task === 'binary' && breakEven.task === 'binary'
      ? prepareFrontier({ result: { ...result, breakEven }, model }, locale)
      : null;
  const all = [
    prepareBaselines(result, locale),
    frontier,
    prepareTornado({ result, model }, locale),
    prepareHistogram(result, locale),
  ];
  return all.filter((picture) => picture !== null);
}

/** Where the project stands against break-even; nine in ten draws around it. */
function NetGauge({ result }: { result: ValueResult }) {
  const t = useTexts(resultTexts).gauge;
  const formats = useFormats();
  const { interval, netPerYear, currency } = result;
  return (
    <Gauge
      title={interval.performance === 'expected' ? t.expected : t.perfect}
      value={Number(netPerYear)}
      level={0}
      low={Number(interval.p05)}
      high={Number(interval.p95)}
      levelName={t.level}
      valueName={t.value}
      write={(amount) => formats.money(Math.round(amount), currency)}
      writeShort={(amount) => formats.moneyShort(amount, currency)}
    />
  );
}
