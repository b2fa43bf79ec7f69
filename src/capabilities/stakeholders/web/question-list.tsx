import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useKeeping } from '../../../web/kit/form/use-keeping.ts';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import {
  askQuestion,
  editQuestion,
  type Question,
  removeQuestion,
  restoreQuestion,
  type Stakeholder,
} from '../contract.ts';
import { stakeholderTexts } from './texts.ts';

interface Within {
  problemId: string;
  isReadOnly: boolean;
}

/** What one stakeholder asks, or is asked: open until it has an answer. */
export function QuestionList({ stakeholder, ...within }: Within & { stakeholder: Stakeholder }) {
  const t = useTexts(stakeholderTexts).question;
  const [isAsking, setAsking] = useState(false);
  const ask = useAsk(askQuestion);
  const { problemId, isReadOnly } = within;
  const opener = `ask-${stakeholder.id}`;
  const params = { problemId, stakeholderId: stakeholder.id };
  if (isReadOnly && stakeholder.questions.length === 0) return null;
  return (
    <section className="stack stack--tight">
      {stakeholder.questions.length > 0 ? <h4>{t.title}</h4> : null}
      <ul className="plain-list">
        {stakeholder.questions.map((question) => (
          <QuestionEntry key={question.id} question={question} {...within} />
        ))}
      </ul>
      {isAsking ? (
        <OneTextForm
          label={t.text}
          start=""
          needed={t.needed}
          opener={opener}
          save={(text) => ask.mutateAsync({ params, body: { text } })}
          close={() => setAsking(false)}
        />
      ) : isReadOnly ? null : (
        <div className="small">
          <button id={opener} type="button" className="button-plain link" onClick={() => setAsking(true)}>
            {t.ask}
            <span className="unseen"> {stakeholder.name}</span>
          </button>
        </div>
      )}
    </section>
  );
}

function QuestionEntry({ question, problemId, isReadOnly }: Within & { question: Question }) {
  const texts = useTexts(stakeholderTexts);
  const t = texts.question;
  const formats = useFormats();
  const [isAnswering, setAnswering] = useState(false);
  const edit = useAsk(editQuestion);
  const { id, text, answer, isOpen, askedOn, answeredOn, version } = question;
  const params = { problemId, questionId: id };
  const remove = useRemove(params);
  return (
    <li className="heard__thing stack stack--tight">
      <p>
        {text}{' '}
        <span className={`heard__state${isOpen ? ' heard__state--asked' : ''}`}>
          {isOpen ? `${t.open}, ${t.asked({ date: formats.date(askedOn) })}` : ''}
          {answeredOn === null ? '' : t.answered({ date: formats.date(answeredOn) })}
        </span>
      </p>
      {isAnswering ? (
        <OneTextForm
          label={t.answerLabel}
          start={answer}
          version={version}
          opener={`answer-${id}`}
          save={(given, at) => edit.mutateAsync({ params, body: { answer: given }, version: at })}
          close={() => setAnswering(false)}
        />
      ) : answer === '' ? null : (
        <p className="prose quiet">{answer}</p>
      )}
      {isReadOnly || isAnswering ? null : (
        <div className="row small">
          <button id={`answer-${id}`} type="button" className="button-plain link" onClick={() => setAnswering(true)}>
            {isOpen ? t.answer : t.changeAnswer}
            <span className="unseen"> {text}</span>
          </button>
          <button type="button" className="button-plain link" onClick={remove}>
            {texts.remove}
            <span className="unseen"> {text}</span>
          </button>
        </div>
      )}
    </li>
  );
}

interface OneTextFormProps {
  label: string;
  start: string;
  /** what is said where nothing is written; absent: it may stay empty */
  needed?: string;
  version?: number;
  opener: string;
  save: (text: string, version: number) => Promise<unknown>;
  close: () => void;
}

function OneTextForm({ label, start, needed, version, opener, save, close }: OneTextFormProps) {
  const texts = useTexts(stakeholderTexts);
  const first = useOpenedForm<HTMLTextAreaElement>(opener);
  const [text, setText] = useState(start);
  const [problem, setProblem] = useState<string | null>(null);
  const { keep, isSaving } = useKeeping<string>({
    version,
    save,
    close,
    sayTheirs: (theirs) => (theirs as { answer: string }).answer,
    complain: setProblem,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (needed !== undefined && text.trim() === '') setProblem(needed);
    else void keep(text.trim());
  };
  return (
    <form className="stack stack--tight heard__form" noValidate onSubmit={submit}>
      <Textarea
        label={label}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={text}
        error={problem}
        ref={first}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {texts.keep}
        </Button>
        <Button onClick={close}>{texts.cancel}</Button>
      </div>
    </form>
  );
}

function useRemove(params: { problemId: string; questionId: string }): () => void {
  const t = useTexts(stakeholderTexts).question;
  const remove = useAsk(removeQuestion);
  const restore = useAsk(restoreQuestion);
  const complain = (error: Error) => say(error.message);
  const undo = () => void restore.mutateAsync({ params }).catch(complain);
  return () => void remove.mutateAsync({ params }).then(() => say(t.removed, undo), complain);
}
