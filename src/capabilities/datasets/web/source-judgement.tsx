import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { judgeSource, type Source, type SourceState } from '../contract.ts';
import { sourceTexts } from './source-texts.ts';
import { useNameOf } from './use-name-of.ts';

interface SourceJudgementProps {
  source: Source;
  problemId: string;
  isReadOnly: boolean;
}

/** Chosen or rejected, by whom and why; and the way to say so. */
export function SourceJudgement({ source, problemId, isReadOnly }: SourceJudgementProps) {
  const t = useTexts(sourceTexts);
  const formats = useFormats();
  const nameOf = useNameOf();
  const [asked, setAsked] = useState<SourceState | null>(null);
  const judge = useAsk(judgeSource);
  const { id, title, state, stateReason, stateBy, stateAt } = source;
  const params = { problemId, sourceId: id };
  const complain = (error: Error) => say(error.message);
  const give = (to: SourceState, reason: string) =>
    void judge.mutateAsync({ params, body: { state: to, reason } }).then(() => setAsked(null), complain);
  const others = (['chosen', 'rejected'] as const).filter((each) => each !== state);
  if (asked !== null)
    return <ReasonForm {...{ asked, title }} opener={`${asked}-${id}`} give={give} close={() => setAsked(null)} />;
  return (
    <div className="stack stack--tight">
      {stateBy === null || stateAt === null ? null : (
        <p className="small">
          {t.judged({ state: t.states[state], by: nameOf(stateBy), date: formats.date(stateAt) })}: {stateReason}
        </p>
      )}
      {isReadOnly ? null : (
        <div className="row">
          {others.map((to) => (
            <Button key={to} id={`${to}-${id}`} onClick={() => setAsked(to)}>
              {to === 'chosen' ? t.choose : t.reject}
              <span className="unseen"> {title}</span>
            </Button>
          ))}
          {state === 'proposed' ? null : (
            <button type="button" className="button-plain link small" onClick={() => give('proposed', '')}>
              {t.reopen}
              <span className="unseen"> {title}</span>
            </button>
          )}
        </div>
      )}
    </div>
  );
}

interface ReasonFormProps {
  asked: SourceState;
  title: string;
  opener: string;
  give: (state: SourceState, reason: string) => void;
  close: () => void;
}

function ReasonForm({ asked, title, opener, give, close }: ReasonFormProps) {
  const t = useTexts(sourceTexts);
  const first = useOpenedForm<HTMLTextAreaElement>(opener);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return setMissing(true);
    give(asked, reason.trim());
  };
  return (
    <form className="stack stack--tight data-form" noValidate onSubmit={submit}>
      <Textarea
        label={t.why[asked]}
        description={title}
        autosize
        minRows={2}
        maxLength={5000}
        ref={first}
        value={reason}
        error={isMissing ? t.reasonNeeded : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" variant="filled">
          {asked === 'chosen' ? t.choose : t.reject}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}
