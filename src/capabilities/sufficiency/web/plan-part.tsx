import { Button } from '@mantine/core';
import { Fragment, useId, useState } from 'react';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { listDatasets, readVersion } from '../../datasets/contract.ts';
import { confirmSufficiencyPlan, type RequirementSufficiency } from '../contract.ts';
import { PlanForm } from './plan-form.tsx';
import { planTexts } from './plan-texts.ts';
import { sufficiencyPageTexts } from './texts.ts';

interface PlanPartProps {
  problemId: string;
  requirement: RequirementSufficiency;
  mayWrite: boolean;
}

/** What the plan says in short, where it is completed, and where a person stands for it. */
export function PlanPart({ problemId, requirement, mayWrite }: PlanPartProps) {
  const t = useTexts(planTexts);
  const id = useId();
  // As they were when it was opened: what is typed stays while another version comes in.
  const [columns, setColumns] = useState<readonly string[] | null>(null);
  const { isConfirmed } = requirement.plan;
  const { name, columns: newest } = useNewest(problemId, requirement.plan.content.datasetId);
  const isOffered = mayWrite && newest !== undefined;
  return (
    <section className="stack stack--tight" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t.title}</h3>
      {columns ? (
        <PlanForm {...{ problemId, requirement, columns }} opener={`${id}-open`} close={() => setColumns(null)} />
      ) : (
        <>
          <Said requirement={requirement} dataset={name} />
          {isConfirmed ? null : <Confirm {...{ problemId, requirement, mayWrite }} />}
          {isOffered ? (
            <div>
              <Button id={`${id}-open`} onClick={() => setColumns(newest)}>
                {t.open}
                <span className="unseen"> {requirement.what}</span>
              </Button>
            </div>
          ) : null}
        </>
      )}
    </section>
  );
}

/** The data set of a plan by its name, with the columns of its newest version. */
function useNewest(problemId: string, datasetId: string | null): { name: string; columns: string[] | undefined } {
  const datasets = useAnswer(listDatasets, { params: { problemId } });
  const dataset = datasets.data?.datasets.find(({ id }) => id === datasetId);
  const versionId = dataset?.latest?.id ?? '';
  const version = useAnswer(readVersion, { params: { problemId, versionId } }, { enabled: versionId !== '' });
  return { name: dataset?.name ?? '', columns: version.data?.columns.map((column) => column.name) };
}

function Said({ requirement: { plan }, dataset }: { requirement: RequirementSufficiency; dataset: string }) {
  const t = useTexts(planTexts);
  const formats = useFormats();
  const { target, positive, moment, split, segments, isAllowed, role } = plan.content;
  const targetSaid = target === null || positive === null ? target : t.targetIs({ target, positive });
  const tellSplit = (given: NonNullable<typeof split>) =>
    given.by === 'time'
      ? t.from({ day: formats.date(given.cut) })
      : t.where({ column: given.column, value: given.test });
  const purpose = isAllowed === true ? t.yes : t.no;
  const isCases = role === 'cases';
  const segmentsSaid = segments.length === 0 ? null : formats.list(segments.map(({ name }) => name));
  const confirmed = plan.isConfirmed && plan.confirmedAt !== null ? formats.dateTime(plan.confirmedAt) : null;
  const all = [
    { name: t.said.data, said: dataset, isAsked: true },
    { name: t.said.target, said: targetSaid, isAsked: isCases },
    { name: t.said.moment, said: moment, isAsked: true },
    { name: t.said.split, said: split && tellSplit(split), isAsked: isCases },
    { name: t.said.segments, said: segmentsSaid, isAsked: true },
    { name: t.said.purpose, said: isAllowed === null ? null : purpose, isAsked: true },
    { name: t.said.confirmed, said: confirmed && t.confirmedOn({ date: confirmed }), isAsked: confirmed !== null },
  ];
  const facts = all.filter(({ isAsked }) => isAsked);
  return (
    <dl className="facts small">
      {facts.map(({ name, said }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd className={said === null ? 'quiet' : undefined}>{said ?? t.none}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Confirm({ problemId, requirement, mayWrite }: PlanPartProps) {
  const t = useTexts(sufficiencyPageTexts);
  const confirm = useAsk(confirmSufficiencyPlan);
  const { plan, dataRequirementId } = requirement;
  // By the promise: once it is confirmed this button is gone, and nothing that hangs on it is told.
  const confirmIt = () =>
    void confirm.mutateAsync({ params: { problemId, dataRequirementId }, version: plan.version }).then(
      () => say(t.confirmed),
      (error: Error) => say(error.message),
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
