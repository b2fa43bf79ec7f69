import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { lookAtColumns } from '../contract.ts';
import type { ExploreProps, Outcome } from './explore-part.tsx';
import { exploreTexts } from './explore-texts.ts';
import { LookCard } from './look-card.tsx';

interface LooksPartProps extends ExploreProps {
  outcome: Outcome;
  choose: (outcome: Outcome) => void;
}

/** Every column as a small chart, what goes with the outcome most first. */
export function LooksPart({ outcome, choose, ...props }: LooksPartProps) {
  const t = useTexts(exploreTexts).looks;
  const formats = useFormats();
  const { target, positive } = outcome;
  const query = useAnswer(lookAtColumns, {
    params: { problemId: props.problemId, versionId: props.versionId },
    query: { ...(target === null ? {} : { target }), ...(target === null || positive === '' ? {} : { positive }) },
  });
  return (
    <section className="stack" aria-labelledby="looks-title">
      <h2 id="looks-title">{t.title}</h2>
      <OutcomeForm columns={props.columns} outcome={outcome} choose={choose} />
      <AwaitQuery query={query} lines={8}>
        {({ columns, leftOut, target: against }) => (
          <>
            <ul className="plain-list looks">
              {columns.map(({ column, strength, sentence, chart }) => (
                <LookCard
                  key={column}
                  {...props}
                  look={{ id: `look-${column}`, sentence, chart, spec: specOf(column, against) }}
                  about={strength === null ? null : t.strength({ share: formats.number(strength) })}
                />
              ))}
            </ul>
            {leftOut.length > 0 ? <p className="quiet">{t.leftOut({ columns: formats.list(leftOut) })}</p> : null}
          </>
        )}
      </AwaitQuery>
    </section>
  );
}

const specOf = (x: string, target: { column: string; positive: string | null } | null) => ({
  x,
  ...(target === null
    ? {}
    : { target: { column: target.column, ...(target.positive === null ? {} : { positive: target.positive }) } }),
});

type OutcomeFormProps = Pick<LooksPartProps, 'columns' | 'outcome' | 'choose'>;

function OutcomeForm({ columns, outcome, choose }: OutcomeFormProps) {
  const t = useTexts(exploreTexts).looks;
  const [positive, setPositive] = useState(outcome.positive);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    choose({ ...outcome, positive: positive.trim() });
  };
  return (
    <form className="row explore__choice not-printed" onSubmit={submit}>
      <NativeSelect
        label={t.target}
        value={outcome.target ?? ''}
        data={[{ value: '', label: t.noTarget }, ...columns.map((name) => ({ value: name, label: name }))]}
        onChange={(event) => {
          setPositive('');
          choose({ target: event.currentTarget.value || null, positive: '' });
        }}
      />
      {outcome.target === null ? null : (
        <>
          <TextInput
            label={t.positive}
            description={t.positiveHint}
            maxLength={500}
            value={positive}
            onChange={(event) => setPositive(event.currentTarget.value)}
          />
          <Button type="submit">{t.look}</Button>
        </>
      )}
    </form>
  );
}
