import { Button } from '@mantine/core';
import { useId, useMemo, useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { type ValueModel, valueModelSchema } from '../contract.ts';
import { describeValueModel, verdictSentence } from '../index.ts';
import { listOf } from './draft-context.ts';
import type { Draft } from './draft-path.ts';
import { nameOfPath } from './name-of-path.ts';
import { partsResultTexts } from './parts-result-texts.ts';
import { partsTexts } from './parts-texts.ts';
import { SliderField } from './slider-field.tsx';
import { type Slider, slidersOf, withMoved } from './sliders-of.ts';

interface WhatIfProps {
  model: ValueModel;
  /** absent where it can only be read */
  keep: ((draft: Draft) => void) | undefined;
}

type Moved = Readonly<Record<string, number>>;

/** Figures that can be moved; the answer follows at once, here in the browser, and nothing is saved unless asked. */
export function WhatIf({ model, keep }: WhatIfProps) {
  const t = useTexts(partsResultTexts).whatIf;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <section className="what-if sheet stack" aria-labelledby={id}>
      <div className="row row--apart">
        <div>
          <h3 id={id}>{t.title}</h3>
          <p className="small quiet">{t.intro}</p>
        </div>
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? t.hide : t.show}
        </Button>
      </div>
      {/* Another saved model is another question: what was moved against the former one is let go. */}
      {isOpen ? <Moving key={JSON.stringify(model)} {...{ model, keep }} /> : null}
    </section>
  );
}

function Moving({ model, keep }: WhatIfProps) {
  const locale = useLocale();
  const [moved, setMoved] = useState<Moved>({});
  const sliders = useMemo(() => slidersOf(model), [model]);
  const saved = useMemo(() => describeValueModel(model), [model]);
  const draft = withMoved(model, sliders, moved);
  const parsed = valueModelSchema.safeParse(draft);
  const isMoved = Object.keys(moved).length > 0;
  return (
    <>
      <Reading
        {...{ saved }}
        answer={parsed.success ? describeValueModel(parsed.data) : (parsed.error.issues[0]?.message ?? '')}
      />
      <div className="sliders">
        {sliders.map((slider) => (
          <FigureSlider
            key={slider.path}
            slider={slider}
            label={nameOfPath(slider.path, draft, locale)}
            currency={model.currency}
            unit={unitOf(slider, model, partsTexts[locale].capacity.each)}
            value={moved[slider.path] ?? slider.saved}
            move={(value) => setMoved(withoutSame({ ...moved, [slider.path]: value }, slider))}
          />
        ))}
      </div>
      <Keeping {...{ model, draft, isMoved, keep }} isPossible={parsed.success} back={() => setMoved({})} />
    </>
  );
}

type Each = (typeof partsTexts)['en']['capacity']['each'];

function unitOf({ path }: Slider, model: ValueModel, each: Each): string | undefined {
  if (model.task === 'regression' && /sigma|tolerance/.test(path)) return model.unit;
  return model.task === 'binary' && model.capacity && path === 'capacity.cases' ? each[model.capacity.per] : undefined;
}

/** What is moved back to where it was is not moved. */
function withoutSame(moved: Moved, { path, saved }: Slider): Moved {
  const { [path]: value, ...others } = moved;
  return value === undefined || value === saved ? others : { ...others, [path]: value };
}

type Answer = ReturnType<typeof describeValueModel>;

/** The verdict and the net value as they are with the figures moved; a screen reader hears them too. */
function Reading({ saved, answer }: { saved: Answer; answer: Answer | string }) {
  const t = useTexts(partsResultTexts);
  const locale = useLocale();
  const formats = useFormats();
  if (typeof answer === 'string') {
    return <output className="note">{t.whatIf.impossible({ why: answer })}</output>;
  }
  const { currency, netPerYear, netPresentValue } = answer;
  const difference = Math.round(Number(netPerYear) - Number(saved.netPerYear));
  const signed = `${difference > 0 ? '+' : ''}${formats.money(difference, currency)}`;
  return (
    <div className="stack stack--tight">
      <output className="verdict verdict--tried">{verdictSentence(answer.verdict, locale)}</output>
      <dl className="tried">
        <div>
          <dt className="small quiet">{t.whatIf.net}</dt>
          <dd>
            <strong className={Number(netPerYear) < 0 ? 'tried__low' : undefined}>
              {formats.money(Math.round(Number(netPerYear)), currency)}
            </strong>{' '}
            <span className="small quiet">
              {difference === 0 ? t.whatIf.same : t.whatIf.difference({ amount: signed })}
            </span>
          </dd>
        </div>
        {netPresentValue === undefined ? null : (
          <div>
            <dt className="small quiet">{t.figures.present}</dt>
            <dd>
              <strong>{formats.money(Math.round(Number(netPresentValue)), currency)}</strong>
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}

interface FigureSliderProps {
  slider: Slider;
  label: string;
  currency: string;
  unit: string | undefined;
  value: number;
  move: (value: number) => void;
}

function FigureSlider({ slider, label, currency, unit, value, move }: FigureSliderProps) {
  const t = useTexts(partsResultTexts).whatIf;
  const formats = useFormats();
  const write = (number: number) => {
    if (slider.kind === 'share') return formats.percent(number, 1);
    if (slider.kind === 'money') return formats.money(number, currency);
    return unit === undefined ? formats.number(number) : `${formats.number(number)} ${unit}`;
  };
  const below = value === slider.saved ? '\u00a0' : t.saved({ value: write(slider.saved) });
  return <SliderField range={slider} {...{ label, value, move, write, below }} />;
}

interface KeepingProps extends WhatIfProps {
  draft: Draft;
  isMoved: boolean;
  isPossible: boolean;
  back: () => void;
}

function Keeping({ model, draft, isMoved, isPossible, keep, back }: KeepingProps) {
  const t = useTexts(partsResultTexts).whatIf;
  const scenarios = listOf((model as Draft)['scenarios']);
  const asScenario = () => {
    const changes = Object.fromEntries(
      Object.entries(draft).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify((model as Draft)[key])),
    );
    keep?.({
      ...model,
      scenarios: [...scenarios, { name: freeName(t.scenarioName, scenarios), changes }],
    });
    say(t.keptScenario);
  };
  return (
    <div className="row">
      <Button disabled={!isMoved} onClick={back}>
        {t.back}
      </Button>
      {keep ? (
        <>
          <Button
            disabled={!isMoved || !isPossible}
            onClick={() => {
              keep(draft);
              say(t.kept, () => keep(model));
            }}
          >
            {t.keep}
          </Button>
          {scenarios.length < 8 ? (
            <Button disabled={!isMoved || !isPossible} onClick={asScenario}>
              {t.asScenario}
            </Button>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

function freeName(name: string, scenarios: readonly unknown[]): string {
  const taken = new Set(scenarios.map((each) => (each as { name?: unknown } | null)?.name));
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : `${name} ${number}`;
    if (!taken.has(tried)) return tried;
  }
}
