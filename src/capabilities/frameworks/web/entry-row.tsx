import { useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { usePeopleNames } from '../../identity/web/index.tsx';
import { type Entry, type EntryFacts, frameworkNames, readFramework } from '../contract.ts';
import { catalogueTexts } from './catalogue-texts.ts';
import { EntryForm } from './entry-form.tsx';
import { Marks } from './marks.tsx';

/** One entry: what it is, what to watch, its facts with their day and source, and its versions. */
export function EntryRow({ entry, mayWrite }: { entry: Entry; mayWrite: boolean }) {
  const t = useTexts(catalogueTexts);
  const names = useTexts(frameworkNames);
  const locale = useLocale();
  const [isEditing, setEditing] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const { key, name, kind, offer, description, isHidden, isOwn, newerShipped } = entry;
  if (isEditing)
    return (
      <li className="listing">
        <EntryForm entry={entry} opener={`correct-${key}`} close={() => setEditing(false)} />
      </li>
    );
  return (
    <li className="listing stack stack--tight entry">
      <div className="row row--apart">
        <h2 className="entry__name">{name}</h2>
        <p className="small quiet">
          {names.kinds[kind]} · {names.offers[offer]}
          {isOwn ? ` · ${t.own}` : ''}
          {isHidden ? ` · ${t.hidden}` : ''}
        </p>
      </div>
      <Marks marks={entry.marks} />
      <p className="prose">{description[locale]}</p>
      <Facts facts={entry} />
      {newerShipped ? <p className="note">{t.newer}</p> : null}
      {entry.marks.includes('stale') ? <p className="note">{t.recheck}</p> : null}
      <Dated entry={entry} />
      <div className="row small">
        {mayWrite ? (
          <button id={`correct-${key}`} type="button" className="button-plain link" onClick={() => setEditing(true)}>
            {t.correct}
            <span className="unseen"> {name}</span>
          </button>
        ) : null}
        {entry.version > 0 ? (
          <button type="button" className="button-plain link" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? t.hideVersions : t.versions}
            <span className="unseen"> {name}</span>
          </button>
        ) : null}
      </div>
      {isOpen ? <Versions entryKey={key} /> : null}
    </li>
  );
}

function Facts({ facts }: { facts: EntryFacts }) {
  const t = useTexts(catalogueTexts).facts;
  const names = useTexts(frameworkNames);
  const formats = useFormats();
  const where = facts.runsOn.map((place) => names.places[place]);
  const rows: [string, string][] = [
    [t.licence, facts.licence === '' ? names.licences[facts.licenceKind] : facts.licence],
    [t.runsOn, [formats.list(where), facts.runsOnDetail].filter(Boolean).join('; ') || names.known.unknown],
    [t.infers, names.known[facts.infers]],
    [t.trains, names.known[facts.trains]],
    [t.managed, names.known[facts.managed]],
    [t.offline, names.known[facts.offline]],
    [t.data, names.dataStays[facts.dataStays]],
    [t.status, names.statuses[facts.status]],
    ...(facts.endOfSupport === null ? [] : [[t.ends, formats.date(facts.endOfSupport)] as [string, string]]),
    ...(facts.successor === '' ? [] : [[t.successor, facts.successor] as [string, string]]),
  ];
  return (
    <dl className="entry__facts small">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Dated({ entry: { name, asOf, source, changedBy, changedAt } }: { entry: Entry }) {
  const t = useTexts(catalogueTexts);
  const formats = useFormats();
  const people = usePeopleNames();
  return (
    <p className="small quiet">
      {t.asOf({ date: formats.date(asOf) })},{' '}
      <a href={source} rel="noreferrer">
        {t.source}
        <span className="unseen"> {name}</span>
      </a>
      {changedBy === null || changedAt === null
        ? ''
        : ` · ${t.changedBy({ name: people.get(changedBy) ?? '…', date: formats.date(changedAt) })}`}
    </p>
  );
}

function Versions({ entryKey }: { entryKey: string }) {
  const t = useTexts(catalogueTexts);
  const formats = useFormats();
  const people = usePeopleNames();
  const query = useAnswer(readFramework, { params: { key: entryKey } });
  return (
    <AwaitQuery query={query} lines={3}>
      {({ versions }) => (
        <ol className="plain-list entry__versions">
          {versions.map(({ version, facts, note, changedBy, changedAt }) => (
            <li key={version} className="stack stack--tight">
              <p>
                <strong>{t.version({ version })}</strong>{' '}
                {changedBy === null || changedAt === null
                  ? ''
                  : t.changedBy({ name: people.get(changedBy) ?? '…', date: formats.date(changedAt) })}
              </p>
              {note === '' ? null : <p className="prose">{note}</p>}
              <Facts facts={facts} />
            </li>
          ))}
        </ol>
      )}
    </AwaitQuery>
  );
}
