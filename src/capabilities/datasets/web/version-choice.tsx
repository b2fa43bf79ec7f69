import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { listVersions, type Version } from '../contract.ts';
import { datasetTexts } from './dataset-texts.ts';
import { versionTexts } from './version-texts.ts';

/** The other versions of the data set, each a step away. */
export function VersionChoice({ problemId, version }: { problemId: string; version: Version }) {
  const t = useTexts(versionTexts);
  const words = useTexts(datasetTexts);
  const { data } = useAnswer(listVersions, { params: { problemId, datasetId: version.datasetId } });
  const versions = data?.versions ?? [];
  if (versions.length < 2) return null;
  return (
    <nav aria-label={t.versions} className="row small">
      <span className="quiet">{t.versions}:</span>
      {versions.map(({ id, number, erased }) =>
        id === version.id ? (
          <strong key={id} aria-current="page">
            {number}
          </strong>
        ) : (
          <Link key={id} to="/problems/$problemId/data-versions/$versionId" params={{ problemId, versionId: id }}>
            <span className="unseen">{words.versionNumber({ number })}</span>
            <span aria-hidden="true">{number}</span>
            {erased ? ` (${words.erased})` : ''}
          </Link>
        ),
      )}
    </nav>
  );
}
