import { useState } from 'react';
import { Icon } from '../../../web/kit/icons.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { identityTexts } from '../../identity/web/index.tsx';
import { checklistTexts } from './checklist-texts.ts';
import type { RoleGroup } from './group-items.ts';
import { ItemRow } from './item-row.tsx';

interface RoleGroupPartProps {
  group: RoleGroup;
  problemId: string;
  field: string | undefined;
  permissions: readonly string[];
  /** open until the reader closes it, or the other way round */
  isOpenFirst: boolean;
}

/** The items of one role, with how many of them are answered. */
export function RoleGroupPart({ group, problemId, field, permissions, isOpenFirst }: RoleGroupPartProps) {
  const t = useTexts(checklistTexts);
  const { roles } = useTexts(identityTexts);
  const { role, isMine, items, settled, of } = group;
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isOpen = chosen ?? isOpenFirst;
  return (
    <section className="checklist__group" aria-label={roles[role]}>
      <header>
        <h4>
          <button
            type="button"
            className="button-plain"
            aria-expanded={isOpen}
            aria-controls={`checklist-${role}`}
            onClick={() => setChosen(!isOpen)}
          >
            {roles[role]} <Icon name={isOpen ? 'up' : 'down'} size={12} />
          </button>{' '}
          {isMine ? <span className="small quiet">({t.yours})</span> : null}
        </h4>
        <span className="checklist__words small quiet">
          <ProgressBar {...{ settled, of }} />
          {t.answeredOf({ settled, of })}
        </span>
      </header>
      <div id={`checklist-${role}`}>
        {isOpen ? (
          <ul className="plain-list">
            {items.map((item) => (
              <ItemRow key={item.id} {...{ item, problemId, permissions }} isAsked={field === item.id} />
            ))}
          </ul>
        ) : null}
      </div>
    </section>
  );
}

/** The words beside it say the same. */
function ProgressBar({ settled, of }: { settled: number; of: number }) {
  if (of === 0) return null;
  return (
    <svg className="progress" viewBox="0 0 112 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className="progress__rail" x="0.5" y="0.5" width="111" height="9" rx="2" />
      <rect className="progress__done" x="0.5" y="0.5" width={(111 * settled) / of} height="9" rx="2" />
    </svg>
  );
}
