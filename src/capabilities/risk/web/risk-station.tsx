import './risk.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { useTalkedOf } from '../../conversation/web/index.tsx';
import { UncountedRoles } from '../../identity/web/index.tsx';
import { readRegulatorList, readRiskAssessment, type RiskAssessment } from '../contract.ts';
import { ClassPart } from './class-part.tsx';
import { DpiaPart } from './dpia-part.tsx';
import { PartFrame } from './part-frame.tsx';
import { RegisterPart } from './register-part.tsx';
import { RegulatorPart } from './regulator-part.tsx';
import { SigningPart } from './signing-part.tsx';
import { riskPageTexts } from './texts.ts';

const partNames = ['class', 'dpia', 'register', 'regulator', 'signing'] as const;
type PartName = (typeof partNames)[number];

interface RiskStationProps {
  problemId: string;
  /** the part that is open */
  field: string | undefined;
  setField: (field: string | undefined) => void;
  isReadOnly: boolean;
}

/** The begin assessment: five parts, each with a sentence that says where it stands, one open at a time. */
export function RiskStation(props: RiskStationProps) {
  const query = useAnswer(readRiskAssessment, { params: { problemId: props.problemId } });
  return <AwaitQuery query={query}>{(data) => <Parts {...props} assessment={data} />}</AwaitQuery>;
}

function Parts({
  assessment,
  problemId,
  field,
  setField,
  isReadOnly,
}: RiskStationProps & { assessment: RiskAssessment }) {
  const t = useTexts(riskPageTexts);
  const list = useAnswer(readRegulatorList, { params: { problemId } });
  const isDone = (id: string) => assessment.evidence.find((item) => item.id === id)?.isDone ?? false;
  const said: Record<PartName, { sentence: string; isDone: boolean }> = {
    class: { sentence: assessment.classSentence, isDone: isDone('risk.classified') },
    dpia: { sentence: assessment.dpiaSentence, isDone: isDone('risk.dpia') },
    register: { sentence: assessment.standingSentence, isDone: isDone('risk.register') && isDone('risk.accepted') },
    regulator: { sentence: list.data?.sentence ?? '', isDone: list.data?.completeness === 100 },
    signing: { sentence: assessment.signingSentence, isDone: isDone('risk.signed') },
  };
  // Chosen once: a part that gets done while somebody works in it stays where it is.
  const [firstOpen] = useState(() => partNames.find((name) => name !== 'regulator' && !said[name].isDone));
  // A conversation about a risk is opened where the risk stands.
  const asked = useTalkedOf('risk') === undefined ? field : (field ?? 'register');
  const isAtOnce = field === 'at-once';
  const shown = openPart({ field: asked, firstOpen, isClassDone: said.class.isDone });
  return (
    <div className="stack">
      <p className="quiet">
        {isAtOnce ? null : t.intro} {isReadOnly ? t.yours : null}
      </p>
      <UncountedRoles problemId={problemId} />
      {(isAtOnce ? (['class'] as const) : partNames).map((name) => (
        <PartFrame
          key={name}
          name={name}
          title={t.parts[name]}
          {...said[name]}
          isOpen={name === shown}
          toggle={() => setField(name === shown ? 'none' : name)}
        >
          <OpenPart {...{ name, problemId, isReadOnly, assessment }} isAtOnce={isAtOnce} />
        </PartFrame>
      ))}
      {isAtOnce ? (
        <div>
          <Button variant="subtle" onClick={() => setField('none')}>
            {t.allParts}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

interface Opening {
  field: string | undefined;
  firstOpen: PartName | undefined;
  isClassDone: boolean;
}

/** The guided way asks for the class alone, and closes it once it is there. */
function openPart({ field, firstOpen, isClassDone }: Opening): PartName | null {
  if (field === 'none') return null;
  if (field === 'at-once') return isClassDone ? null : 'class';
  return partNames.find((name) => name === field) ?? firstOpen ?? null;
}

interface OpenPartProps extends Pick<RiskStationProps, 'problemId' | 'isReadOnly'> {
  name: PartName;
  assessment: RiskAssessment;
  /** the class on one page, for what the law does not name */
  isAtOnce: boolean;
}

function OpenPart({ name, assessment, isAtOnce, ...props }: OpenPartProps) {
  switch (name) {
    case 'class':
      return <ClassPart {...props} isAtOnce={isAtOnce} />;
    case 'dpia':
      return <DpiaPart {...props} />;
    case 'register':
      return <RegisterPart {...props} />;
    case 'regulator':
      return <RegulatorPart {...props} />;
    case 'signing':
      return <SigningPart {...props} assessment={assessment} />;
  }
}
