import './team.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../../web/kit/icons.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useToday } from '../../../web/kit/language/use-today.ts';
import { useAnswer, useAsk } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { ProblemPeople } from '../../identity/web/index.tsx';
import { addStakeholder, listStakeholders, type Stakeholder } from '../contract.ts';
import { emptyStakeholder, StakeholderForm } from './stakeholder-form.tsx';
import { StakeholderRow } from './stakeholder-row.tsx';
import { stakeholderTexts } from './texts.ts';
import { type Timeline, timelineOf } from './timeline.ts';

interface TeamStationProps {
  problemId: string;
  /** id of the stakeholder that the address asks for */
  field: string | undefined;
  isReadOnly: boolean;
}

const opener = 'add-stakeholder';

/** Who is who, and who of all that have to do with the problem was heard. */
export function TeamStation(props: TeamStationProps) {
  const t = useTexts(stakeholderTexts);
  const query = useAnswer(listStakeholders, { params: { problemId: props.problemId } });
  return (
    <div className="stack stack--wide">
      <section className="stack">
        <h3>{t.whoIsWho}</h3>
        <ProblemPeople problemId={props.problemId} />
      </section>
      <AwaitQuery query={query}>{({ stakeholders }) => <Heard {...props} stakeholders={stakeholders} />}</AwaitQuery>
    </div>
  );
}

type HeardProps = TeamStationProps & { stakeholders: readonly Stakeholder[] };

function Heard({ stakeholders, problemId, field, isReadOnly }: HeardProps) {
  const t = useTexts(stakeholderTexts);
  const [isAdding, setAdding] = useState(false);
  const add = useAsk(addStakeholder);
  const timeline = timelineOf(stakeholders, useToday());
  const isEmpty = stakeholders.length === 0;
  const ids = stakeholders.map(({ id }) => id);
  return (
    <section className="stack">
      <h3>{isEmpty ? t.emptyTitle : t.title}</h3>
      {isEmpty ? <p className="quiet">{t.emptyBody}</p> : <Finding stakeholders={stakeholders} />}
      <OpenQuestions stakeholders={stakeholders} />
      {isEmpty ? null : (
        <div>
          <Axis timeline={timeline} />
          <ul className="plain-list heard">
            {stakeholders.map((stakeholder) => (
              <StakeholderRow
                key={stakeholder.id}
                {...{ stakeholder, problemId, isReadOnly, timeline, ids }}
                isAsked={field === stakeholder.id}
              />
            ))}
          </ul>
        </div>
      )}
      {isAdding ? (
        <StakeholderForm
          start={emptyStakeholder}
          opener={opener}
          save={(body) => add.mutateAsync({ params: { problemId }, body })}
          close={() => setAdding(false)}
        />
      ) : null}
      {isAdding || isReadOnly ? null : (
        <div>
          <Button
            id={opener}
            variant={isEmpty ? 'filled' : 'default'}
            leftSection={<Icon name="plus" />}
            onClick={() => setAdding(true)}
          >
            {t.add}
          </Button>
        </div>
      )}
    </section>
  );
}

/** What the picture below shows, as a sentence. */
function Finding({ stakeholders }: { stakeholders: readonly Stakeholder[] }) {
  const t = useTexts(stakeholderTexts);
  const formats = useFormats();
  const must = stakeholders.filter(({ mustBeHeard }) => mustBeHeard);
  const not = must.filter(({ isHeard }) => !isHeard);
  const open = stakeholders.flatMap(({ questions }) => questions.filter(({ isOpen }) => isOpen)).length;
  const names = formats.list(not.map(({ name }) => name ?? t.erased));
  const heard =
    must.length === 0
      ? t.nobodyMust
      : not.length === 0
        ? t.everyoneHeard({ count: must.length })
        : t.someHeard({ heard: must.length - not.length, of: must.length, names });
  return (
    <p>
      {heard} {open > 0 ? t.open({ count: open }) : ''} <span className="quiet">{t.intro}</span>
    </p>
  );
}

/** What stakeholders ask, in their words; it is answered where they stand below. */
function OpenQuestions({ stakeholders }: { stakeholders: readonly Stakeholder[] }) {
  const t = useTexts(stakeholderTexts);
  const formats = useFormats();
  const open = stakeholders.flatMap(({ name, questions }) =>
    questions.filter(({ isOpen }) => isOpen).map((question) => ({ ...question, name: name ?? t.erased })),
  );
  if (open.length === 0) return null;
  return (
    <section className="stack stack--tight" aria-label={t.openQuestions}>
      <h4>{t.openQuestions}</h4>
      <ul className="findings">
        {open.map(({ id, text, name, askedOn }) => (
          <li key={id}>
            {text} <span className="small quiet">{t.askedBy({ name, since: formats.date(askedOn) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Both ends of the scale on which the hearings stand; each row says its own dates in words. */
function Axis({ timeline }: { timeline: Timeline | null }) {
  const t = useTexts(stakeholderTexts);
  const formats = useFormats();
  if (!timeline) return null;
  return (
    <div className="heard__head heard__axis--top">
      <span />
      <span className="heard__axis" title={t.timeline({ from: timeline.from, to: timeline.to })}>
        <span>{formats.date(timeline.from)}</span>
        <span>{t.today}</span>
      </span>
    </div>
  );
}
