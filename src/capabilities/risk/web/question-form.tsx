import { Button, Radio, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { ErrorSummary } from '../../../web/kit/form/error-summary.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import type { ShownQuestion } from '../contract.ts';
import type { Keep } from './use-keep.ts';
import { lawTexts } from './law-texts.ts';

export interface QuestionFormProps extends Pick<Keep, 'isSaving' | 'problem' | 'complain'> {
  question: ShownQuestion;
  /** how far it is, in words */
  progress: string | null;
  keep: (answer: { choice: string; reason: string }) => void;
  back: (() => void) | null;
  /** what else can be done here */
  more?: ReactNode;
}

/** One question of the law: its answers as a choice of one, and why. */
export function QuestionForm({ question, progress, keep, back, more, ...keeping }: QuestionFormProps) {
  const t = useTexts(lawTexts).question;
  const id = useId();
  const [choice, setChoice] = useState(question.given?.choice ?? '');
  const [reason, setReason] = useState(question.given?.reason ?? '');
  const { isSaving, problem, complain } = keeping;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const chosen = question.choices.find((each) => each.id === choice);
    if (!chosen) complain(t.choose);
    else if (chosen.needsReason && reason.trim() === '') complain(t.reasonNeeded);
    else keep({ choice, reason: reason.trim() });
  };
  return (
    <form className="stack risk-question" noValidate onSubmit={submit}>
      <ErrorSummary problems={problem === null ? [] : [{ field: null, message: problem }]} />
      <div className="stack stack--tight">
        {progress === null ? null : <p className="overline">{progress}</p>}
        <h4 className="question__label" id={`${id}-label`}>
          {question.text}
        </h4>
        <p className="question__hint" id={`${id}-hint`}>
          {question.hint}
        </p>
        <p className="small quiet">{t.article({ article: question.article })}</p>
      </div>
      <Choices {...{ question, choice, setChoice }} labelId={`${id}-label`} hintId={`${id}-hint`} />
      <Textarea
        label={t.reason}
        description={t.reasonHint}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={5000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {t.next}
        </Button>
        {back ? <Button onClick={back}>{t.back}</Button> : null}
        {more}
      </div>
    </form>
  );
}

interface ChoicesProps {
  question: ShownQuestion;
  choice: string;
  setChoice: (choice: string) => void;
  labelId: string;
  hintId: string;
}

function Choices({ question, choice, setChoice, labelId, hintId }: ChoicesProps) {
  const groups = Map.groupBy(question.choices, (each) => each.group);
  return (
    <Radio.Group value={choice} onChange={setChoice} aria-labelledby={labelId} aria-describedby={hintId}>
      <div className="risk-choices">
        {[...groups].map(([group, choices]) => (
          <div key={group ?? ''} className="stack stack--tight">
            {group === null ? null : <p className="overline">{group}</p>}
            {choices.map((each) => (
              <Radio key={each.id} value={each.id} label={<ChoiceWords choice={each} />} />
            ))}
          </div>
        ))}
      </div>
    </Radio.Group>
  );
}

function ChoiceWords({ choice: { text, article } }: { choice: ShownQuestion['choices'][number] }) {
  return (
    <>
      {text}
      {article === null ? null : <span className="small quiet"> {article}</span>}
    </>
  );
}
