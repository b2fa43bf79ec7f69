import './data.css';
import { Link, useParams } from '@tanstack/react-router';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { ErrorState } from '../../../web/kit/states/error-state.tsx';
import { Loading } from '../../../web/kit/states/loading.tsx';
import { Talk } from '../../conversation/web/index.tsx';
import { readProblem } from '../../formulation/contract.ts';
import { getMineInProblem } from '../../identity/contract.ts';
import { listSources, readVersion, type Version } from '../contract.ts';
import { DiffPart } from './diff-part.tsx';
import { ErasePart } from './erase-part.tsx';
import { OutcomePart } from './outcome-part.tsx';
import { ProfilePart } from './profile-part.tsx';
import { ReadingPart } from './reading-part.tsx';
import { SegmentsPart } from './segments-part.tsx';
import { SplitsPart } from './splits-part.tsx';
import { SqlPart } from './sql-part.tsx';
import { VersionChoice } from './version-choice.tsx';
import { versionTexts } from './version-texts.ts';

/** One version of a data set: what it is, what its columns look like, what changed, and what is done with it. */
export function VersionPage() {
  const { problemId, versionId } = useParams({ from: '/problems/$problemId/data-versions/$versionId' });
  const version = useAnswer(readVersion, { params: { problemId, versionId } });
  if (version.data) return <Shown problemId={problemId} version={version.data} />;
  return (
    <div className="page">
      {version.error ? (
        <ErrorState error={version.error} retry={() => void version.refetch()} />
      ) : (
        <Loading lines={8} />
      )}
    </div>
  );
}

interface ShownProps {
  problemId: string;
  version: Version;
}

function Shown({ problemId, version }: ShownProps) {
  const t = useTexts(versionTexts);
  const mine = useAnswer(getMineInProblem, { params: { problemId } });
  const problem = useAnswer(readProblem, { params: { problemId } });
  const isStopped = (problem.data?.stoppedBy ?? null) !== null;
  const may = (permission: string) => mine.data?.permissions.includes(permission) ?? false;
  const isReadOnly = isStopped || !may('data.write');
  const { id, datasetName, number, erased, kind } = version;
  return (
    <Page
      title={t.title({ name: datasetName, number })}
      above={
        <p className="small">
          <Link to="/problems/$problemId/{-$station}" params={{ problemId, station: 'data' }}>
            {problem.data ? `${problem.data.title}: ${t.back}` : t.back}
          </Link>
        </p>
      }
      lead={<Lead version={version} />}
    >
      <div className="stack stack--wide">
        <Identity {...{ problemId, version }} />
        <ReadingPart {...{ problemId, version, isReadOnly }} mayTake={may('data.question')} />
        {erased ? null : (
          <>
            <ProfilePart key={`profile-${id}`} {...{ problemId, version, isReadOnly }} />
            {kind === 'content' ? <OutcomePart key={`outcome-${id}`} {...{ problemId, version, isReadOnly }} /> : null}
            {kind === 'content' ? <WithRows {...{ problemId, version, isReadOnly, may }} /> : null}
            {may('problem.team') ? <ErasePart key={`erase-${id}`} {...{ problemId, version }} /> : null}
          </>
        )}
      </div>
    </Page>
  );
}

interface WithRowsProps extends ShownProps {
  isReadOnly: boolean;
  may: (permission: string) => boolean;
}

/** What needs the rows themselves. */
function WithRows({ problemId, version, isReadOnly, may }: WithRowsProps) {
  const { id } = version;
  return (
    <>
      <DiffPart key={`diff-${id}`} {...{ problemId, version }} />
      <SplitsPart key={`split-${id}`} {...{ problemId, version, isReadOnly }} />
      <SegmentsPart key={`segment-${id}`} {...{ problemId, version, isReadOnly }} />
      {may('data.question') ? <SqlPart key={`sql-${id}`} {...{ problemId, version }} /> : null}
    </>
  );
}

function Lead({ version: { rows, columnCount, format, importedAt } }: Pick<ShownProps, 'version'>) {
  const t = useTexts(versionTexts);
  const formats = useFormats();
  return t.facts({
    rows: formats.number(rows),
    columns: formats.number(columnCount),
    format: formatNames[format] ?? format,
    date: formats.date(importedAt),
  });
}

const formatNames: Readonly<Record<string, string>> = {
  csv: 'CSV',
  parquet: 'Parquet',
  jsonl: 'JSON Lines',
  excel: 'Excel',
};

function Identity({ problemId, version }: ShownProps) {
  const t = useTexts(versionTexts);
  const formats = useFormats();
  const sources = useAnswer(listSources, { params: { problemId } });
  const { id, digest, sha256, erased, isOneOff, sourceId, note, number, datasetName } = version;
  const source = sources.data?.sources.find((each) => each.id === sourceId);
  return (
    <section className="stack">
      {erased ? (
        <div className="note">
          <h2>{t.erasedTitle}</h2>
          <p>{t.erased({ date: formats.date(erased.at), reason: erased.reason })}</p>
        </div>
      ) : null}
      {isOneOff ? <p className="note">{t.oneOff}</p> : null}
      {note === '' ? null : <p className="prose">{note}</p>}
      <dl className="data-facts small">
        <div>
          <dt>{t.digest}</dt>
          <dd>
            <code title={sha256}>{digest}</code>
          </dd>
        </div>
        {source ? (
          <div>
            <dt>{t.source}</dt>
            <dd>{source.title}</dd>
          </div>
        ) : null}
      </dl>
      <div className="row">
        <VersionChoice {...{ problemId, version }} />
        <Talk
          problemId={problemId}
          anchor={{ kind: 'dataset_version', id, field: null }}
          label={t.title({ name: datasetName, number })}
        />
      </div>
    </section>
  );
}
