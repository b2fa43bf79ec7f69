import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { ErrorSummary, type FieldProblem } from '../../../web/kit/form/error-summary.tsx';
import { useKeeping } from '../../../web/kit/form/use-keeping.ts';
import { useOpenedForm } from '../../../web/kit/form/use-opened-form.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useToday } from '../../../web/kit/language/use-today.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import {
  addFramework,
  correctFramework,
  type Entry,
  type EntryFacts,
  entryFactNames,
  entryKinds,
  entryStatuses,
  frameworkNames,
  knownAnswers,
  licenceKinds,
  places,
} from '../contract.ts';
import { catalogueTexts } from './catalogue-texts.ts';

const unknownFacts: Omit<EntryFacts, 'asOf'> = {
  name: '',
  kind: 'other',
  offer: 'open_source',
  licence: '',
  licenceKind: 'unknown',
  trains: 'unknown',
  infers: 'unknown',
  runsOn: [],
  runsOnDetail: '',
  managed: 'unknown',
  offline: 'unknown',
  dataStays: 'unknown',
  status: 'unknown',
  successor: '',
  endOfSupport: null,
  description: { en: '', nl: '' },
  values: {},
  source: '',
  basis: 'source',
  isHidden: false,
};

interface EntryFormProps {
  /** absent: a new one */
  entry?: Entry;
  /** id of the button that opens it */
  opener: string;
  close: () => void;
}

/** Facts of an entry, with the day on which they were read, where, and what changed. */
export function EntryForm({ entry, opener, close }: EntryFormProps) {
  const t = useTexts(catalogueTexts).form;
  const id = useId();
  const today = useToday();
  const first = useOpenedForm<HTMLInputElement>(opener);
  const start: EntryFacts = entry ? factsOf(entry) : { ...unknownFacts, asOf: today };
  const [facts, setFacts] = useState<EntryFacts>({ ...start, asOf: today });
  const [key, setKey] = useState('');
  const [note, setNote] = useState('');
  const [problems, setProblems] = useState<FieldProblem[]>([]);
  const add = useAsk(addFramework);
  const correct = useAsk(correctFramework);
  const { keep, isSaving } = useKeeping<EntryFacts>({
    version: entry?.version,
    save: async (body, version) => {
      if (entry)
        await correct.mutateAsync({ params: { key: entry.key }, body: { facts: changed(start, body), note }, version });
      else await add.mutateAsync({ body: { key, facts: body, note } });
      say(t.kept);
    },
    close,
    sayTheirs: (theirs) => (theirs as Entry).status,
    complain: (message) => setProblems([{ field: null, message }]),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lacks = note.trim() === '' ? [{ field: `${id}-note`, message: t.noteNeeded }] : [];
    setProblems(lacks);
    if (lacks.length === 0) void keep(facts);
  };
  const put = (part: Partial<EntryFacts>) => setFacts({ ...facts, ...part });
  return (
    <form className="stack entry-form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <div className="filters">
        {entry ? null : (
          <TextInput
            label={t.key}
            description={t.keyHint}
            value={key}
            maxLength={60}
            onChange={(event) => setKey(event.currentTarget.value)}
          />
        )}
        <TextInput
          ref={first}
          label={t.name}
          value={facts.name}
          maxLength={120}
          onChange={(event) => put({ name: event.currentTarget.value })}
        />
      </div>
      <FactFields facts={facts} put={put} />
      <WhereFields facts={facts} put={put} />
      <Textarea
        id={`${id}-note`}
        label={t.note}
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        error={problems.find(({ field }) => field === `${id}-note`)?.message}
        onChange={(event) => setNote(event.currentTarget.value)}
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

interface FieldsProps {
  facts: EntryFacts;
  put: (part: Partial<EntryFacts>) => void;
}

function FactFields({ facts, put }: FieldsProps) {
  const t = useTexts(catalogueTexts);
  const names = useTexts(frameworkNames);
  const choice = <Field extends keyof EntryFacts>(
    field: Field,
    label: string,
    [keys, labels]: [readonly (string & EntryFacts[Field])[], Readonly<Record<string, string>>],
  ) => (
    <NativeSelect
      label={label}
      value={facts[field] as string}
      data={keys.map((value) => ({ value, label: labels[value] ?? value }))}
      onChange={(event) => put({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <div className="filters">
      {choice('kind', t.kind, [entryKinds, names.kinds])}
      {choice('offer', t.offer, [['open_source', 'commercial'], names.offers])}
      <TextInput
        label={t.form.licence}
        value={facts.licence}
        maxLength={120}
        onChange={(event) => put({ licence: event.currentTarget.value })}
      />
      {choice('licenceKind', t.form.licenceKind, [licenceKinds, names.licences])}
      {choice('infers', t.form.infers, [knownAnswers, names.known])}
      {choice('trains', t.form.trains, [knownAnswers, names.known])}
      {choice('managed', t.form.managed, [knownAnswers, names.known])}
      {choice('offline', t.offline, [knownAnswers, names.known])}
      {choice('dataStays', t.form.data, [['device', 'own_servers', 'vendor', 'unknown'], names.dataStays])}
      {choice('status', t.form.status, [entryStatuses, names.statuses])}
      <TextInput
        label={t.form.successor}
        value={facts.successor}
        maxLength={120}
        onChange={(event) => put({ successor: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t.form.endOfSupport}
        value={facts.endOfSupport ?? ''}
        onChange={(event) => put({ endOfSupport: event.currentTarget.value || null })}
      />
    </div>
  );
}

function WhereFields({ facts, put }: FieldsProps) {
  const t = useTexts(catalogueTexts);
  const names = useTexts(frameworkNames);
  const text = (locale: 'en' | 'nl') => (
    <Textarea
      label={t.form[locale]}
      autosize
      minRows={2}
      maxLength={1000}
      value={facts.description[locale]}
      onChange={(event) => put({ description: { ...facts.description, [locale]: event.currentTarget.value } })}
    />
  );
  return (
    <>
      <Checkbox.Group
        label={t.runsOn}
        value={facts.runsOn}
        onChange={(chosen) => put({ runsOn: places.filter((place) => chosen.includes(place)) })}
      >
        <div className="row">
          {places.map((place) => (
            <Checkbox key={place} value={place} label={names.places[place]} />
          ))}
        </div>
      </Checkbox.Group>
      <TextInput
        label={t.form.detail}
        value={facts.runsOnDetail}
        maxLength={200}
        onChange={(event) => put({ runsOnDetail: event.currentTarget.value })}
      />
      {text('en')}
      {text('nl')}
      <div className="filters">
        <TextInput
          type="date"
          label={t.form.asOf}
          value={facts.asOf}
          onChange={(event) => put({ asOf: event.currentTarget.value })}
        />
        <TextInput
          type="url"
          label={t.form.source}
          value={facts.source}
          maxLength={500}
          onChange={(event) => put({ source: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        label={t.form.basis}
        checked={facts.basis === 'source'}
        onChange={(event) => put({ basis: event.currentTarget.checked ? 'source' : 'general_knowledge' })}
      />
      <Checkbox
        label={t.form.hidden}
        checked={facts.isHidden}
        onChange={(event) => put({ isHidden: event.currentTarget.checked })}
      />
    </>
  );
}

function factsOf(entry: Entry): EntryFacts {
  return Object.fromEntries(entryFactNames.map((name) => [name, entry[name]])) as unknown as EntryFacts;
}

/** What is kept: what was changed, and always the day on which it was looked at. */
function changed(before: EntryFacts, after: EntryFacts): Partial<EntryFacts> {
  const differs = entryFactNames.filter(
    (name) => name === 'asOf' || JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  return Object.fromEntries(differs.map((name) => [name, after[name]]));
}
