import { Button } from '@mantine/core';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { confirmSufficiencyPlan, type RequirementSufficiency } from '../contract.ts';
import { CheckRow } from './check-row.tsx';
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
      {judged ? (
        <ul className="plain-list">
          {judged.checks.map((check) => (
            <CheckRow key={check.check} {...{ place, check, mayAnswer }} runId={judged.run.id} />
          ))}
        </ul>
      ) : (
        <p className="quiet">{t.notRun}</p>
      )}
    </section>
  );
}

function Standing({ problemId, requirement, mayWrite }: Omit<RequirementProps, 'mayAnswer'>) {
  const t = useTexts(sufficiencyPageTexts);
  const formats = useFormats();
  const { plan, judged, latestRun } = requirement;
  const isUnderWay = latestRun?.state === 'waiting' || latestRun?.state === 'running';
  return (
    <>
      <p>
        <strong>{t.verdicts[judged?.verdict ?? 'none']}</strong>
      </p>
      {judged ? (
        <p className="small quiet">
          {t.by({
            number: judged.run.datasetVersionNumber,
            date: formats.dateTime(judged.run.finishedAt ?? judged.run.begunAt),
          })}
        </p>
      ) : null}
      {judged?.isStale ? <p className="note">{t.stale}</p> : null}
      {isUnderWay ? <output>{t.running({ share: formats.percent(latestRun.progress, 0) })}</output> : null}
      {latestRun?.failure ? <p className="note">{latestRun.failure.message}</p> : null}
      {plan.content.datasetId === null ? <p className="note">{t.noPlan}</p> : null}
      {plan.content.datasetId !== null && !plan.isConfirmed ? (
        <Confirm {...{ problemId, requirement, mayWrite }} />
      ) : null}
    </>
  );
}

function Confirm({ problemId, requirement, mayWrite }: Omit<RequirementProps, 'mayAnswer'>) {
  const t = useTexts(sufficiencyPageTexts);
  const confirm = useAsk(confirmSufficiencyPlan);
  const { plan, dataRequirementId } = requirement;
  const confirmIt = () =>
    confirm.mutate(
      { params: { problemId, dataRequirementId }, version: plan.version },
      { onSuccess: () => say(t.confirmed), onError: (error) => say(error.message) },
    );
  return (
    <>
      <p className="note">{t.unconfirmed}</p>
      {mayWrite ? (
        <div>
          <Button loading={confirm.isPending} onClick={confirmIt}>
            {t.confirm}
            <span className="unseen"> {requirement.what}</span>
          </Button>
        </div>
      ) : null}
    </>
  );
}
