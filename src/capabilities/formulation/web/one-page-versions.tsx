import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Locale } from '../../../platform/text/locale.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import type { Difference } from '../../decisions/contract.ts';
import { usePeople } from '../../identity/web/index.tsx';
import { compareOnePages, listOnePages, type OnePageVersion, opportunityFields } from '../contract.ts';
import { writtenValue } from './name-of-place.ts';
import { onePagePageTexts } from './one-page-page-texts.ts';
import { opportunityTexts } from './opportunity-texts.ts';
import { requirementsTexts } from './requirements-texts.ts';

interface Shown {
  problemId: string;
  /** the version that is shown; null: as it stands now */
  number: number | null;
  setNumber: (number: number | null) => void;
}

/** What was kept, the newest first, each with what changed in it. */
export function OnePageVersions({ problemId, number, setNumber }: Shown) {
  const t = useTexts(onePagePageTexts);
  const query = useAnswer(listOnePages, { params: { problemId } });
  return (
    <section className="stack not-printed">
      <h2>{t.versions}</h2>
      {number === null ? null : (
        <div>
          <Button onClick={() => setNumber(null)}>{t.now}</Button>
        </div>
      )}
      <AwaitQuery query={query}>
        {({ versions }) =>
          versions.length === 0 ? (
            <p className="quiet">{t.noVersion}</p>
          ) : (
            <ul className="plain-list">
              {versions.map((version) => (
                <Version
                  key={version.number}
                  {...{ problemId, version }}
                  show={version.number === number ? null : () => setNumber(version.number)}
                />
              ))}
            </ul>
          )
        }
      </AwaitQuery>
    </section>
  );
}

interface OneVersion {
  problemId: string;
  version: OnePageVersion;
  /** null: it is shown */
  show: (() => void) | null;
}

function Version({ problemId, version, show }: OneVersion) {
  const t = useTexts(onePagePageTexts);
  const formats = useFormats();
  const people = usePeople().data ?? [];
  const [isOpen, setOpen] = useState(false);
  const { number, keptBy, at } = version;
  const name = people.find(({ id }) => id === keptBy)?.name ?? t.somebody;
  return (
    <li className="one-page__version stack stack--tight">
      <p>
        <strong>{t.version({ number })}</strong>{' '}
        <span className="quiet">{t.keptOn({ date: formats.dateTime(at), name })}</span>
      </p>
      <div className="row">
        {show ? (
          <Button size="compact-sm" onClick={show}>
            {t.show}
            <span className="unseen"> {t.version({ number })}</span>
          </Button>
        ) : null}
        <Button size="compact-sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t.changes}
          <span className="unseen"> {t.version({ number })}</span>
        </Button>
      </div>
      {isOpen ? <Changes {...{ problemId, number }} /> : null}
    </li>
  );
}

function Changes({ problemId, number }: { problemId: string; number: number }) {
  const t = useTexts(onePagePageTexts);
  const locale = useLocale();
  const query = useAnswer(compareOnePages, { params: { problemId, number } });
  return (
    <AwaitQuery query={query}>
      {({ from, differences }) =>
        from === null ? (
          <p className="quiet">{t.first}</p>
        ) : (
          <Scrollable label={t.changesOf({ number })}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t.place}</th>
                  <th scope="col">{t.before}</th>
                  <th scope="col">{t.after}</th>
                </tr>
              </thead>
              <tbody>
                {differences.map(({ path, before, after }) => (
                  <tr key={path}>
                    <th scope="row">{nameOf(path, locale)}</th>
                    <td>{sayValue(before, locale)}</td>
                    <td>{sayValue(after, locale)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrollable>
        )
      }
    </AwaitQuery>
  );
}

/** The part of the page, and within it the question or the field of a key result where that is known by a name. */
function nameOf(path: string, locale: Locale): string {
  const keys = path.split('.');
  const parts: Record<string, string> = onePagePageTexts[locale].parts;
  const fields: Record<string, string> = requirementsTexts[locale].fields;
  const part = parts[keys[0] ?? ''] ?? path;
  const leaf = keys.at(-1) ?? '';
  const question = opportunityFields.find((field) => field === leaf);
  const inner = question ? opportunityTexts[locale].questions[question].name : fields[leaf];
  return keys.length > 1 && inner ? `${part}: ${inner}` : part;
}

/** A whole thing that came or went is told by what it says, where it has words. */
function sayValue(value: unknown, locale: Locale): string {
  if (value === undefined || value === null || value === '') return onePagePageTexts[locale].absent;
  return writtenValue(value satisfies Difference['after'], locale);
}
