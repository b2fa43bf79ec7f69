import './value.css';
import { type ReactNode, useMemo, useState } from 'react';
import { Chart } from '../../../web/kit/charts/chart.tsx';
import { Gauge } from '../../../web/kit/gauge/gauge.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import type { ValueModel, ValueResult } from '../contract.ts';
import { findingSentences, verdictSentence } from '../index.ts';
import { BreakEvenTable } from './break-even-table.tsx';
import { CasesTable } from './cases-table.tsx';
import type { DraftEditing } from './draft-context.ts';
import { partsResultTexts } from './parts-result-texts.ts';
import { prepareCashFlow } from './prepare-cash-flow.ts';
import { preparePilot } from './prepare-pilot.ts';
import { prepareScenarios } from './prepare-scenarios.ts';
import { prepareSegments } from './prepare-segments.ts';
import { RestsOn } from './rests-on.tsx';
import { ScenarioTable } from './scenario-table.tsx';
import { WhatIf } from './what-if.tsx';
import { YearsTable } from './years-table.tsx';
import { prepareBaselines } from './prepare-baselines.ts';
import { prepareHistogram } from './prepare-histogram.ts';
import { prepareTornado } from './prepare-tornado.ts';
import { resultTexts } from './result-texts.ts';
import { ThresholdPart } from './threshold-part.tsx';
import { ValueFigures } from './value-figures.tsx';

export interface ValueResultsProps {
  model: ValueModel;
  result: ValueResult;
  /** version of the value model it was made from; null while that is not saved */
  version: number | null;
  /** the model where it is written: its figures are changed from here too */
  editing: DraftEditing;
  /** what a page puts beside each figure, such as a conversation about it; `figure` stays the same for good */
  beside?: (figure: string, label: string) => ReactNode;
}

/** What a value model says: the verdict as a sentence, the gauge, the figures, and the charts behind them. */
export function ValueResults({ model, result, version, editing, beside }: ValueResultsProps) {
  const [open, setOpen] = useState<string | null>(null);
  const t = useTexts(partsResultTexts).cases;
  const locale = useLocale();
  const { breakEven } = result;
  const pictures = useMemo(() => picturesOf(model, result, locale), [model, result, locale]);
  return (
    <div className="results stack stack--wide">
      <p className="verdict">{verdictSentence(result.verdict, locale)}</p>
      <Findings result={result} />
      <NetGauge result={result} />
      <WhatIf model={model} keep={editing.isReadOnly ? undefined : editing.change} />
      <ValueFigures {...{ model, result, version, ...(beside ? { beside } : {}) }} open={setOpen} />
      <BreakEvenTable result={result} />
      {result.cases ? (
        <section className="stack">
          <h3>{t.title}</h3>
          <CasesTable cases={result.cases} />
          <p className="small quiet">{t.note}</p>
        </section>
      ) : null}
      <ScenarioTable result={result} />
      {model.task === 'binary' && breakEven.task === 'binary' ? (
        <ThresholdPart model={model} result={{ ...result, breakEven }} />
      ) : null}
      <div className="charts">
        {pictures.map((picture) => (
          <Chart key={picture.id} picture={picture} />
        ))}
      </div>
      <YearsTable {...{ result, model }} />
      <RestsOn {...{ editing, open, setOpen }} />
    </div>
  );
}

/** What the further parts say, in sentences. */
function Findings({ result }: { result: ValueResult }) {
  const sentences = findingSentences(result, useLocale());
  if (sentences.length === 0) return null;
  return (
    <ul className="findings">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function picturesOf(model: ValueModel, result: ValueResult, locale: 'en' | 'nl') {
  const all = [
    prepareBaselines(result, locale),
    prepareSegments(result, locale),
    prepareScenarios(result, locale),
    prepareCashFlow(result, locale),
    preparePilot(result, locale),
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
