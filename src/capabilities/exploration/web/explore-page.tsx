import './explore.css';
import { Link, useParams } from '@tanstack/react-router';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Page } from '../../../web/kit/layout/page.tsx';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { Empty } from '../../../web/kit/states/empty.tsx';
import { listDatasets, listVersions } from '../../datasets/contract.ts';
import { ExplorePart } from './explore-part.tsx';
import { exploreTexts } from './explore-texts.ts';

/** The data of one data set, looked at together. */
export function ExplorePage() {
  const t = useTexts(exploreTexts);
  const { problemId, datasetId } = useParams({ from: '/problems/$problemId/data/$datasetId/explore' });
  const datasets = useAnswer(listDatasets, { params: { problemId } });
  const versions = useAnswer(listVersions, { params: { problemId, datasetId } });
  const name = datasets.data?.datasets.find(({ id }) => id === datasetId)?.name;
  const above = (
    <Link to="/problems/$problemId/{-$station}" params={{ problemId, station: 'data' }} className="small">
      {t.back}
    </Link>
  );
  return (
    <Page title={name === undefined ? t.titleAlone : t.title({ name })} lead={t.lead} above={above}>
      <AwaitQuery query={versions} lines={10}>
        {({ versions: listed }) => {
          const version = listed.find(({ kind, erased }) => kind === 'content' && erased === null);
          return version ? (
            <ExplorePart key={version.id} {...{ problemId, version }} />
          ) : (
            <Empty title={t.noData} body={t.noDataBody} />
          );
        }}
      </AwaitQuery>
    </Page>
  );
}
