import './frameworks.css';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { entryKinds, entryMarks, frameworkNames, knownAnswers, listFrameworks, places } from '../contract.ts';
import { catalogueTexts } from './catalogue-texts.ts';
import { EntryForm } from './entry-form.tsx';
import { EntryRow } from './entry-row.tsx';
import { useMayWriteCatalogue } from './use-may-write-catalogue.ts';

type Filters = Partial<Record<'kind' | 'offer' | 'runsOn' | 'offline' | 'mark' | 'text', string>>;

const opener = 'add-entry';

/** What models are made and run with: dated facts, with filters; who may corrects them here. */
export function FrameworksPage() {
  const t = useTexts(catalogueTexts);
  const [filters, setFilters] = useState<Filters>({});
  const [isAdding, setAdding] = useState(false);
  const mayWrite = useMayWriteCatalogue();
  // What is hidden is shown to who can offer it again.
  const query = useAnswer(listFrameworks, {
    query: { ...filters, hidden: mayWrite ? 'with' : 'without' } as never,
  });
  return (
    <Page
      title={t.title}
      lead={t.lead}
      action={
        mayWrite && !isAdding ? (
          <Button id={opener} onClick={() => setAdding(true)}>
            {t.add}
          </Button>
        ) : null
      }
    >
      {isAdding ? <EntryForm opener={opener} close={() => setAdding(false)} /> : null}
      <FilterRow filters={filters} setFilters={setFilters} />
      <AwaitQuery query={query} lines={8}>
        {({ entries, shippedVersion }) => (
          <section className="stack" aria-label={t.title}>
            <output className="small quiet">
              {entries.length === 0 ? t.nothing : t.count({ count: entries.length })}{' '}
              {t.edition({ edition: shippedVersion })} {mayWrite ? '' : t.whoMay}
            </output>
            <ul className="plain-list">
              {entries.map((entry) => (
                <EntryRow key={entry.key} entry={entry} mayWrite={mayWrite} />
              ))}
            </ul>
          </section>
        )}
      </AwaitQuery>
    </Page>
  );
}

function FilterRow({ filters, setFilters }: { filters: Filters; setFilters: (filters: Filters) => void }) {
  const t = useTexts(catalogueTexts);
  const names = useTexts(frameworkNames);
  const put = (field: keyof Filters, value: string) => {
    const { [field]: _before, ...others } = filters;
    setFilters(value === '' ? others : { ...others, [field]: value });
  };
  const choice = (field: keyof Filters, label: string, labels: Readonly<Record<string, string>>) => (
    <NativeSelect
      label={label}
      value={filters[field] ?? ''}
      data={[{ value: '', label: t.any }, ...Object.entries(labels).map(([value, name]) => ({ value, label: name }))]}
      onChange={(event) => put(field, event.currentTarget.value)}
    />
  );
  const only = (keys: readonly string[], labels: Readonly<Record<string, string>>) =>
    Object.fromEntries(keys.map((key) => [key, labels[key] ?? key]));
  return (
    <search className="filters" aria-label={t.filters}>
      <TextInput
        label={t.search}
        value={filters.text ?? ''}
        maxLength={200}
        onChange={(event) => put('text', event.currentTarget.value)}
      />
      {choice('kind', t.kind, only(entryKinds, names.kinds))}
      {choice('offer', t.offer, names.offers)}
      {choice('runsOn', t.runsOn, only(places, names.places))}
      {choice('offline', t.offline, only(knownAnswers, names.known))}
      {choice('mark', t.mark, only(entryMarks, names.marks))}
    </search>
  );
}
