import { Button } from '@mantine/core';
import { useId, useMemo, useState } from 'react';
import { Chart } from '../../../web/kit/charts/chart.tsx';
import type { Formats } from '../../../web/kit/language/formats.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import type { BinaryValueModel, ValueResult } from '../contract.ts';
import { tryThreshold } from '../index.ts';
import { type BinaryBreakEven, prepareFrontier } from './prepare-frontier.ts';
import { SliderField, type SliderRange } from './slider-field.tsx';
import { startOfThreshold, type ThresholdStart } from './start-of-threshold.ts';
import { thresholdTexts } from './threshold-texts.ts';

interface ThresholdPartProps {
  model: BinaryValueModel;
  result: ValueResult & { breakEven: BinaryBreakEven };
}

/** The frontier, and folded under it the chance from which a case is acted on: moved, the answer follows at once. */
export function ThresholdPart({ model, result }: ThresholdPartProps) {
  const t = useTexts(thresholdTexts);
  const locale = useLocale();
  const id = useId();
  const { kind } = result.breakEven.threshold;
  const start = useMemo(() => startOfThreshold(model, result), [model, result]);
  const plain = useMemo(() => prepareFrontier({ result, model }, locale), [result, model, locale]);
  return (
    <section className="sheet stack threshold" aria-labelledby={id}>
      <div>
        <h3 id={id}>{t.title}</h3>
        {kind === 'act-at-or-above' ? null : <p className="small quiet">{t.none[kind]}</p>}
      </div>
      {start ? (
        // Other amounts are another question: what was moved against the former ones is let go.
        <Moving key={JSON.stringify(model)} {...{ model, result, start }} />
      ) : plain ? (
        <Chart picture={plain} />
      ) : null}
    </section>
  );
}

function Moving({ model, result, start }: ThresholdPartProps & { start: ThresholdStart }) {
  const t = useTexts(thresholdTexts);
  const locale = useLocale();
  const formats = useFormats();
  const [threshold, setThreshold] = useState(start.threshold);
  const [auc, setAuc] = useState(start.auc);
  const { baseRate } = start;
  const best = start.bestAt(auc);
  const tried = useMemo(() => tryThreshold(model, { baseRate, auc, threshold }), [model, baseRate, auc, threshold]);
  const most = useMemo(() => tryThreshold(model, { baseRate, auc, threshold: best }), [model, baseRate, auc, best]);
  const picture = useMemo(() => {
    const { recall, precision = 1 } = tried;
    return prepareFrontier({ result, model, tried: { name: t.here, recall, precision } }, locale);
  }, [result, model, tried, locale, t.here]);
  const percent = (share: number) => formats.percent(share, 1);
  const number = (value: number) => formats.number(value, 3);
  const isLimited = best > start.byAmounts;
  const marks = [
    (isLimited ? t.bestWithRoom : t.best)({ at: percent(best) }),
    ...(start.isExpected ? [t.expected({ at: percent(start.threshold) })] : []),
  ];
  return (
    <>
      {picture ? <Chart picture={picture} /> : null}
      <details className="further-parts">
        <summary>{t.move}</summary>
        <div className="stack">
          <p className="small quiet">{t.intro}</p>
          <div className="sliders">
            <SliderField
              label={t.threshold}
              range={rangeOf(start.threshold, chances)}
              value={threshold}
              move={setThreshold}
              write={percent}
              below={marks.join('; ')}
            />
            <SliderField
              label={t.auc}
              range={rangeOf(start.auc, rankings)}
              value={auc}
              move={setAuc}
              write={number}
              below={start.leastAuc === undefined ? '\u00a0' : t.least({ at: number(start.leastAuc) })}
            />
          </div>
          <Reading {...{ tried, most, threshold, formats }} currency={result.currency} room={start.room} />
          <div className="row">
            <Button disabled={threshold === best} onClick={() => setThreshold(best)}>
              {t.toBest}
            </Button>
            <Button
              disabled={threshold === start.threshold && auc === start.auc}
              onClick={() => {
                setThreshold(start.threshold);
                setAuc(start.auc);
              }}
            >
              {t.toStart}
            </Button>
          </div>
        </div>
      </details>
    </>
  );
}

const chances = { low: 0.001, high: 0.999, step: 0.005 };
const rankings = { low: 0.5, high: 0.999, step: 0.005 };
const rangeOf = (saved: number, range: Omit<SliderRange, 'saved'>): SliderRange => ({ ...range, saved });

type Tried = ReturnType<typeof tryThreshold>;

interface ReadingProps {
  tried: Tried;
  /** the same ranking at its best threshold */
  most: Tried;
  threshold: number;
  currency: string;
  /** share of all cases that can be acted on */
  room: number;
  formats: Formats;
}

/** Where one stands, in words and euros; a screen reader hears it too. */
function Reading({ tried, most, threshold, currency, room, formats }: ReadingProps) {
  const t = useTexts(thresholdTexts);
  const percent = (share: number) => formats.percent(share, 1);
  const { recall, falsePositiveRate, precision, actedOn, netPerYear } = tried;
  const less = Math.round(Number(most.netPerYear)) - Math.round(Number(netPerYear));
  const at = percent(threshold);
  const sentence =
    precision === undefined
      ? t.nobody({ at })
      : t.reading({
          at,
          caught: percent(recall),
          alarms: percent(falsePositiveRate),
          acted: percent(actedOn),
          rightly: percent(precision),
        });
  return (
    <div className="stack stack--tight">
      <output className="verdict verdict--tried">{sentence}</output>
      {actedOn > room ? <p className="small">{t.full}</p> : null}
      <dl className="tried">
        <div>
          <dt className="small quiet">{t.net}</dt>
          <dd>
            <strong className={Number(netPerYear) < 0 ? 'tried__low' : undefined}>
              {formats.money(Math.round(Number(netPerYear)), currency)}
            </strong>{' '}
            <span className="small quiet">
              {less > 0 ? t.less({ amount: formats.money(less, currency) }) : t.isBest}
            </span>
          </dd>
        </div>
      </dl>
    </div>
  );
}
