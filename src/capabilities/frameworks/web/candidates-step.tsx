import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { type Candidate, type Entry, frameworkNames, listFrameworks, type RouteName, routes } from '../contract.ts';
import { Marks } from './marks.tsx';
import { newId } from './new-id.ts';
import type { StepProps } from './selection-props.ts';
import { selectionTexts } from './selection-texts.ts';

/** What there is to choose from: each candidate is made of entries of the catalogue, and goes one of four routes. */
export function CandidatesStep({ draft, put, mayWrite, approaches }: StepProps) {
  const t = useTexts(selectionTexts).candidates;
  const entries = useAnswer(listFrameworks, { query: { hidden: 'without' } }).data?.entries ?? [];
  const change = (id: string, part: Partial<Candidate>) =>
    put({ candidates: draft.candidates.map((each) => (each.id === id ? { ...each, ...part } : each)) });
  const add = (candidate: Pick<Candidate, 'name' | 'entryKeys' | 'route'>) =>
    put({ candidates: [...draft.candidates, { id: newId(), approachId: null, note: '', ...candidate }] });
  return (
    <>
      {draft.candidates.length === 0 ? <p>{t.empty}</p> : null}
      <ul className="plain-list">
        {draft.candidates.map((candidate) => (
          <CandidateRow
            key={candidate.id}
            {...{ candidate, entries, mayWrite, approaches }}
            change={(part) => change(candidate.id, part)}
            remove={() => put({ candidates: draft.candidates.filter(({ id }) => id !== candidate.id) })}
          />
        ))}
      </ul>
      {mayWrite && draft.candidates.length < 12 ? (
        <div className="row row--fields">
          <EntryChoice
            label={t.choose}
            entries={entries}
            choose={({ key, name, managed }) =>
              add({ name, entryKeys: [key], route: managed === 'yes' ? 'off_the_shelf' : 'own' })
            }
          />
          <Button onClick={() => add({ name: t.own, entryKeys: [], route: 'own' })}>{t.addCandidate}</Button>
        </div>
      ) : null}
    </>
  );
}

interface CandidateRowProps extends Pick<StepProps, 'mayWrite' | 'approaches'> {
  candidate: Candidate;
  entries: readonly Entry[];
  change: (part: Partial<Candidate>) => void;
  remove: () => void;
}

function CandidateRow({ candidate, entries, mayWrite, approaches, change, remove }: CandidateRowProps) {
  const t = useTexts(selectionTexts).candidates;
  const names = useTexts(frameworkNames).routes;
  const { name, route, entryKeys, approachId, note } = candidate;
  const made = entryKeys.map((key) => entries.find((entry) => entry.key === key) ?? key);
  return (
    <li className="candidate stack stack--tight">
      <div className="row row--fields">
        <NameField name={name} isReadOnly={!mayWrite} change={(given) => change({ name: given })} />
        <NativeSelect
          label={t.route}
          value={route}
          disabled={!mayWrite}
          data={routes.map((value) => ({ value, label: names[value] }))}
          onChange={(event) => change({ route: event.currentTarget.value as RouteName })}
        />
        <NativeSelect
          label={t.approach}
          value={approachId ?? ''}
          disabled={!mayWrite}
          data={[
            { value: '', label: t.noApproach },
            ...approaches.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          onChange={(event) => change({ approachId: event.currentTarget.value || null })}
        />
      </div>
      <p className="overline">{t.entries}</p>
      <ul className="plain-list stack stack--tight">
        {made.map((entry) => (
          <li key={typeof entry === 'string' ? entry : entry.key} className="row">
            {typeof entry === 'string' ? entry : entry.name}
            {typeof entry === 'string' ? null : <Marks marks={entry.marks} />}
            {mayWrite ? (
              <button
                type="button"
                className="button-plain link small"
                onClick={() =>
                  change({
                    entryKeys: entryKeys.filter((key) => key !== (typeof entry === 'string' ? entry : entry.key)),
                  })
                }
              >
                {t.takeOut({ name: typeof entry === 'string' ? entry : entry.name })}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <div className="row row--fields">
          <EntryChoice
            label={t.add}
            entries={entries.filter(({ key }) => !entryKeys.includes(key))}
            choose={({ key }) => change({ entryKeys: [...entryKeys, key].slice(0, 8) })}
          />
          <TextInput
            label={t.note}
            value={note}
            maxLength={2000}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
          <Button onClick={remove}>
            {t.remove}
            <span className="unseen"> {name}</span>
          </Button>
        </div>
      ) : note === '' ? null : (
        <p className="prose">{note}</p>
      )}
    </li>
  );
}

interface EntryChoiceProps {
  label: string;
  entries: readonly Entry[];
  choose: (entry: Entry) => void;
}

/** Entries of the catalogue by kind; choosing one adds it. */
function EntryChoice({ label, entries, choose }: EntryChoiceProps) {
  const t = useTexts(selectionTexts).candidates;
  const names = useTexts(frameworkNames).kinds;
  const groups = [...Map.groupBy(entries, ({ kind }) => kind)];
  return (
    <NativeSelect
      label={label}
      value=""
      data={[
        { value: '', label: t.choose },
        ...groups.map(([kind, members]) => ({
          group: names[kind],
          items: members.map(({ key, name }) => ({ value: key, label: name })),
        })),
      ]}
      onChange={(event) => {
        const entry = entries.find(({ key }) => key === event.currentTarget.value);
        if (entry) choose(entry);
      }}
    />
  );
}

/** A candidate without a name cannot be kept: while the field is empty the last one stays. */
function NameField({
  name,
  isReadOnly,
  change,
}: {
  name: string;
  isReadOnly: boolean;
  change: (name: string) => void;
}) {
  const t = useTexts(selectionTexts).candidates;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      label={t.name}
      value={typed ?? name}
      maxLength={120}
      readOnly={isReadOnly}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        if (event.currentTarget.value.trim() !== '') change(event.currentTarget.value);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
