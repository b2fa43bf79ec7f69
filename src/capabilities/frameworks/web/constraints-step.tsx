import { Button, Checkbox, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import {
  type Constraints,
  type Draft,
  frameworkNames,
  licenceKinds,
  type Place,
  places,
  type Result,
} from '../contract.ts';
import { newId } from './new-id.ts';
import { NumberField } from './number-field.tsx';
import type { StepProps } from './selection-props.ts';
import { selectionTexts } from './selection-texts.ts';

/** What the use case forbids; why each candidate fell; and what nobody knows yet, with a place for the answer. */
export function ConstraintsStep({ draft, result, put, mayWrite }: StepProps) {
  const t = useTexts(selectionTexts).constraints;
  const fell = result.knockOuts.filter(({ verdict }) => verdict === 'fails');
  const open = result.knockOuts.filter(({ verdict }) => verdict === 'unknown');
  return (
    <>
      <p className="quiet">{t.lead}</p>
      <ConstraintFields
        constraints={draft.constraints}
        mayWrite={mayWrite}
        put={(part) => put({ constraints: { ...draft.constraints, ...part } })}
      />
      <section className="stack stack--tight" aria-labelledby="fell-title">
        <h4 id="fell-title">{t.fell}</h4>
        {fell.length === 0 ? <p className="quiet">{t.nothingFell}</p> : null}
        <ul className="plain-list stack stack--tight">
          {fell.map(({ candidateId, constraint, sentence }) => (
            <li key={`${candidateId} ${constraint}`}>{sentence}</li>
          ))}
        </ul>
      </section>
      {open.length > 0 ? <OpenQuestions {...{ draft, open, mayWrite, put }} /> : null}
      {draft.answers.length > 0 ? <Answers {...{ draft, mayWrite, put }} /> : null}
    </>
  );
}

interface FieldsProps {
  constraints: Constraints;
  mayWrite: boolean;
  put: (part: Partial<Constraints>) => void;
}

function ConstraintFields({ constraints, mayWrite, put }: FieldsProps) {
  const t = useTexts(selectionTexts).constraints;
  const names = useTexts(frameworkNames);
  const { runsOn, offline, maxLatency_ms, dataStays, managed, training, supportedUntil, licences } = constraints;
  const options = <Value extends string>(labels: Readonly<Record<Value, string>>) =>
    Object.entries<string>(labels).map(([value, label]) => ({ value, label }));
  return (
    <fieldset className="plain-fieldset stack" disabled={!mayWrite}>
      <div className="filters">
        <NativeSelect
          label={t.runsOn}
          value={runsOn ?? ''}
          data={[{ value: '', label: t.anywhere }, ...places.map((value) => ({ value, label: names.places[value] }))]}
          onChange={(event) => put({ runsOn: (event.currentTarget.value || null) as Place | null })}
        />
        <NumberField
          label={t.latency}
          value={maxLatency_ms === null ? null : String(maxLatency_ms)}
          isReadOnly={!mayWrite}
          change={(value) => put({ maxLatency_ms: value === null || Number(value) <= 0 ? null : Number(value) })}
        />
        <NativeSelect
          label={t.data}
          value={dataStays}
          data={options(t.dataStays)}
          onChange={(event) => put({ dataStays: event.currentTarget.value as Constraints['dataStays'] })}
        />
        <NativeSelect
          label={t.managed}
          value={managed}
          data={options(t.managedBy)}
          onChange={(event) => put({ managed: event.currentTarget.value as Constraints['managed'] })}
        />
        <TextInput
          type="date"
          label={t.supportedUntil}
          value={supportedUntil ?? ''}
          onChange={(event) => put({ supportedUntil: event.currentTarget.value || null })}
        />
      </div>
      <div className="row">
        <Checkbox
          label={t.offline}
          checked={offline}
          onChange={(event) => put({ offline: event.currentTarget.checked })}
        />
        <Checkbox
          label={t.training}
          checked={training}
          onChange={(event) => put({ training: event.currentTarget.checked })}
        />
      </div>
      <Checkbox.Group
        label={t.licences}
        value={licences}
        onChange={(chosen) => put({ licences: licenceKinds.filter((kind) => chosen.includes(kind)) })}
      >
        <div className="row">
          {licenceKinds
            .filter((kind) => kind !== 'unknown')
            .map((kind) => (
              <Checkbox key={kind} value={kind} label={names.licences[kind]} />
            ))}
        </div>
      </Checkbox.Group>
      <OwnConstraints {...{ constraints, put }} />
    </fieldset>
  );
}

function OwnConstraints({ constraints: { own }, put }: Pick<FieldsProps, 'constraints' | 'put'>) {
  const t = useTexts(selectionTexts).constraints;
  const [text, setText] = useState('');
  return (
    <div className="stack stack--tight">
      <ul className="plain-list">
        {own.map(({ id, text: said }) => (
          <li key={id} className="row">
            {said}
            <button
              type="button"
              className="button-plain link small"
              onClick={() => put({ own: own.filter((each) => each.id !== id) })}
            >
              {t.remove}
              <span className="unseen"> {said}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="row row--fields">
        <TextInput
          label={t.own}
          value={text}
          maxLength={300}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button
          disabled={text.trim() === '' || own.length >= 10}
          onClick={() => {
            put({ own: [...own, { id: newId(), text: text.trim() }] });
            setText('');
          }}
        >
          {t.addOwn}
        </Button>
      </div>
    </div>
  );
}

type KnockOut = Result['knockOuts'][number];

interface QuestionsProps extends Pick<StepProps, 'draft' | 'put' | 'mayWrite'> {
  open: readonly KnockOut[];
}

/** What nobody knows yet, each with a place for what was found out. */
function OpenQuestions({ draft, open, mayWrite, put }: QuestionsProps) {
  const t = useTexts(selectionTexts).constraints;
  return (
    <section className="stack stack--tight" aria-labelledby="open-title">
      <h4 id="open-title">{t.open}</h4>
      <ul className="plain-list">
        {open.map((each) => (
          <li key={`${each.candidateId} ${each.constraint}`} className="candidate stack stack--tight">
            <p>{each.sentence}</p>
            {mayWrite ? (
              <AnswerForm
                sentence={each.sentence}
                keep={(answer, reason) => {
                  const { candidateId, constraint } = each;
                  const others = draft.answers.filter(
                    (other) => !(other.candidateId === candidateId && other.constraint === constraint),
                  );
                  put({ answers: [...others, { candidateId, constraint, answer, reason }] });
                }}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface AnswerFormProps {
  sentence: string;
  keep: (answer: 'passes' | 'fails', reason: string) => void;
}

function AnswerForm({ sentence, keep }: AnswerFormProps) {
  const t = useTexts(selectionTexts).constraints;
  const id = useId();
  const [answer, setAnswer] = useState<'passes' | 'fails' | null>(null);
  const [reason, setReason] = useState('');
  return (
    <div className="row row--fields">
      <fieldset className="plain-fieldset">
        <legend className="small">
          {t.found}
          <span className="unseen"> {sentence}</span>
        </legend>
        <div className="row">
          {(['passes', 'fails'] as const).map((each) => (
            <Radio
              key={each}
              name={`${id}-answer`}
              label={t[each]}
              checked={answer === each}
              onChange={() => setAnswer(each)}
            />
          ))}
        </div>
      </fieldset>
      <TextInput
        label={t.reason}
        value={reason}
        maxLength={2000}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        disabled={answer === null || reason.trim() === ''}
        onClick={() => {
          if (answer) keep(answer, reason.trim());
        }}
      >
        {t.keep}
      </Button>
    </div>
  );
}

function Answers({ draft, mayWrite, put }: Pick<StepProps, 'draft' | 'put' | 'mayWrite'>) {
  const t = useTexts(selectionTexts).constraints;
  const names = useTexts(frameworkNames).constraints;
  const nameOf = ({ candidateId, constraint }: Draft['answers'][number]) => {
    const own = draft.constraints.own.find(({ id }) => id === constraint)?.text;
    const known: Readonly<Record<string, string>> = names;
    const name = draft.candidates.find(({ id }) => id === candidateId)?.name ?? '';
    return t.answered({ name, constraint: own ?? known[constraint] ?? constraint });
  };
  return (
    <section className="stack stack--tight" aria-labelledby="answers-title">
      <h4 id="answers-title">{t.answers}</h4>
      <ul className="plain-list stack stack--tight">
        {draft.answers.map((answer) => (
          <li key={`${answer.candidateId} ${answer.constraint}`} className="row">
            <span>
              {nameOf(answer)}: {answer.answer === 'fails' ? t.fails : t.passes}. {answer.reason}
            </span>
            {mayWrite ? (
              <button
                type="button"
                className="button-plain link small"
                onClick={() => put({ answers: draft.answers.filter((each) => each !== answer) })}
              >
                {t.takeBack}
                <span className="unseen"> {nameOf(answer)}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
