import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { useToday } from '../../../web/kit/language/use-today.ts';
import { type Condition, conditionStage } from '../../decisions/contract.ts';
import { usePeopleNames } from '../../identity/web/index.tsx';
import { listConditions, meetCondition, type ShownCondition } from '../contract.ts';
import { decisionTexts } from './decision-texts.ts';
import { gatePageTexts } from './gate-page-texts.ts';

/** What a go was given on: each condition with its date, and what met it. */
export function ConditionsPart({ problemId, isReadOnly }: { problemId: string; isReadOnly: boolean }) {
  const texts = useTexts(gatePageTexts);
  const query = useAnswer(listConditions, { params: { problemId } });
  const conditions = query.data?.conditions ?? [];
  if (conditions.length === 0) return null;
  return (
    <section className="stack">
      <h3>{texts.conditions}</h3>
      <ul className="plain-list evidence">
        {conditions.map((condition) => (
          <ConditionLine key={condition.id} {...{ condition, problemId, isReadOnly }} />
        ))}
      </ul>
    </section>
  );
}

interface LineProps {
  condition: ShownCondition;
  problemId: string;
  isReadOnly: boolean;
}

function ConditionLine({ condition, problemId, isReadOnly }: LineProps) {
  const texts = useTexts(gatePageTexts);
  const formats = useFormats();
  const names = usePeopleNames();
  const { text, due, blocks, metAt, ownerId } = condition;
  const isMet = metAt !== null;
  return (
    <li className={`evidence__item${isMet ? ' evidence__item--done' : ''}`}>
      <span className="evidence__mark" aria-hidden="true">
        {isMet ? '✓' : '○'}
      </span>
      <div>
        {texts.conditionLine({ text, due: formats.date(due), blocks: texts.gateNames[blocks] })}{' '}
        {ownerId === null ? null : texts.seenTo({ name: names.get(ownerId) ?? '…' })}{' '}
        {isMet ? <Met condition={condition} metAt={metAt} /> : <StillOpen due={due} />}
        {isReadOnly || !condition.youMayMeet ? null : isMet ? (
          <GoingBack {...{ condition, problemId }} />
        ) : (
          <Meeting {...{ condition, problemId }} />
        )}
      </div>
    </li>
  );
}

function Met({ condition: { evidence, metBy }, metAt }: { condition: Condition; metAt: number }) {
  const texts = useTexts(gatePageTexts);
  const formats = useFormats();
  const name = usePeopleNames().get(metBy ?? '') ?? '…';
  return <p className="small">{texts.met({ name, date: formats.date(metAt), evidence: evidence ?? '' })}</p>;
}

/** That it is open, and how near its date is. */
function StillOpen({ due }: { due: string }) {
  const texts = useTexts(gatePageTexts);
  const stage = conditionStage(due, useToday());
  const past = stage === 'overdue' ? ' station__near--past' : '';
  return (
    <>
      <span className="unseen">({texts.open})</span>
      {stage === null ? null : <strong className={`station__near${past}`}>{texts.stages[stage]}</strong>}
    </>
  );
}

/** What seemed met may turn out not to be: it holds the later gate back again. */
function GoingBack({ condition, problemId }: Omit<LineProps, 'isReadOnly'>) {
  const texts = useTexts(gatePageTexts);
  const meet = useAsk(meetCondition);
  const params = { problemId, conditionId: condition.id };
  const complain = (error: Error) => say(error.message);
  const goBack = () =>
    void meet.mutateAsync({ params, body: { evidence: null } }).then(() => say(texts.openAgain), complain);
  return (
    <button type="button" className="button-plain link small" onClick={goBack} disabled={meet.isPending}>
      {texts.notMet}
      <span className="unseen"> {condition.text}</span>
    </button>
  );
}

function Meeting({ condition, problemId }: Omit<LineProps, 'isReadOnly'>) {
  const texts = useTexts(gatePageTexts);
  const t = useTexts(decisionTexts);
  const id = useId();
  const [evidence, setEvidence] = useState<string | null>(null);
  const meet = useAsk(meetCondition);
  const params = { problemId, conditionId: condition.id };
  if (evidence === null) {
    return (
      <button type="button" className="button-plain link small" onClick={() => setEvidence('')}>
        {texts.meet}
        <span className="unseen"> {condition.text}</span>
      </button>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const complain = (error: Error) => say(error.message);
    const undo = () => void meet.mutateAsync({ params, body: { evidence: null } }).catch(complain);
    meet.mutateAsync({ params, body: { evidence } }).then(() => say(texts.meet, undo), complain);
  };
  return (
    <form className="stack stack--tight" onSubmit={submit}>
      <Textarea
        id={id}
        label={texts.metBy}
        autosize
        minRows={2}
        maxLength={5000}
        value={evidence}
        onChange={(event) => setEvidence(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" loading={meet.isPending} disabled={evidence.trim() === ''}>
          {texts.meet}
        </Button>
        <Button onClick={() => setEvidence(null)}>{t.cancel}</Button>
      </div>
    </form>
  );
}
