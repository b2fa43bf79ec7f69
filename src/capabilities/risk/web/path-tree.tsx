import { useTexts } from '../../../web/kit/language/use-texts.ts';
import type { AiActAssessment } from '../contract.ts';
import { drawPath, type DrawnQuestion } from './draw-path.ts';
import { riskPageTexts } from './texts.ts';
import { lawTexts } from './law-texts.ts';

const row = 46;
const trunk = 14;
const leafAt = 190;

/** The tree as a picture: a trunk of questions, a branch at each, and the way that was taken. */
export function PathTree({ data }: { data: AiActAssessment }) {
  const t = useTexts(riskPageTexts);
  const own = useTexts(lawTexts).path;
  const { questions, end } = drawPath(data);
  const bottom = row * questions.length + 20;
  const steps = data.path.map((step) => `${step.questionText} ${step.choiceText}`).join('; ');
  const said = data.leaf === null ? own.openEnd : own.end({ name: t.classes[data.class] });
  return (
    <svg
      className="path-tree"
      viewBox={`0 0 300 ${bottom + 20}`}
      role="img"
      aria-label={own.picture({ steps: steps === '' ? '-' : steps, end: said })}
    >
      {questions.map((question, index) => (
        <QuestionMark key={question.id} {...{ question, index }} name={t.classes[question.leaf ?? 'unassessed']} />
      ))}
      <text x={trunk + 16} y={bottom + 4} className={`path-tree__leaf${end.isTaken ? ' path-tree__leaf--taken' : ''}`}>
        {t.classes[end.leaf]}
      </text>
      <circle cx={trunk} cy={bottom} r={4} className={`path-tree__end${end.isTaken ? ' path-tree__end--taken' : ''}`} />
    </svg>
  );
}

function QuestionMark({ question, index, name }: { question: DrawnQuestion; index: number; name: string }) {
  const y = 20 + index * row;
  const { state, isBranchTaken, goesOn, leaf, label } = question;
  return (
    <g>
      <line
        x1={trunk}
        y1={y}
        x2={trunk}
        y2={y + row}
        className={`path-tree__line${goesOn ? ' path-tree__line--taken' : ''}`}
      />
      {leaf === null ? null : (
        <>
          <path
            d={`M${trunk} ${y} h${leafAt - trunk - 20} q8 0 8 8 v2 q0 4 4 4`}
            className={`path-tree__line${isBranchTaken ? ' path-tree__line--taken' : ''}`}
          />
          <text x={leafAt} y={y + 18} className={`path-tree__leaf${isBranchTaken ? ' path-tree__leaf--taken' : ''}`}>
            {name}
          </text>
        </>
      )}
      <circle cx={trunk} cy={y} r={7} className={`path-tree__node path-tree__node--${state}`} />
      <text x={trunk + 16} y={y - 6} className="path-tree__label">
        {label}
      </text>
    </g>
  );
}
