import { type ReactNode, useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { Talk } from '../../conversation/web/index.tsx';
import { editKeyResult, type KeyResult, removeKeyResult, restoreKeyResult } from '../contract.ts';
import { draftOf } from './key-result-draft.ts';
import { KeyResultForm } from './key-result-form.tsx';
import { requirementsTexts } from './requirements-texts.ts';
import { sayCourse } from './say-key-result.ts';
import { VerdictMarks } from './verdict-marks.tsx';

interface KeyResultRowProps {
  problemId: string;
  keyResult: KeyResult;
  isReadOnly: boolean;
  /** the address asked for this one: it opens for changing */
  isAsked: boolean;
  /** the address asked for what people think of it */
  isVerdictAsked: boolean;
  move: ReactNode;
}

export function KeyResultRow(props: KeyResultRowProps) {
  const { problemId, keyResult, isReadOnly, isAsked, isVerdictAsked, move } = props;
  const t = useTexts(requirementsTexts);
  const locale = useLocale();
  const [isEditing, setEditing] = useState(isAsked);
  const edit = useAsk(editKeyResult);
  const params = { problemId, keyResultId: keyResult.id };
  const remove = useRemoveKeyResult(params);
  const opener = `edit-${keyResult.id}`;
  if (isEditing) {
    return (
      <li className="key-result">
        <KeyResultForm
          start={draftOf(keyResult, locale)}
          opener={opener}
          version={keyResult.version}
          save={(body, version) => edit.mutateAsync({ params, body, version })}
          close={() => setEditing(false)}
        />
      </li>
    );
  }
  return (
    <li className="key-result">
      <KeyResultSentence keyResult={keyResult} />
      <VerdictMarks {...{ problemId, keyResult, isReadOnly }} isAsked={isVerdictAsked} />
      <div className="row small">
        {isReadOnly ? null : (
          <>
            <button id={opener} type="button" className="button-plain link" onClick={() => setEditing(true)}>
              {t.edit}
              <span className="unseen"> {keyResult.metric}</span>
            </button>
            {move}
            <button type="button" className="button-plain link" onClick={remove}>
              {t.remove}
              <span className="unseen"> {keyResult.metric}</span>
            </button>
          </>
        )}
        <Talk
          {...{ problemId }}
          anchor={{ kind: 'key_result', id: keyResult.id, field: null }}
          label={keyResult.metric}
        />
      </div>
    </li>
  );
}

type SaidKeyResult = Pick<KeyResult, 'metric' | 'unit' | 'baseline' | 'target' | 'by' | 'source'> &
  Partial<Pick<KeyResult, 'missing'>>;

/** A key result as a sentence: what, from where to where, by when, and how that is known. */
export function KeyResultSentence({ keyResult }: { keyResult: SaidKeyResult }) {
  const t = useTexts(requirementsTexts);
  const locale = useLocale();
  const formats = useFormats();
  const { metric, source, missing = [] } = keyResult;
  return (
    <div className="stack stack--tight">
      <p>
        <strong>{metric}</strong> {sayCourse(keyResult, locale)}.
      </p>
      {source ? <p className="small quiet">{t.measuredBy({ source })}</p> : null}
      {missing.length > 0 ? (
        <p className="small key-result__missing">
          {t.stillMissing({ fields: formats.list(missing.map((field) => t.fields[field])) })}
        </p>
      ) : null}
    </div>
  );
}

function useRemoveKeyResult(params: { problemId: string; keyResultId: string }): () => void {
  const t = useTexts(requirementsTexts);
  const remove = useAsk(removeKeyResult);
  const restore = useAsk(restoreKeyResult);
  const complain = (error: Error) => say(error.message);
  const undo = () => void restore.mutateAsync({ params }).catch(complain);
  // This part is gone by then, so what follows hangs on the promise and not on the part.
  return () => void remove.mutateAsync({ params }).then(() => say(t.removedKeyResult, undo), complain);
}
