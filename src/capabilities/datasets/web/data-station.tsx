import './data.css';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { getMineInProblem } from '../../identity/contract.ts';
import { datasetTexts } from './dataset-texts.ts';
import { DatasetsPart } from './datasets-part.tsx';
import { SourcesPart } from './sources-part.tsx';

interface DataStationProps {
  problemId: string;
  /** stopped by a no-go: nobody changes anything */
  isStopped: boolean;
}

/** Where the data comes from, and what of it is here. */
export function DataStation({ problemId, isStopped }: DataStationProps) {
  const t = useTexts(datasetTexts);
  const mine = useAnswer(getMineInProblem, { params: { problemId } });
  const may = (permission: string) => !isStopped && (mine.data?.permissions.includes(permission) ?? false);
  const isReadOnly = !may('data.write');
  return (
    <div className="stack stack--wide">
      <SourcesPart {...{ problemId, isReadOnly }} roles={mine.data?.roles ?? []} mayState={may('data.identify')} />
      <DatasetsPart {...{ problemId, isReadOnly }} />
      <section className="stack stack--tight">
        <h3>{t.enough}</h3>
        <p>
          <Link to="/problems/$problemId/data/sufficiency" params={{ problemId }}>
            {t.toEnough}
          </Link>
        </p>
      </section>
    </div>
  );
}
