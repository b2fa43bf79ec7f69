import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { AutosavedText } from '../../../web/kit/form/autosaved-text.tsx';
import { useAutosave } from '../../../web/kit/form/use-autosave.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { answerDpia, type DpiaAssessment, readDpia, writeDpia } from '../contract.ts';
import type { PartProps } from './part-props.ts';
import { QuestionForm } from './question-form.tsx';
import { useKeep } from './use-keep.ts';
import { riskPageTexts } from './texts.ts';
import { lawTexts } from './law-texts.ts';

/** Is an assessment of data protection needed? One question at a time, as far as they bear on the verdict. */
export function DpiaPart(props: PartProps) {
  const query = useAnswer(readDpia, { params: { problemId: props.problemId } });
  return <AwaitQuery query={query}>{(data) => <Dpia {...props} data={data} />}</AwaitQuery>;
}

type DpiaProps = PartProps & { data: DpiaAssessment };

function Dpia({ data, problemId, isReadOnly }: DpiaProps) {
  const [asked, ask] = useState<string | null>(null);
  const shown = isReadOnly ? null : (asked ?? data.openQuestion);
  return (
    <>
      {shown === null ? null : <AskedQuestion key={shown} {...{ data, problemId, shown, ask }} />}
      {data.verdict === 'needed' || data.dpoAdvice !== '' ? <Advice {...{ data, problemId, isReadOnly }} /> : null}
      <Answers {...{ data, isReadOnly, ask }} />
    </>
  );
}

interface AskedProps extends Omit<DpiaProps, 'isReadOnly'> {
  shown: string;
  /** null: whatever is open */
  ask: (question: string | null) => void;
}

function AskedQuestion({ data, problemId, shown, ask }: AskedProps) {
  const t = useTexts(lawTexts).question;
  const answer = useAsk(answerDpia);
  const { keep, ...keeping } = useKeep(problemId);
  const order = data.questions.map(({ id }) => id);
  const at = order.indexOf(shown);
  const question = data.questions[at];
  if (!question) return null;
  const before = order[at - 1];
  const put = (body: { choice: string; reason: string }) =>
    void keep(() => answer.mutateAsync({ params: { problemId, question: shown }, body, version: data.version })).then(
      (isKept) => isKept && ask(null),
    );
  return (
    <QuestionForm
      {...{ question, ...keeping }}
      progress={t.of({ number: at + 1, all: order.length })}
      keep={put}
      back={before === undefined ? null : () => ask(before)}
      more={
        data.openQuestion === null ? (
          <Button variant="subtle" onClick={() => ask(null)}>
            {t.toEnd}
          </Button>
        ) : null
      }
    />
  );
}

/** Everything that was answered, with a way to answer it anew, also where the verdict stands already. */
function Answers({ data, isReadOnly, ask }: Pick<AskedProps, 'data' | 'ask'> & Pick<PartProps, 'isReadOnly'>) {
  const t = useTexts(riskPageTexts);
  const own = useTexts(lawTexts).dpia;
  const shown = data.questions.filter(({ isAsked }) => isAsked);
  if (shown.every(({ given }) => given === null)) return null;
  return (
    <section className="stack stack--tight">
      <h4>{own.answers}</h4>
      <ul className="plain-list">
        {shown.map((question) => (
          <li key={question.id} className="risk-answer">
            <div className="stack stack--tight">
              <p>
                {question.text}{' '}
                <strong>
                  {question.choices.find(({ id }) => id === question.given?.choice)?.text ?? own.unanswered}
                </strong>
              </p>
              {question.given?.reason ? <p className="prose small quiet">{question.given.reason}</p> : null}
            </div>
            {isReadOnly ? null : (
              <button type="button" className="button-plain link small" onClick={() => ask(question.id)}>
                {t.change}
                <span className="unseen"> {question.text}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Advice({ data, problemId, isReadOnly }: DpiaProps) {
  const t = useTexts(lawTexts).dpia;
  if (!isReadOnly) return <AdviceText {...{ data, problemId }} />;
  return (
    <section className="stack stack--tight">
      <h4>{t.advice}</h4>
      <p className="prose">{data.dpoAdvice || t.noAdvice}</p>
    </section>
  );
}

function AdviceText({ data, problemId }: Omit<DpiaProps, 'isReadOnly'>) {
  const t = useTexts(lawTexts).dpia;
  const write = useAsk(writeDpia);
  const id = useId();
  const text = useAutosave({
    saved: data.dpoAdvice,
    version: data.version,
    save: async (dpoAdvice, version) =>
      (await write.mutateAsync({ params: { problemId }, body: { dpoAdvice }, version })).version,
    theirs: (given) => (given as { dpoAdvice?: string } | null)?.dpoAdvice ?? '',
  });
  return (
    <section className="question">
      <AutosavedText text={text} id={id} label={t.advice} hint={t.adviceHint} />
    </section>
  );
}
