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
  const [isOpen, setOpen] = useState(false);
  const { content, isConfirmed } = requirement.plan;
  const datasets = useAnswer(listDatasets, { params: { problemId } });
  const dataset = datasets.data?.datasets.find((each) => each.id === content.datasetId);
  const versionId = dataset?.latest?.id ?? '';
  const version = useAnswer(readVersion, { params: { problemId, versionId } }, { enabled: versionId !== '' });
  const columns = version.data?.columns.map(({ name }) => name);
  return (
    <section className="stack stack--tight" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{t.title}</h3>
      {isOpen && columns ? (
        <PlanForm {...{ problemId, requirement, columns }} opener={`${id}-open`} close={() => setOpen(false)} />
      ) : (
        <>
          <Said requirement={requirement} dataset={dataset?.name ?? ''} />
          {isConfirmed ? null : <Confirm {...{ problemId, requirement, mayWrite }} />}
          {mayWrite && columns ? (
            <div>
              <Button id={`${id}-open`} onClick={() => setOpen(true)}>
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

function Said({ requirement: { plan }, dataset }: { requirement: RequirementSufficiency; dataset: string }) {
  const t = useTexts(planTexts);
  const formats = useFormats();
  const { target, positive, moment, split, segments, isAllowed, role } = plan.content;
  const targetSaid = target === null || positive === null ? target : t.targetIs({ target, positive });
  const splitSaid =
    split?.by === 'time'
      ? t.from({ day: formats.date(split.cut) })
      : split && t.where({ column: split.column, value: split.test });
  const isCases = role === 'cases';
  const segmentsSaid = segments.length === 0 ? null : formats.list(segments.map(({ name }) => name));
  const confirmed = plan.isConfirmed && plan.confirmedAt !== null ? formats.dateTime(plan.confirmedAt) : null;
  const all = [
    { name: t.said.data, said: dataset, isAsked: true },
    { name: t.said.target, said: targetSaid, isAsked: isCases },
    { name: t.said.moment, said: moment, isAsked: true },
    { name: t.said.split, said: splitSaid, isAsked: isCases },
    { name: t.said.segments, said: segmentsSaid, isAsked: true },
    { name: t.said.purpose, said: isAllowed === null ? null : isAllowed ? t.yes : t.no, isAsked: true },
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
