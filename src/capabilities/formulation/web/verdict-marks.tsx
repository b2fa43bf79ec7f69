import './weighing.css';
import { useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import {
  type KeyResult,
  type KeyResultVerdict,
  listVerdicts,
  type VerdictRole,
  verdictRoles,
  type VerdictWord,
} from '../contract.ts';
import { VerdictPanel } from './verdict-panel.tsx';
import { weighingTexts } from './weighing-texts.ts';

const marks: Record<VerdictWord | 'none' | 'differ', string> = {
  yes: '✓',
  partly: '◐',
  no: '✕',
  unknown: '?',
  none: '○',
  differ: '≠',
};

interface VerdictMarksProps {
  problemId: string;
  keyResult: KeyResult;
  isReadOnly: boolean;
  /** the address asked for it: it opens at once */
  isAsked: boolean;
}

/** Whether data scientist and expert each see a part for machine learning in this key result: two marks with words. */
export function VerdictMarks({ problemId, keyResult, isReadOnly, isAsked }: VerdictMarksProps) {
  const t = useTexts(weighingTexts).verdict;
  const [isOpen, setOpen] = useState(isAsked);
  const { data } = useAnswer(listVerdicts, { params: { problemId } });
  if (!data) return null;
  const verdicts = data.verdicts.filter((each) => each.keyResultId === keyResult.id);
  const id = `verdicts-${keyResult.id}`;
  return (
    <div className="verdicts stack stack--tight">
      <div className="row small verdicts__line">
        <span className="quiet">{t.question}</span>
        {verdictRoles.map((role) => (
          <Mark key={role} role={role} verdicts={verdicts} />
        ))}
        <button
          type="button"
          className="button-plain link"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t.hide : t.show}
          <span className="unseen"> {keyResult.metric}</span>
        </button>
      </div>
      <div id={id}>{isOpen ? <VerdictPanel {...{ problemId, keyResult, verdicts, isReadOnly }} /> : null}</div>
    </div>
  );
}

function Mark({ role, verdicts }: { role: VerdictRole; verdicts: readonly KeyResultVerdict[] }) {
  const t = useTexts(weighingTexts).verdict;
  const said = saidBy(role, verdicts);
  const words = said === 'none' || said === 'differ' ? t[said] : t.words[said];
  return (
    <span className={`verdict-mark verdict-mark--${said}`}>
      <span className="verdict-mark__sign" aria-hidden="true">
        {marks[said]}
      </span>
      {t.roles[role]}: {words}
    </span>
  );
}

/** Where several hold a role, they may not agree: then that is what is told. */
function saidBy(role: VerdictRole, verdicts: readonly KeyResultVerdict[]): VerdictWord | 'none' | 'differ' {
  const words = new Set(verdicts.filter((each) => each.isStanding && each.role === role).map((each) => each.verdict));
  const [only] = words;
  if (only === undefined) return 'none';
  return words.size === 1 ? only : 'differ';
}
