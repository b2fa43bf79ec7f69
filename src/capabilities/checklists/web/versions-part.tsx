import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { usePeopleNames } from '../../identity/web/index.tsx';
import { compareChecklistVersions, type Published } from '../contract.ts';
import { ChangesList } from './changes-list.tsx';
import { templateTexts } from './template-texts.ts';

/** Every version that was published, and what changed between two of them. */
export function VersionsPart({ versions }: { versions: readonly Published[] }) {
  const t = useTexts(templateTexts);
  return (
    <section className="stack" aria-labelledby="versions-title">
      <h2 id="versions-title">{t.versions}</h2>
      <ul className="plain-list">
        {versions.map((version) => (
          <VersionRow key={version.number} version={version} />
        ))}
      </ul>
      {versions.length > 1 ? <Compare versions={versions} /> : null}
    </section>
  );
}

function VersionRow({ version }: { version: Published }) {
  const t = useTexts(templateTexts);
  const formats = useFormats();
  const names = usePeopleNames();
  const { number, note, publishedBy, publishedAt, itemCount: items } = version;
  const date = formats.date(publishedAt);
  const isShipped = publishedBy === 'system';
  const name = names.get(publishedBy) ?? publishedBy;
  return (
    <li className="listing stack stack--tight">
      <p className="item__title">{t.version({ number })}</p>
      <p className="small quiet">{isShipped ? t.shipped({ date, items }) : t.by({ date, name, items })}</p>
      <p className="prose">{isShipped ? t.cameWith : note}</p>
    </li>
  );
}

function Compare({ versions }: { versions: readonly Published[] }) {
  const t = useTexts(templateTexts);
  const [newest, previous] = versions;
  const [from, setFrom] = useState(previous?.number ?? 1);
  const [to, setTo] = useState<number | null>(newest?.number ?? null);
  const changes = useAnswer(compareChecklistVersions, { query: { from, ...(to === null ? {} : { to }) } });
  const options = versions.map(({ number }) => ({ value: String(number), label: t.version({ number }) }));
  return (
    <section className="stack">
      <h3>{t.compare}</h3>
      <div className="row row--fields item__form">
        <NativeSelect
          label={t.from}
          value={String(from)}
          data={options}
          onChange={(event) => setFrom(Number(event.currentTarget.value))}
        />
        <NativeSelect
          label={t.to}
          value={to === null ? '' : String(to)}
          data={[{ value: '', label: t.theDraft }, ...options]}
          onChange={(event) => setTo(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
        />
      </div>
      <AwaitQuery query={changes}>{(shown) => <ChangesList changes={shown} />}</AwaitQuery>
    </section>
  );
}
