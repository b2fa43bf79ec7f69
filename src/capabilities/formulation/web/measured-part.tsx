import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { usePeopleNames } from '../../identity/web/index.tsx';
import { type Draft, figureAtPath, sayFigure } from '../../value/web/index.ts';
import { leaveMeasuredFigure, listMeasuredFigures, type MeasuredFigure, takeMeasuredFigures } from '../contract.ts';
import { measuredTexts } from './measured-texts.ts';

interface MeasuredPartProps {
  problemId: string;
  /** the value model as it stands */
  draft: Draft;
  field: string | undefined;
  isReadOnly: boolean;
}

/** What was measured in the data, to be taken over into the value model or left; nothing where nothing was measured. */
export function MeasuredPart({ problemId, draft, field, isReadOnly }: MeasuredPartProps) {
  const t = useTexts(measuredTexts);
  const { data } = useAnswer(listMeasuredFigures, { params: { problemId } });
  const take = useTaking(problemId, data?.version ?? 0);
  const section = useRef<HTMLElement>(null);
  const isThere = data !== undefined && data.figures.length > 0;
  useEffect(() => {
    if (isThere && field === 'measured') section.current?.focus();
  }, [isThere, field]);
  if (!isThere) return null;
  const waiting = data.figures.filter(({ state }) => state === 'proposed');
  return (
    <section className="sheet stack" aria-labelledby="measured-title" tabIndex={-1} ref={section}>
      <h3 id="measured-title">{t.title}</h3>
      {waiting.length === 0 ? null : <p className="quiet">{t.lead}</p>}
      {waiting.length === 0 ? null : (
        <ul className="plain-list stack">
          {waiting.map((figure) => (
            <Waiting key={figure.id} {...{ figure, draft, problemId, isReadOnly, take }} />
          ))}
        </ul>
      )}
      {waiting.length > 1 && !isReadOnly ? (
        <div>
          <Button loading={take.isBusy} onClick={() => take.these(waiting)}>
            {t.takeAll}
          </Button>
        </div>
      ) : null}
      <Settled figures={data.figures} draft={draft} />
    </section>
  );
}

function useTaking(problemId: string, version: number) {
  const t = useTexts(measuredTexts);
  const take = useAsk(takeMeasuredFigures);
  return {
    isBusy: take.isPending,
    these: (figures: readonly MeasuredFigure[]) =>
      void take.mutateAsync({ params: { problemId }, body: { ids: figures.map(({ id }) => id) }, version }).then(
        () => say(t.taken),
        (error: Error) => say(error.message),
      ),
  };
}

interface WaitingProps {
  figure: MeasuredFigure;
  draft: Draft;
  problemId: string;
  isReadOnly: boolean;
  take: ReturnType<typeof useTaking>;
}

function Waiting({ figure, draft, problemId, isReadOnly, take }: WaitingProps) {
  const t = useTexts(measuredTexts);
  const locale = useLocale();
  const formats = useFormats();
  const [isLeaving, setLeaving] = useState(false);
  const { path, value, dataset, how, proposedAt } = figure;
  const { name, value: measured, range } = sayFigure({ draft, path, value }, locale);
  const now = sayFigure({ draft, path, value: figureAtPath(draft, path) }, locale);
  return (
    <li className="listing stack stack--tight">
      <p>
        <strong>{t.measured({ name, value: measured })}</strong>{' '}
        {range ? <span className="quiet">{t.range({ range })}, </span> : null}
        <span className="quiet">{t.instead({ value: now.value })}</span>
      </p>
      <p className="small quiet">{t.from({ dataset, how, date: formats.date(proposedAt) })}</p>
      {isReadOnly || isLeaving ? null : (
        <div className="row">
          <Button variant="filled" loading={take.isBusy} onClick={() => take.these([figure])}>
            {t.take}
            <span className="unseen"> {name}</span>
          </Button>
          <Button onClick={() => setLeaving(true)}>
            {t.leave}
            <span className="unseen"> {name}</span>
          </Button>
        </div>
      )}
      {isLeaving ? <Leaving {...{ problemId, figure }} close={() => setLeaving(false)} /> : null}
    </li>
  );
}

function Leaving({ problemId, figure, close }: { problemId: string; figure: MeasuredFigure; close: () => void }) {
  const t = useTexts(measuredTexts);
  const leave = useAsk(leaveMeasuredFigure);
  const id = useId();
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    leave.mutateAsync({ params: { problemId, figureId: figure.id }, body: { reason: reason.trim() } }).then(
      () => say(t.left),
      (error: Error) => say(error.message),
    );
  };
  return (
    <form className="stack stack--tight" onSubmit={submit}>
      <Textarea
        id={id}
        label={t.leaveReason}
        autosize
        minRows={2}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="row">
        <Button type="submit" loading={leave.isPending} disabled={reason.trim() === ''}>
          {t.leave}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}

/** What became of the others, each with who and when. */
function Settled({ figures, draft }: { figures: readonly MeasuredFigure[]; draft: Draft }) {
  const t = useTexts(measuredTexts);
  const locale = useLocale();
  const formats = useFormats();
  const names = usePeopleNames();
  const settled = figures.filter(({ state }) => state === 'taken' || state === 'left');
  if (settled.length === 0) return null;
  return (
    <details>
      <summary>{t.settled({ count: settled.length })}</summary>
      <ul className="plain-list stack">
        {settled.map(({ id, path, value, was, state, reason, settledBy, settledAt }) => {
          const { name, value: measured } = sayFigure({ draft, path, value }, locale);
          const by = { name: names.get(settledBy ?? '') ?? '…', date: formats.date(settledAt ?? 0) };
          const before = sayFigure({ draft, path, value: was ?? {} }, locale).value;
          return (
            <li key={id}>
              <p>{t.measured({ name, value: measured })}</p>
              <p className="small quiet">
                {state === 'taken' ? t.wasTaken({ ...by, was: before }) : t.wasLeft({ ...by, reason })}
              </p>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
