import { Progress } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { cancelImport, type Import, listImports } from '../contract.ts';
import { datasetTexts } from './dataset-texts.ts';

const look_ms = 1000;

interface ImportsPartProps {
  problemId: string;
  isReadOnly: boolean;
}

const isGoing = ({ state }: Import): boolean => state === 'waiting' || state === 'running';

/** What comes in now, how far it is, and what came of what came in lately. */
export function ImportsPart({ problemId, isReadOnly }: ImportsPartProps) {
  const t = useTexts(datasetTexts).imports;
  const query = useAnswer(listImports, { params: { problemId } });
  const [away, setAway] = useState<readonly string[]>([]);
  const imports = query.data?.imports ?? [];
  const hasGoing = imports.some(isGoing);
  const { refetch } = query;
  // Progress is no event of its own: it is looked at for as long as something is at work.
  useEffect(() => {
    if (!hasGoing) return undefined;
    const timer = setInterval(() => void refetch(), look_ms);
    return () => clearInterval(timer);
  }, [hasGoing, refetch]);
  const shown = imports.filter(
    (each) => isGoing(each) || (isNews(each) && isNewest(each, imports) && !away.includes(each.id)),
  );
  if (shown.length === 0) return null;
  return (
    <section className="stack stack--tight" aria-label={t.title}>
      <h4>{t.title}</h4>
      <ul className="plain-list">
        {shown.map((each) => (
          <ImportLine
            key={each.id}
            {...{ problemId, isReadOnly }}
            given={each}
            putAway={() => setAway([...away, each.id])}
          />
        ))}
      </ul>
    </section>
  );
}

/** A version that was made is in the table already. */
const isNews = ({ state, isSame }: Import): boolean => state === 'failed' || (state === 'done' && isSame);

/** What was tried again since is no news any more. */
const isNewest = ({ id, datasetId }: Import, imports: readonly Import[]): boolean =>
  imports.find((each) => each.datasetId === datasetId)?.id === id;

interface ImportLineProps extends ImportsPartProps {
  given: Import;
  putAway: () => void;
}

function ImportLine({ given, problemId, isReadOnly, putAway }: ImportLineProps) {
  const t = useTexts(datasetTexts).imports;
  const stop = useTexts(datasetTexts).stop;
  const formats = useFormats();
  const cancel = useAsk(cancelImport);
  const { id, files, datasetName, state, phase, progress, failure, isSame, versionId } = given;
  const what = files.length === 0 ? datasetName : t.of({ files: formats.list(files.slice(0, 3)), name: datasetName });
  const going = isGoing(given);
  return (
    <li className="data-row">
      <p>
        {what} <span className="small quiet">{going ? t.phases[phase] : t.states[state]}</span>
      </p>
      {going ? <Progress value={progress * 100} aria-label={`${what}: ${t.phases[phase]}`} /> : null}
      {failure ? <p className="data-asked">{failure.message}</p> : null}
      <div className="row small">
        {isSame && versionId !== null ? (
          <span>
            {t.same}{' '}
            <Link to="/problems/$problemId/data-versions/$versionId" params={{ problemId, versionId }}>
              {t.toVersion}
            </Link>
          </span>
        ) : null}
        {going && !isReadOnly ? (
          <button
            type="button"
            className="button-plain link"
            onClick={() =>
              void cancel
                .mutateAsync({ params: { problemId, importId: id } })
                .catch((error: Error) => say(error.message))
            }
          >
            {stop}
            <span className="unseen"> {what}</span>
          </button>
        ) : null}
        {going ? null : (
          <button type="button" className="button-plain link" onClick={putAway}>
            {t.dismiss}
            <span className="unseen"> {what}</span>
          </button>
        )}
      </div>
    </li>
  );
}
