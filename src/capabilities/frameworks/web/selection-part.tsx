import { Button } from '@mantine/core';
import { useState } from 'react';
import { SaveStateWords } from '../../../web/kit/form/save-state.tsx';
import { type Autosaved, useAutosave } from '../../../web/kit/form/use-autosave.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useSave } from '../../../web/kit/query/use-answer.ts';
import { type Approach, type Draft, readSelection, type Selection, writeSelection } from '../contract.ts';
import { CandidatesStep } from './candidates-step.tsx';
import { ConstraintsStep } from './constraints-step.tsx';
import { CostsStep } from './costs-step.tsx';
import { OutcomeStep } from './outcome-step.tsx';
import { ScoresStep } from './scores-step.tsx';
import type { StepProps } from './selection-props.ts';
import { selectionTexts } from './selection-texts.ts';
import { WeightsStep } from './weights-step.tsx';

const steps = ['candidates', 'constraints', 'weights', 'scores', 'costs', 'outcome'] as const;
type Step = (typeof steps)[number];

interface SelectionPartProps {
  problemId: string;
  selection: Selection;
  approaches: readonly Approach[];
  mayWrite: boolean;
  mayDecide: boolean;
}

/** The choice of a framework as a path: what it comes to stands above, in sentences; each step saves itself. */
export function SelectionPart({ problemId, selection, approaches, mayWrite, mayDecide }: SelectionPartProps) {
  const t = useTexts(selectionTexts);
  const [step, setStep] = useState<Step>(selection.version === 0 ? 'candidates' : 'scores');
  const save = useSave(writeSelection, readSelection);
  const saver = useAutosave<Draft>({
    saved: selection.draft,
    version: selection.version,
    save: async (draft, version) =>
      (await save.mutateAsync({ params: { problemId }, body: { draft }, version })).version,
  });
  const props: StepProps = {
    problemId,
    draft: saver.value,
    result: selection.result,
    approaches,
    mayWrite,
    put: (part) => saver.change({ ...saver.value, ...part }),
  };
  const next = steps[steps.indexOf(step) + 1];
  return (
    <section className="stack selection" aria-labelledby="selection-title">
      <h3 id="selection-title">{t.title}</h3>
      <p className="quiet">{t.lead}</p>
      <Means sentences={selection.result.sentences} />
      <StepList step={step} setStep={setStep} />
      {mayWrite && step !== 'outcome' ? <Saving saver={saver} /> : null}
      <section className="sheet stack" aria-label={t.steps[step]}>
        {step === 'outcome' ? (
          <OutcomeStep
            {...props}
            mayDecide={mayDecide}
            version={selection.version}
            isSaved={saver.state.kind === 'saved'}
          />
        ) : (
          <StepPart step={step} {...props} />
        )}
        {next ? (
          <div>
            <Button onClick={() => setStep(next)}>{t.next({ step: t.steps[next] })}</Button>
          </div>
        ) : null}
      </section>
    </section>
  );
}

function StepPart({ step, ...props }: StepProps & { step: Exclude<Step, 'outcome'> }) {
  const Part = {
    candidates: CandidatesStep,
    constraints: ConstraintsStep,
    weights: WeightsStep,
    scores: ScoresStep,
    costs: CostsStep,
  }[step];
  return <Part {...props} />;
}

function Means({ sentences }: { sentences: readonly string[] }) {
  const t = useTexts(selectionTexts);
  return (
    <section className="sheet stack stack--tight" aria-labelledby="means-title">
      <h4 id="means-title">{t.means}</h4>
      <ul className="sentences">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function StepList({ step, setStep }: { step: Step; setStep: (step: Step) => void }) {
  const t = useTexts(selectionTexts);
  return (
    <nav aria-label={t.stepsName}>
      <ol className="steps">
        {steps.map((each, index) => (
          <li key={each}>
            <button
              type="button"
              className="button-plain"
              aria-current={each === step ? 'step' : undefined}
              onClick={() => setStep(each)}
            >
              {index + 1}. {t.steps[each]}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Whether it is saved; where another was faster, whose version goes on. */
function Saving({ saver }: { saver: Autosaved<Draft> }) {
  const t = useTexts(selectionTexts);
  const { state } = saver;
  if (state.kind !== 'conflict') return <SaveStateWords state={state} retry={() => void saver.flush()} />;
  return (
    <div className="note stack stack--tight" role="alert">
      <p>{t.conflict}</p>
      <div className="row">
        <Button onClick={() => saver.resolve(state.mine)}>{t.mine}</Button>
        <Button onClick={() => saver.resolve(state.theirs)}>{t.theirs}</Button>
      </div>
    </div>
  );
}
