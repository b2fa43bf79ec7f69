import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { type AiActAssessment, answerAiAct, readAiAct } from '../contract.ts';
import { ClassConclusion } from './class-conclusion.tsx';
import { LowestClass } from './lowest-class.tsx';
import type { PartProps } from './part-props.ts';
import { PathTree } from './path-tree.tsx';
import { QuestionForm } from './question-form.tsx';
import { useKeep } from './use-keep.ts';
import { lawTexts } from './law-texts.ts';

interface ClassPartProps extends PartProps {
  /** all that the law names on one page, as the guided way asks it; otherwise the questions come one by one */
  isAtOnce: boolean;
}

/** The class by its tree: the question that is open, the way so far, and at its end what follows. */
export function ClassPart(props: ClassPartProps) {
  const query = useAnswer(readAiAct, { params: { problemId: props.problemId } });
  return <AwaitQuery query={query}>{(data) => <Tree {...props} data={data} />}</AwaitQuery>;
}

function Tree({ data, problemId, isReadOnly, isAtOnce: isGuided }: ClassPartProps & { data: AiActAssessment }) {
  const [asked, ask] = useState<string | null>(null);
  const [isAtOnce, setAtOnce] = useState(isGuided);
  const isBegun = data.path.length > 0;
  if (isAtOnce && !isBegun && !isReadOnly)
    return <LowestClass {...{ data, problemId }} leave={() => setAtOnce(false)} />;
  const shown = isReadOnly ? null : (asked ?? data.openQuestion);
  return (
    <div className="risk-tree">
      <div className="stack stack--wide risk-tree__main">
        {isBegun || isReadOnly ? null : <AtOnce ask={() => setAtOnce(true)} />}
        {shown === null ? null : <AskedQuestion key={shown} {...{ data, problemId, shown, ask }} />}
        {shown === null && data.leaf !== null ? <ClassConclusion {...{ data, problemId, isReadOnly }} /> : null}
      </div>
      <Way {...{ data, isReadOnly, ask }} />
    </div>
  );
}

function AtOnce({ ask }: { ask: () => void }) {
  const t = useTexts(lawTexts).atOnce;
  return (
    <p>
      {t.offer}{' '}
      <button type="button" className="button-plain link" onClick={ask}>
        {t.ask}
      </button>
    </p>
  );
}

interface AskedQuestionProps extends Pick<PartProps, 'problemId'> {
  data: AiActAssessment;
  shown: string;
  /** null: whatever is open */
  ask: (question: string | null) => void;
}

function AskedQuestion({ data, problemId, shown, ask }: AskedQuestionProps) {
  const t = useTexts(lawTexts).question;
  const answer = useAsk(answerAiAct);
  const { keep, ...keeping } = useKeep(problemId);
  const question = data.questions.find((each) => each.id === shown);
  if (!question) return null;
  const steps = data.path.map((step) => step.question);
  const at = steps.includes(shown) ? steps.indexOf(shown) : steps.length;
  const before = steps[at - 1];
  const put = (body: { choice: string; reason: string }) =>
    void keep(() => answer.mutateAsync({ params: { problemId, question: shown }, body, version: data.version })).then(
      (isKept) => {
        if (isKept) ask(nextAfter(shown, { data, isSame: body.choice === question.given?.choice }));
      },
    );
  return (
    <QuestionForm
      {...{ question, ...keeping }}
      progress={null}
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

/** An answer that stays the same goes on along the way; another one opens a new way. */
function nextAfter(shown: string, { data, isSame }: { data: AiActAssessment; isSame: boolean }): string | null {
  const steps = data.path.map((step) => step.question);
  const at = steps.indexOf(shown);
  return isSame && at >= 0 ? (steps[at + 1] ?? null) : null;
}

function Way({ data, isReadOnly, ask }: Pick<AskedQuestionProps, 'data' | 'ask'> & Pick<PartProps, 'isReadOnly'>) {
  const own = useTexts(lawTexts).path;
  const formats = useFormats();
  return (
    <section className="stack risk-tree__way" aria-label={own.title}>
      <h4>{own.title}</h4>
      <PathTree data={data} />
      <ol className="risk-steps small">
        {data.path.map((step) => (
          <li key={step.question}>
            <span className="quiet">{step.questionText}</span> <strong>{step.choiceText}</strong>
            {step.reason === '' ? null : <span className="prose risk-steps__reason">{step.reason}</span>}
            {isReadOnly ? null : (
              <button type="button" className="button-plain link" onClick={() => ask(step.question)}>
                {own.changeAnswer}
                <span className="unseen"> {step.questionText}</span>
              </button>
            )}
          </li>
        ))}
      </ol>
      <p className="small quiet">{own.law({ source: data.source, asOf: formats.date(data.asOf) })}</p>
    </section>
  );
}
