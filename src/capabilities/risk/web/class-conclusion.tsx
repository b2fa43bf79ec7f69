import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import { useSave } from '../../../web/kit/query/use-answer.ts';
import { type AiActAssessment, aiActRoles, confirmAiAct, readAiAct } from '../contract.ts';
import type { PartProps } from './part-props.ts';
import { useKeep } from './use-keep.ts';
import { riskPageTexts } from './texts.ts';
import { lawTexts } from './law-texts.ts';

type ConclusionProps = PartProps & { data: AiActAssessment };

/** What the class means: its dates, the role under the Act, and who confirms it. */
export function ClassConclusion({ data, ...props }: ConclusionProps) {
  return (
    <>
      {data.dates.length > 0 ? <Dates dates={data.dates} /> : null}
      <Role {...{ data, ...props }} />
      <Confirmation {...{ data, ...props }} />
    </>
  );
}

function Dates({ dates }: Pick<AiActAssessment, 'dates'>) {
  const t = useTexts(lawTexts).dates;
  const formats = useFormats();
  return (
    <section className="stack stack--tight">
      <h4>{t.title}</h4>
      <Scrollable label={t.title}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.from}</th>
              <th scope="col">{t.what}</th>
              <th scope="col">{t.source}</th>
            </tr>
          </thead>
          <tbody>
            {dates.map((date) => (
              <tr key={date.id}>
                <th scope="row" className="risk-date">
                  {formats.date(date.from)}
                </th>
                <td>
                  {date.text} <span className="quiet">({date.article})</span>
                </td>
                <td className="quiet">
                  {date.source}; {t.asOf({ day: formats.date(date.asOf) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrollable>
    </section>
  );
}

function Role({ data, problemId, isReadOnly }: ConclusionProps) {
  const t = useTexts(lawTexts).role;
  const confirm = useSave(confirmAiAct, readAiAct);
  const { keep, problem } = useKeep(problemId);
  const put = (role: string) => {
    const body = { role: aiActRoles.find((each) => each === role) ?? null };
    void keep(() => confirm.mutateAsync({ params: { problemId }, body, version: data.version }));
  };
  return (
    <Radio.Group label={t.title} value={data.role ?? ''} error={problem} onChange={put}>
      <div className="stack stack--tight">
        {aiActRoles.map((role) => (
          <Radio key={role} value={role} label={t[role]} disabled={isReadOnly} />
        ))}
      </div>
    </Radio.Group>
  );
}

function Confirmation({ data, problemId, isReadOnly }: ConclusionProps) {
  const t = useTexts(lawTexts).confirm;
  const [isAsked, setAsked] = useState(false);
  const isAnswered = (data.confirmation?.isCurrent ?? false) && !isAsked;
  return (
    <section className="stack">
      <h4>{t.title}</h4>
      <ConfirmedWords confirmation={data.confirmation} />
      {isReadOnly ? null : isAnswered ? (
        <ChangeConfirmation ask={() => setAsked(true)} />
      ) : (
        <ConfirmForm {...{ data, problemId }} close={() => setAsked(false)} />
      )}
    </section>
  );
}

function ConfirmedWords({ confirmation }: Pick<AiActAssessment, 'confirmation'>) {
  const t = useTexts(lawTexts).confirm;
  const formats = useFormats();
  if (!confirmation) return null;
  const { name, remark, isCurrent } = confirmation;
  const on = formats.date(confirmation.on);
  return (
    <>
      {isCurrent ? <p>{t.confirmed({ name, on })}</p> : <p className="note">{t.outdated({ name, on })}</p>}
      {remark === '' ? null : <p className="prose quiet">{remark}</p>}
    </>
  );
}

function ChangeConfirmation({ ask }: { ask: () => void }) {
  const t = useTexts(riskPageTexts);
  const own = useTexts(lawTexts).confirm;
  return (
    <div>
      <button type="button" className="button-plain link small" onClick={ask}>
        {t.change}
        <span className="unseen"> {own.title}</span>
      </button>
    </div>
  );
}

function ConfirmForm({ data, problemId, close }: Omit<ConclusionProps, 'isReadOnly'> & { close: () => void }) {
  const t = useTexts(lawTexts).confirm;
  const confirm = useSave(confirmAiAct, readAiAct);
  const { keep, isSaving, problem, complain } = useKeep(problemId);
  const [confirmedBy, setName] = useState(data.confirmation?.name ?? '');
  const [remark, setRemark] = useState(data.confirmation?.remark ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (confirmedBy.trim() === '') return complain(t.needed);
    const body = { confirmedBy: confirmedBy.trim(), remark };
    void keep(() => confirm.mutateAsync({ params: { problemId }, body, version: data.version })).then(
      (isKept) => isKept && close(),
    );
  };
  return (
    <form className="stack risk-form" noValidate onSubmit={submit}>
      <TextInput
        label={t.name}
        description={t.hint}
        error={problem}
        maxLength={200}
        value={confirmedBy}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={t.remark}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={5000}
        value={remark}
        onChange={(event) => setRemark(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" variant="filled" loading={isSaving}>
          {t.button}
        </Button>
      </div>
    </form>
  );
}
