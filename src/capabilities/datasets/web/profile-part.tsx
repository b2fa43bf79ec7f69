import { useEffect, useState } from 'react';
import { Chart } from '../../../web/kit/charts/chart.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useLocale, useTexts } from '../../../web/kit/language/use-texts.ts';
import { Beside } from '../../../web/kit/layout/beside.tsx';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { Loading } from '../../../web/kit/states/loading.tsx';
import { Talk } from '../../conversation/web/index.tsx';
import type { ColumnProfile, TableProfile } from '../../statistics/contract.ts';
import { placeOfColumn, readDataset, readProfile, type Version } from '../contract.ts';
import { ColumnFacts, ColumnMarks } from './column-facts.tsx';
import { outcomeTexts } from './outcome-texts.ts';
import { prepareColumn } from './prepare-column.ts';
import { sayFigure } from './say-figure.ts';
import { versionTexts } from './version-texts.ts';

const look_ms = 2000;
const mostValues = 50;

interface ProfilePartProps {
  problemId: string;
  version: Version;
  isReadOnly: boolean;
}

/** What the columns look like: all of them in a table, and the one that is looked at as a chart. */
export function ProfilePart({ problemId, version, isReadOnly }: ProfilePartProps) {
  const t = useTexts(versionTexts);
  const query = useAnswer(readProfile, { params: { problemId, versionId: version.id }, query: { counts: 'none' } });
  const isWaiting = query.data?.profile === null;
  const { refetch } = query;
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setInterval(() => void refetch(), look_ms);
    return () => clearInterval(timer);
  }, [isWaiting, refetch]);
  return (
    <section className="stack">
      <h2>{t.columnsTitle}</h2>
      <AwaitQuery query={query} lines={6}>
        {({ profile }) =>
          profile === null ? (
            <>
              <p className="quiet" aria-live="polite">
                {t.columnsWaiting}
              </p>
              <Loading lines={4} />
            </>
          ) : (
            <Profile {...{ problemId, version, isReadOnly, profile }} />
          )
        }
      </AwaitQuery>
    </section>
  );
}

interface ProfileProps extends ProfilePartProps {
  profile: TableProfile;
}

function Profile({ problemId, version, isReadOnly, profile }: ProfileProps) {
  const t = useTexts(versionTexts);
  const locale = useLocale();
  const { data: dataset } = useAnswer(readDataset, { params: { problemId, datasetId: version.datasetId } });
  const [name, setName] = useState(profile.columns[0]?.name ?? '');
  const shown = profile.columns.find((column) => column.name === name);
  return (
    <div className="data-profile">
      <div className="stack stack--tight">
        {profile.pass === 'first' ? <p className="small quiet">{t.approximate}</p> : null}
        <ColumnTable
          columns={profile.columns}
          told={version.columns}
          outcome={dataset?.outcome?.column ?? null}
          shown={name}
          show={setName}
        />
      </div>
      {shown ? (
        <div className="stack stack--tight data-profile__chart" aria-live="polite">
          <ColumnFacts key={`facts-${shown.name}`} {...{ problemId, version, isReadOnly }} name={shown.name} />
          <Chart key={shown.name} picture={prepareColumn(shown, locale)} />
          <Beside
            key={`beside-${shown.name}`}
            problemId={problemId}
            thing={{ kind: 'column', datasetId: version.datasetId, column: shown.name }}
            label={shown.name}
            values={valuesOf(shown)}
          />
          <div className="row">
            <Talk
              problemId={problemId}
              anchor={{ kind: 'dataset_version', id: version.id, field: placeOfColumn(shown.name) }}
              label={shown.name}
            />
          </div>
        </div>
      ) : null}
    </div>
  );
}

/** Values that are seen here, and what is missing. */
const valuesOf = ({ top, nulls }: ColumnProfile): (string | null)[] => [
  ...(top?.values ?? []).slice(0, mostValues).map(({ value }) => value),
  ...(nulls > 0 ? [null] : []),
];

interface ColumnTableProps {
  columns: readonly ColumnProfile[];
  /** what people and reading say of them */
  told: Version['columns'];
  /** what a model is to tell */
  outcome: string | null;
  shown: string;
  show: (name: string) => void;
}

function ColumnTable({ columns, told, outcome, shown, show }: ColumnTableProps) {
  const t = useTexts(versionTexts);
  const { mark } = useTexts(outcomeTexts);
  const formats = useFormats();
  return (
    <Scrollable label={t.columnsTitle} className="data-columns">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.column}</th>
            <th scope="col">{t.type}</th>
            <th scope="col" className="number">
              {t.filled}
            </th>
            <th scope="col" className="number">
              {t.distinct}
            </th>
            <th scope="col" className="number">
              {t.smallest}
            </th>
            <th scope="col" className="number">
              {t.largest}
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.name} className={column.name === shown ? 'data-columns__shown' : undefined}>
              <th scope="row">
                <button
                  type="button"
                  className="button-plain link"
                  aria-pressed={column.name === shown}
                  onClick={() => show(column.name)}
                >
                  {column.name}
                </button>{' '}
                {column.name === outcome ? <span className="data-mark data-mark--chosen small">{mark}</span> : null}
                <ColumnMarks column={told.find(({ name }) => name === column.name)} />
              </th>
              <td className="small quiet">{column.type}</td>
              <td className="number">
                {column.rows === 0 ? '' : formats.percent((column.rows - column.nulls) / column.rows)}
              </td>
              <td className="number">{sayFigure(column.distinct, { formats, t })}</td>
              <td className="number">{sayFigure(column.min, { formats, t, type: column.type })}</td>
              <td className="number">{sayFigure(column.max, { formats, t, type: column.type })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}
