import { useState } from 'react';
import { Icon } from '../../../web/kit/icons.tsx';
import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { Talk } from '../../conversation/web/index.tsx';
import type { Stakeholder } from '../contract.ts';
import { StakeholderDetails } from './stakeholder-details.tsx';
import { stakeholderTexts } from './texts.ts';
import type { Timeline } from './timeline.ts';

export interface StakeholderRowProps {
  stakeholder: Stakeholder;
  problemId: string;
  isReadOnly: boolean;
  timeline: Timeline | null;
  /** all stakeholders, in order */
  ids: readonly string[];
  /** the address asked for this one */
  isAsked: boolean;
}

/** One stakeholder: who, when they were heard as dots in time, and in words; the rest opens below. */
export function StakeholderRow(props: StakeholderRowProps) {
  const { stakeholder, problemId, timeline, isAsked } = props;
  const t = useTexts(stakeholderTexts);
  const [isOpen, setOpen] = useState(isAsked);
  const { id, name, relation } = stakeholder;
  return (
    <li className="heard__row">
      <div className="heard__head">
        <div>
          <button
            type="button"
            className="button-plain heard__name"
            aria-expanded={isOpen}
            aria-controls={`stakeholder-${id}`}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name="right" size={12} />
            {name ?? t.erased}
          </button>
          <p className="small quiet">{t.relations[relation]}</p>
        </div>
        <Strip {...{ stakeholder, timeline }} />
        <HeardState stakeholder={stakeholder} />
      </div>
      <Talk
        problemId={problemId}
        anchor={{ kind: 'stakeholder', id, field: null }}
        label={name ?? `${t.relations[relation]}: ${t.erased}`}
      />
      <div id={`stakeholder-${id}`}>{isOpen ? <StakeholderDetails {...props} /> : null}</div>
    </li>
  );
}

/** Dots where they were heard; a ring at the end where they still must be. The words beside it say the same. */
function Strip({ stakeholder, timeline }: Pick<StakeholderRowProps, 'stakeholder' | 'timeline'>) {
  const { hearings, mustBeHeard, isHeard } = stakeholder;
  return (
    <svg className="heard__strip" aria-hidden="true">
      <line className={`heard__rail${isHeard ? '' : ' heard__rail--none'}`} x1="0" x2="100%" y1="50%" y2="50%" />
      {timeline
        ? hearings.map(({ id, heardOn }) => (
            <circle key={id} className="heard__dot" cx={`${timeline.at(heardOn)}%`} cy="50%" r="6" />
          ))
        : null}
      {mustBeHeard && !isHeard ? <circle className="heard__ring" cx="100%" cy="50%" r="5" /> : null}
    </svg>
  );
}

function HeardState({ stakeholder: { hearings, questions, mustBeHeard, isHeard } }: { stakeholder: Stakeholder }) {
  const t = useTexts(stakeholderTexts);
  const formats = useFormats();
  const open = questions.filter(({ isOpen }) => isOpen).length;
  const [latest] = hearings;
  const isMissing = mustBeHeard && !isHeard;
  return (
    <p className={`heard__state${isMissing ? ' heard__state--asked' : ''}`}>
      {latest
        ? t.heardOn({
            count: hearings.length,
            last: formats.date(latest.heardOn),
            by: latest.heardBy.name ?? t.hearing.somebody,
          })
        : isMissing
          ? t.notHeard
          : t.notNeeded}
      {open > 0 ? `; ${t.openShort({ count: open })}` : ''}
    </p>
  );
}
