import { Button, Checkbox, Radio, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { listDataRequirements, listObjectives } from '../../formulation/contract.ts';
import { recordOutcome, recordOutcomes } from '../contract.ts';
import { emptyOutcome, linesOf, type OutcomeDraft } from './outcome-draft.ts';
import { RecordsPart } from './records-part.tsx';
import type { StepProps } from './selection-props.ts';
import { outcomeTexts } from './outcome-texts.ts';

interface OutcomeStepProps extends StepProps {
  mayDecide: boolean;
  /** of the selection that is shown */
  version: number;
  isSaved: boolean;
}

/** What was decided, and the form in which the architect decides. */
export function OutcomeStep(props: OutcomeStepProps) {
  const t = useTexts(outcomeTexts).outcome;
  return (
    <>
      <p className="quiet">{t.lead}</p>
      {props.mayDecide ? <OutcomeForm {...props} /> : <p className="small quiet">{t.whoMay}</p>}
      <RecordsPart problemId={props.problemId} mayDecide={props.mayDecide} />
    </>
  );
}

function OutcomeForm(props: OutcomeStepProps) {
  const { problemId, version, isSaved } = props;
  const t = useTexts(outcomeTexts).outcome;
  const [draft, setDraft] = useState<OutcomeDraft>(emptyOutcome);
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const record = useAsk(recordOutcome);
  const put = (part: Partial<OutcomeDraft>) => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { drivers, good, bad, consulted, informed, reviewDate, outcome, ...texts } = draft;
    const named = (text: string) => linesOf(text).map((name) => ({ name }));
    const body = {
      ...texts,
      outcome,
      reviewDate: outcome === 'chosen' || reviewDate === '' ? null : reviewDate,
      drivers: linesOf(drivers),
      consequences: { good: linesOf(good), neutral: [], bad: linesOf(bad) },
      decisionMakers: [],
      consulted: named(consulted),
      informed: named(informed),
      selectionVersion: version,
    };
    void record.mutateAsync({ params: { problemId }, body }).then(
      () => {
        setDraft(emptyOutcome);
        setProblems([]);
        say(t.recorded);
      },
      (error: Error) => setProblems([{ field: null, message: error.message }]),
    );
  };
  return (
    <form className="stack approach-form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <WhatFields {...props} outcome={draft} set={put} />
      <WordFields outcome={draft} set={put} />
      <Requirements problemId={problemId} outcome={draft} set={put} />
      <div>
        <Button type="submit" variant="filled" loading={record.isPending} disabled={!isSaved}>
          {t.record}
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  outcome: OutcomeDraft;
  set: (part: Partial<OutcomeDraft>) => void;
}

function WhatFields({ draft, result, outcome, set }: FieldsProps & StepProps) {
  const t = useTexts(outcomeTexts).outcome;
  const id = useId();
  const isOut = (candidate: string) => result.scores.find((each) => each.candidateId === candidate)?.isOut ?? false;
  const left = draft.candidates.filter((candidate) => !isOut(candidate.id));
  const kind = outcome.outcome;
  return (
    <>
      <fieldset className="plain-fieldset">
        <legend>{t.outcome}</legend>
        <div className="row">
          {recordOutcomes.map((each) => (
            <Radio
              key={each}
              name={`${id}-outcome`}
              label={t.kinds[each]}
              checked={kind === each}
              onChange={() => set({ outcome: each, candidateIds: [] })}
            />
          ))}
        </div>
      </fieldset>
      <fieldset className="plain-fieldset">
        <legend>{t.which}</legend>
        <div className="row">
          {left.map(({ id: candidate, name }) =>
            kind === 'chosen' ? (
              <Radio
                key={candidate}
                name={`${id}-which`}
                label={name}
                checked={outcome.candidateIds.includes(candidate)}
                onChange={() => set({ candidateIds: [candidate] })}
              />
            ) : (
              <Checkbox
                key={candidate}
                label={name}
                checked={outcome.candidateIds.includes(candidate)}
                onChange={(event) => {
                  const others = outcome.candidateIds.filter((each) => each !== candidate);
                  set({ candidateIds: event.currentTarget.checked ? [...others, candidate] : others });
                }}
              />
            ),
          )}
        </div>
      </fieldset>
      {kind === 'chosen' ? null : (
        <TextInput
          type="date"
          label={t.reviewDate}
          value={outcome.reviewDate}
          onChange={(event) => set({ reviewDate: event.currentTarget.value })}
        />
      )}
    </>
  );
}

function WordFields({ outcome, set }: FieldsProps) {
  const t = useTexts(outcomeTexts).outcome;
  const area = (
    field: 'context' | 'because' | 'drivers' | 'good' | 'bad' | 'confirmation' | 'revisit' | 'consulted' | 'informed',
    hint?: string,
  ) => (
    <Textarea
      label={t[field]}
      description={hint}
      autosize
      minRows={2}
      maxRows={10}
      maxLength={10_000}
      value={outcome[field]}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <TextInput
        label={t.title}
        maxLength={200}
        value={outcome.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      {area('because', t.becauseHint)}
      {area('context')}
      {area('drivers')}
      {area('good')}
      {area('bad')}
      {area('confirmation', t.confirmationHint)}
      {area('revisit')}
      {area('consulted')}
      {area('informed')}
    </>
  );
}

/** Key results and data requirements of the problem, to say which ones this answers. */
function Requirements({ problemId, outcome, set }: FieldsProps & { problemId: string }) {
  const t = useTexts(outcomeTexts).outcome;
  const params = { problemId };
  const objectives = useAnswer(listObjectives, { params }).data?.objectives ?? [];
  const data = useAnswer(listDataRequirements, { params }).data?.dataRequirements ?? [];
  const known = [
    ...objectives.flatMap(({ keyResults }) => keyResults).map(({ id, metric }) => ({ id, text: metric })),
    ...data.map(({ id, what }) => ({ id, text: what })),
  ];
  if (known.length === 0) return null;
  const chosen = new Set(outcome.requirements.map(({ id }) => id));
  return (
    <fieldset className="plain-fieldset">
      <legend>{t.requirements}</legend>
      <div className="stack stack--tight">
        {known.map((each) => (
          <Checkbox
            key={each.id}
            label={each.text}
            checked={chosen.has(each.id)}
            onChange={(event) => {
              const others = outcome.requirements.filter(({ id }) => id !== each.id);
              set({ requirements: event.currentTarget.checked ? [...others, each] : others });
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}
