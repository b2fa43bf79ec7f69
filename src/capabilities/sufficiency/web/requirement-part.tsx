import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import type { RequirementSufficiency, SufficiencyRun } from '../contract.ts';
import { ChooseData } from './choose-data.tsx';
import { ChecksPart } from './checks-part.tsx';
import { PlanPart } from './plan-part.tsx';
import { sufficiencyPageTexts } from './texts.ts';

export interface RequirementProps {
  problemId: string;
  requirement: RequirementSufficiency;
  mayWrite: boolean;
  mayAnswer: boolean;
}

/** One thing that is needed: which data answers it, and what the checks say of that. */
export function RequirementPart({ problemId, requirement, mayWrite, mayAnswer }: RequirementProps) {
  const t = useTexts(sufficiencyPageTexts);
  const { dataRequirementId, what, judged } = requirement;
  const place = { problemId, dataRequirementId };
  const title = `sufficiency-${dataRequirementId}`;
  return (
    <section id={`field-${title}`} className="stack stack--tight" aria-labelledby={title}>
      <h2 id={title}>{what}</h2>
      <Standing {...{ problemId, requirement, mayWrite }} />
      {judged ? <ChecksPart {...{ place, judged, mayAnswer }} /> : <p className="quiet">{t.notRun}</p>}
    </section>
  );
}

function Standing({ problemId, requirement, mayWrite }: Omit<RequirementProps, 'mayAnswer'>) {
  const t = useTexts(sufficiencyPageTexts);
  const { plan, judged, latestRun } = requirement;
  const hasData = plan.content.datasetId !== null;
  return (
    <>
      <p>
        <strong>{t.verdicts[judged?.verdict ?? 'none']}</strong>
      </p>
      {judged ? <Judged judged={judged} /> : null}
      {latestRun ? <Progress run={latestRun} /> : null}
      {hasData ? null : <p className="note">{t.noPlan}</p>}
      {!hasData && mayWrite ? <ChooseData {...{ problemId, requirement }} /> : null}
      {hasData ? <PlanPart {...{ problemId, requirement, mayWrite }} /> : null}
    </>
  );
}

function Judged({ judged: { run, isStale } }: { judged: NonNullable<RequirementSufficiency['judged']> }) {
  const t = useTexts(sufficiencyPageTexts);
  const formats = useFormats();
  const date = formats.dateTime(run.finishedAt ?? run.begunAt);
  return (
    <>
      <p className="small quiet">{t.by({ number: run.datasetVersionNumber, date })}</p>
      {isStale ? <p className="note">{t.stale}</p> : null}
    </>
  );
}

function Progress({ run: { state, progress, failure } }: { run: SufficiencyRun }) {
  const t = useTexts(sufficiencyPageTexts);
  const formats = useFormats();
  if (failure) return <p className="note">{failure.message}</p>;
  const isUnderWay = state === 'waiting' || state === 'running';
  return isUnderWay ? <output>{t.running({ share: formats.percent(progress, 0) })}</output> : null;
}
