import { Button } from '@mantine/core';
import { addressOf } from '../../../web/kit/api/base-path.ts';
import { requestAddress } from '../../../web/kit/api/request-address.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { checkPlace, downloadGiven, type Place, readManifest, type Version } from '../contract.ts';
import { readingTexts, sayMark } from './reading-texts.ts';

interface ReadingPartProps {
  problemId: string;
  version: Version;
  /** may have the rows themselves */
  mayTake: boolean;
  isReadOnly: boolean;
}

/** What was given and how it was read, where it came from, and the way to have it. */
export function ReadingPart(props: ReadingPartProps) {
  const { version } = props;
  const t = useTexts(readingTexts);
  return (
    <section className="stack">
      {version.kind === 'content' ? null : <p className="note">{t.kinds[version.kind]}</p>}
      <Given {...props} />
      <Facts version={version} />
      <Places {...props} />
    </section>
  );
}

function Given({ problemId, version, mayTake }: ReadingPartProps) {
  const t = useTexts(readingTexts);
  const formats = useFormats();
  const saySize = (size_bytes: number) =>
    size_bytes >= 1e6
      ? t.mb({ size: formats.number(size_bytes / 1e6, 1) })
      : t.kb({ size: formats.number(Math.ceil(size_bytes / 1000), 0) });
  const { id: versionId, manifest, kind, erased } = version;
  const isHere = mayTake && kind === 'content' && erased === null;
  const to = (position: number) =>
    addressOf(requestAddress(downloadGiven.path, { params: { problemId, versionId, position } }));
  return (
    <div className="stack stack--tight">
      <h2>{t.given}</h2>
      <ul className="plain-list small">
        {manifest.files.map(({ path, size }, position) => (
          <li key={path}>
            {path} <span className="quiet">{saySize(size)}</span>{' '}
            {isHere ? (
              <a href={to(position)} download={path}>
                {t.download}
                <span className="unseen"> {path}</span>
              </a>
            ) : null}
          </li>
        ))}
        <li>
          <a
            href={addressOf(requestAddress(readManifest.path, { params: { problemId, versionId } }))}
            download={`${version.digest}.json`}
          >
            {t.manifest}
          </a>
        </li>
      </ul>
    </div>
  );
}

/** How a text file was read, so that a person can see it and say otherwise with the next one. */
function Facts({ version: { reading } }: { version: Version }) {
  const t = useTexts(readingTexts);
  const formats = useFormats();
  if (!reading) return null;
  const { dialect, sheet, skipped } = reading;
  const mark = (given: string) => sayMark(t.marks, given);
  const facts: [string, string][] = [
    ...(dialect
      ? ([
          [t.delimiter, mark(dialect.delimiter)],
          [t.quote, mark(dialect.quote)],
          [t.decimal, mark(dialect.decimal)],
          [t.encoding, dialect.encoding],
          [t.header, dialect.header ? t.withHeader : t.withoutHeader],
        ] as [string, string][])
      : []),
    ...(sheet === null ? [] : [[t.sheet, sheet] as [string, string]]),
    ...(skipped === 0 ? [] : [[t.skipped, formats.number(skipped)] as [string, string]]),
  ];
  if (facts.length === 0) return null;
  return (
    <div className="stack stack--tight">
      <h3>{t.title}</h3>
      <dl className="data-facts data-facts--narrow small">
        {facts.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Places({ problemId, version, isReadOnly }: ReadingPartProps) {
  const t = useTexts(readingTexts);
  const formats = useFormats();
  const check = useAsk(checkPlace);
  const { id: versionId, reading, placeCheck } = version;
  const places = reading?.places ?? [];
  if (places.length === 0) return null;
  const ask = () =>
    void check.mutateAsync({ params: { problemId, versionId } }).catch((error: Error) => say(error.message));
  return (
    <div className="stack stack--tight data-connection">
      <h3>{t.places}</h3>
      <ul className="plain-list small">
        {places.map((place) => (
          <PlaceLine key={place.file} place={place} />
        ))}
      </ul>
      <p className="small" aria-live="polite">
        {placeCheck
          ? t.checkedOn({ date: formats.dateTime(placeCheck.checkedAt), state: t.checked[placeCheck.state] })
          : null}
      </p>
      {isReadOnly ? null : (
        <div>
          <Button onClick={ask} loading={check.isPending}>
            {t.check}
          </Button>
        </div>
      )}
    </div>
  );
}

function PlaceLine({ place: { file, id, facts } }: { place: Place }) {
  const t = useTexts(readingTexts);
  const { url, uri, path, from, etag, ...others } = facts;
  const marks = Object.values(others).join(', ');
  return (
    <li>
      <code>{url ?? uri ?? path ?? from ?? file}</code>
      {id === null ? '' : `, ${t.named({ id })}`}
      {marks === '' ? '' : `; ${t.seen({ marks: etag === undefined || id !== null ? marks : `${etag}, ${marks}` })}`}
    </li>
  );
}
