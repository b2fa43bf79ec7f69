import { Button } from '@mantine/core';
import { useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { judgeSource, type Source, type SourceState } from '../contract.ts';
import { ReasonForm } from './reason-form.tsx';
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
  const give = (to: SourceState, reason: string) =>
    judge.mutateAsync({ params, body: { state: to, reason } }).then(() => setAsked(null));
  const reopen = () => void give('proposed', '').catch((error: Error) => say(error.message));
  const others = (['chosen', 'rejected'] as const).filter((each) => each !== state);
  if (asked !== null)
    return (
      <ReasonForm
        words={{
          reason: t.why[asked],
          needed: t.reasonNeeded,
          yes: asked === 'chosen' ? t.choose : t.reject,
          cancel: t.cancel,
        }}
        opener={`${asked}-${id}`}
        about={title}
        most={5000}
        isSaving={judge.isPending}
        give={(reason) => give(asked, reason)}
        close={() => setAsked(null)}
      />
    );
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
            <button type="button" className="button-plain link small" onClick={reopen}>
              {t.reopen}
              <span className="unseen"> {title}</span>
            </button>
          )}
        </div>
      )}
    </div>
  );
}
