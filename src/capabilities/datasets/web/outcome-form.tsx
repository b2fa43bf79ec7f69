import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import type { ColumnProfile } from '../../statistics/contract.ts';
import { type Outcome, tellOutcome, type Version } from '../contract.ts';
import { outcomeTexts } from './outcome-texts.ts';

interface OutcomeFormProps {
  problemId: string;
  version: Version;
  outcome: Outcome | null;
  columns: readonly ColumnProfile[];
  opener: string;
  close: () => void;
}

/** Which column a model is to tell, and of two values which one counts. */
export function OutcomeForm({ problemId, version, outcome, columns, opener, close }: OutcomeFormProps) {
  const t = useTexts(outcomeTexts);
  const first = useOpenedForm<HTMLSelectElement>(opener);
  const tell = useAsk(tellOutcome);
  const [column, setColumn] = useState(outcome?.column ?? '');
  const [positive, setPositive] = useState(outcome?.positive ?? '');
  const values = twoValuesOf(columns.find(({ name }) => name === column));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const counted = values.includes(positive) ? positive : null;
    tell
      .mutateAsync({
        params: { problemId, datasetId: version.datasetId },
        body: { column: column === '' ? null : column, positive: counted },
      })
      .then(close, (error: Error) => say(error.message));
  };
  return (
    <form className="stack data-form" noValidate onSubmit={submit} aria-label={t.tell}>
      <NativeSelect
        label={t.column}
        ref={first}
        maw={420}
        value={column}
        data={[{ value: '', label: t.nobody }, ...version.columns.map(({ name }) => ({ value: name, label: name }))]}
        onChange={(event) => setColumn(event.currentTarget.value)}
      />
      {values.length === 0 ? null : (
        <NativeSelect
          label={t.positive}
          description={t.positiveHint}
          maw={420}
          value={values.includes(positive) ? positive : ''}
          data={[{ value: '', label: t.byItself }, ...values.map((value) => ({ value, label: value }))]}
          onChange={(event) => setPositive(event.currentTarget.value)}
        />
      )}
      <div className="row">
        <Button type="submit" variant="filled" loading={tell.isPending}>
          {t.keep}
        </Button>
        <Button onClick={close}>{t.cancel}</Button>
      </div>
    </form>
  );
}

/** Only of two values one counts against the other. */
function twoValuesOf(column: ColumnProfile | undefined): string[] {
  const values = column?.top?.other === 0 ? column.top.values.map(({ value }) => value) : [];
  return values.length === 2 ? values.toSorted() : [];
}
