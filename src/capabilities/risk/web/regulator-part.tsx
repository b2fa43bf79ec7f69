import { Button, Checkbox, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorSummary } from '../../../web/kit/form/error-summary.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { answerRegulator, readRegulatorList, type RegulatorList } from '../contract.ts';
import type { PartProps } from './part-props.ts';
import { useKeep } from './use-keep.ts';
import { riskPageTexts } from './texts.ts';

type Row = RegulatorList['rows'][number];

/** What a regulator would ask, how far it is answered, and each row where it can be answered. */
export function RegulatorPart(props: PartProps) {
  const query = useAnswer(readRegulatorList, { params: { problemId: props.problemId } });
  return <AwaitQuery query={query}>{(data) => <Rows {...props} list={data} />}</AwaitQuery>;
}

function Rows({ list, ...props }: PartProps & { list: RegulatorList }) {
  return (
    <div className="stack">
      <div className="risk-completeness" aria-hidden="true">
        <div style={{ width: `${list.completeness}%` }} />
      </div>
      <ul className="plain-list">
        {list.rows.map((row) => (
          <RegulatorRow key={row.row} {...{ row, ...props }} version={list.version} />
        ))}
      </ul>
    </div>
  );
}

type RowProps = PartProps & { row: Row; version: number };

function RegulatorRow({ row, version, problemId, isReadOnly }: RowProps) {
  const t = useTexts(riskPageTexts).regulator;
  const [isEditing, setEditing] = useState(false);
  const opener = `regulator-${row.row}`;
  return (
    <li className="risk-row risk-row--asked">
      <p className={`risk-state risk-state--${row.state}`}>{t.states[row.state]}</p>
      <div className="stack stack--tight">
        <p>
          <strong>{row.question}</strong>
        </p>
        {row.known.map((sentence) => (
          <p key={sentence} className="prose">
            {sentence}
          </p>
        ))}
        {row.text === '' || isEditing ? null : (
          <p className="prose">{row.isNotApplicable ? t.because({ reason: row.text }) : row.text}</p>
        )}
        <p className="small quiet">{t.askedBy({ places: row.askedBy })}</p>
        {isEditing ? (
          <RowForm {...{ row, version, problemId, opener }} close={() => setEditing(false)} />
        ) : isReadOnly ? null : (
          <div className="small">
            <button id={opener} type="button" className="button-plain link" onClick={() => setEditing(true)}>
              {row.state === 'missing' ? t.answer : t.addTo}
              <span className="unseen"> {row.question}</span>
            </button>
          </div>
        )}
      </div>
    </li>
  );
}

function RowForm({
  row,
  version,
  problemId,
  opener,
  close,
}: Omit<RowProps, 'isReadOnly'> & { opener: string; close: () => void }) {
  const t = useTexts(riskPageTexts);
  const answer = useAsk(answerRegulator);
  const first = useOpenedForm<HTMLTextAreaElement>(opener);
  const { keep, isSaving, problem, complain } = useKeep(problemId);
  const [text, setText] = useState(row.text);
  const [isNotApplicable, setNotApplicable] = useState(row.isNotApplicable);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isNotApplicable && text.trim() === '') return complain(t.regulator.reasonNeeded);
    const body = { text: text.trim(), isNotApplicable };
    void keep(() => answer.mutateAsync({ params: { problemId, row: row.row }, body, version })).then(
      (isKept) => isKept && close(),
    );
  };
  return (
    <form className="stack risk-form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problem === null ? [] : [{ field: null, message: problem }]} />
      <Textarea
        label={t.regulator.text}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={5000}
        value={text}
        ref={first}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Checkbox
        label={t.regulator.notApplicable}
        checked={isNotApplicable}
        onChange={(event) => setNotApplicable(event.currentTarget.checked)}
      />
      <div className="row">
        <Button type="submit" variant="filled" loading={isSaving}>
          {t.keep}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}
