import { useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { Loading } from '../../../web/kit/states/loading.tsx';
import { readDataset, readVersion, type VersionSummary } from '../../datasets/contract.ts';
import { getMineInProblem } from '../../identity/contract.ts';
import { CloserPart } from './closer-part.tsx';
import { exploreTexts } from './explore-texts.ts';
import { FindingsPart } from './findings-part.tsx';
import { LooksPart } from './looks-part.tsx';
import { SegmentsPart } from './segments-part.tsx';

/** Whom the page is shown to, and of what. */
export interface ExploreProps {
  problemId: string;
  datasetId: string;
  versionId: string;
  columns: readonly string[];
  /** keep, change, withdraw */
  mayKeep: boolean;
  /** answer findings */
  mayExplain: boolean;
}

/** An outcome that the columns are held against. */
export interface Outcome {
  target: string | null;
  positive: string;
}

/** Everything at a glance, against what the data set is said to tell; one thing closer, and what was kept of it. */
export function ExplorePart({ problemId, version }: { problemId: string; version: VersionSummary }) {
  const t = useTexts(exploreTexts);
  const formats = useFormats();
  const mine = useAnswer(getMineInProblem, { params: { problemId } });
  const whole = useAnswer(readVersion, { params: { problemId, versionId: version.id } });
  const dataset = useAnswer(readDataset, { params: { problemId, datasetId: version.datasetId } });
  const [chosen, choose] = useState<Outcome | null>(null);
  const told = dataset.data?.outcome ?? null;
  const outcome = chosen ?? { target: told?.column ?? null, positive: told?.positive ?? '' };
  const may = (permission: string) => mine.data?.permissions.includes(permission) ?? false;
  const props: ExploreProps = {
    problemId,
    datasetId: version.datasetId,
    versionId: version.id,
    columns: whole.data?.columns.map(({ name }) => name) ?? [],
    mayKeep: may('data.write'),
    mayExplain: may('data.explain'),
  };
  return (
    <div className="stack explore">
      <p className="quiet">{t.version({ number: version.number, rows: formats.number(version.rows, 0) })}</p>
      <FindingsPart {...props} />
      {dataset.isPending ? <Loading lines={8} /> : <LooksPart {...props} outcome={outcome} choose={choose} />}
      <CloserPart {...props} outcome={outcome} />
      <SegmentsPart {...props} />
    </div>
  );
}
