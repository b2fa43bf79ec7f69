import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Icon } from '../../../web/kit/icons.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Scrollable } from '../../../web/kit/layout/scrollable.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { Talk } from '../../conversation/web/index.tsx';
import { type Dataset, listDatasets } from '../contract.ts';
import { datasetTexts } from './dataset-texts.ts';
import { ImportForm } from './import-form.tsx';
import { ImportsPart } from './imports-part.tsx';

const opener = 'bring-data';

interface DatasetsPartProps {
  problemId: string;
  isReadOnly: boolean;
}

/** The data sets with their newest versions, what is on its way, and the way in. */
export function DatasetsPart({ problemId, isReadOnly }: DatasetsPartProps) {
  const t = useTexts(datasetTexts);
  const query = useAnswer(listDatasets, { params: { problemId } });
  const [isBringing, setBringing] = useState(false);
  return (
    <section className="stack" id="datasets">
      <AwaitQuery query={query} lines={3}>
        {({ datasets }) => (
          <>
            <h3>{datasets.length === 0 ? t.emptyTitle : t.title}</h3>
            {datasets.length === 0 ? (
              <p className="quiet">{t.emptyBody}</p>
            ) : (
              <DatasetTable {...{ problemId, datasets }} />
            )}
            <ImportsPart {...{ problemId, isReadOnly }} />
            {isBringing ? (
              <ImportForm
                {...{ problemId, opener }}
                names={datasets.map(({ name }) => name)}
                close={() => setBringing(false)}
              />
            ) : isReadOnly ? null : (
              <div>
                <Button
                  id={opener}
                  variant="filled"
                  leftSection={<Icon name="plus" />}
                  onClick={() => setBringing(true)}
                >
                  {datasets.length === 0 ? t.bring : t.newVersion}
                </Button>
              </div>
            )}
          </>
        )}
      </AwaitQuery>
    </section>
  );
}

function DatasetTable({ problemId, datasets }: { problemId: string; datasets: readonly Dataset[] }) {
  const t = useTexts(datasetTexts);
  return (
    <Scrollable label={t.title}>
      <table className="table data-table">
        <thead>
          <tr>
            <th scope="col">{t.columns.name}</th>
            <th scope="col">{t.columns.version}</th>
            <th scope="col" className="number">
              {t.columns.rows}
            </th>
            <th scope="col" className="number">
              {t.columns.columns}
            </th>
            <th scope="col">{t.columns.imported}</th>
          </tr>
        </thead>
        <tbody>
          {datasets.map((dataset) => (
            <DatasetLine key={dataset.id} {...{ problemId, dataset }} />
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}

function DatasetLine({ problemId, dataset }: { problemId: string; dataset: Dataset }) {
  const t = useTexts(datasetTexts);
  const formats = useFormats();
  const { id, name, description, latest, versionCount } = dataset;
  return (
    <tr>
      <th scope="row">
        {name}
        {description === '' ? null : <p className="small quiet data-table__about">{description}</p>}
        <p className="small data-table__ways">
          <Link to="/problems/$problemId/data/$datasetId/contract" params={{ problemId, datasetId: id }}>
            {t.contract}
            <span className="unseen"> {name}</span>
          </Link>
          <Link to="/problems/$problemId/data/$datasetId/explore" params={{ problemId, datasetId: id }}>
            {t.explore}
            <span className="unseen"> {name}</span>
          </Link>
        </p>
        <Talk problemId={problemId} anchor={{ kind: 'dataset', id, field: null }} label={name} />
      </th>
      {latest === null ? (
        <td colSpan={4} className="quiet">
          {t.noVersion}
        </td>
      ) : (
        <>
          <td>
            <Link to="/problems/$problemId/data-versions/$versionId" params={{ problemId, versionId: latest.id }}>
              {t.versionNumber({ number: latest.number })}
              <span className="unseen"> {name}</span>
            </Link>
            {versionCount > 1 ? <p className="small quiet">{t.earlier({ count: versionCount - 1 })}</p> : null}
            {latest.erased ? <p className="small data-asked">{t.erased}</p> : null}
            {latest.isOneOff ? <p className="small quiet">{t.oneOff}</p> : null}
          </td>
          <td className="number">{formats.number(latest.rows)}</td>
          <td className="number">{formats.number(latest.columnCount)}</td>
          <td>{formats.date(latest.importedAt)}</td>
        </>
      )}
    </tr>
  );
}
