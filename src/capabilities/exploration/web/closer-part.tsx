import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { drawChart } from '../contract.ts';
import type { ExploreProps, Outcome } from './explore-part.tsx';
import { exploreTexts } from './explore-texts.ts';
import { LookCard } from './look-card.tsx';

const units = ['hour', 'day', 'week', 'month', 'year', 'decade'] as const;
type Unit = (typeof units)[number];

interface Choice {
  column: string;
  by: string;
  unit: Unit | '';
  only: string;
  onlyValue: string;
}

/** One column closer: with a second one, by another unit of time, or only some rows. */
export function CloserPart({ outcome, ...props }: ExploreProps & { outcome: Outcome }) {
  const t = useTexts(exploreTexts).closer;
  const [choice, setChoice] = useState<Choice>({ column: '', by: '', unit: '', only: '', onlyValue: '' });
  const column = choice.column || (props.columns[0] ?? '');
  return (
    <section className="stack" aria-labelledby="closer-title">
      <h2 id="closer-title">{t.title}</h2>
      <CloserForm columns={props.columns} choice={{ ...choice, column }} choose={setChoice} />
      {column === '' ? null : <CloserLook {...props} outcome={outcome} choice={{ ...choice, column }} />}
    </section>
  );
}

function CloserLook({ outcome, choice, ...props }: ExploreProps & { outcome: Outcome; choice: Choice }) {
  const { column, by, unit, only, onlyValue } = choice;
  const { target, positive } = outcome;
  const query = useAnswer(drawChart, {
    params: { problemId: props.problemId, versionId: props.versionId },
    query: {
      column,
      ...(by === '' ? {} : { by }),
      ...(unit === '' ? {} : { unit }),
      ...(target === null ? {} : { target }),
      ...(target === null || positive === '' ? {} : { positive }),
      ...(only === '' ? {} : { only }),
      ...(only === '' || onlyValue === '' ? {} : { onlyValue }),
    },
  });
  return (
    <AwaitQuery query={query} lines={6}>
      {({ spec, sentence, chart }) => (
        <ul className="plain-list">
          <LookCard {...props} look={{ id: 'closer', spec, sentence, chart }} about={null} />
        </ul>
      )}
    </AwaitQuery>
  );
}

interface CloserFormProps {
  columns: readonly string[];
  choice: Choice;
  choose: (choice: Choice) => void;
}

function CloserForm({ columns, choice, choose }: CloserFormProps) {
  const t = useTexts(exploreTexts).closer;
  const put = (part: Partial<Choice>) => choose({ ...choice, ...part });
  const named = columns.map((name) => ({ value: name, label: name }));
  return (
    <div className="row explore__choice not-printed">
      <NativeSelect
        label={t.column}
        value={choice.column}
        data={named}
        onChange={(event) => put({ column: event.currentTarget.value })}
      />
      <NativeSelect
        label={t.by}
        value={choice.by}
        data={[{ value: '', label: t.none }, ...named]}
        onChange={(event) => put({ by: event.currentTarget.value })}
      />
      <NativeSelect
        label={t.unit}
        value={choice.unit}
        data={[{ value: '', label: t.itsSpan }, ...units.map((unit) => ({ value: unit, label: t.units[unit] }))]}
        onChange={(event) => put({ unit: event.currentTarget.value as Unit | '' })}
      />
      <NativeSelect
        label={t.only}
        value={choice.only}
        data={[{ value: '', label: t.everyRow }, ...named]}
        onChange={(event) => put({ only: event.currentTarget.value, onlyValue: '' })}
      />
      {choice.only === '' ? null : (
        <TextInput
          label={t.onlyValue}
          description={t.onlyHint}
          maxLength={500}
          value={choice.onlyValue}
          onChange={(event) => put({ onlyValue: event.currentTarget.value })}
        />
      )}
    </div>
  );
}
