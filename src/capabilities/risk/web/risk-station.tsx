import './risk.css';
import { useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
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
  const shown = field === 'none' ? null : (partNames.find((name) => name === field) ?? firstOpen ?? null);
  return (
    <div className="stack">
      <p className="quiet">
        {t.intro} {isReadOnly ? t.yours : null}
      </p>
      {partNames.map((name) => (
        <PartFrame
          key={name}
          name={name}
          title={t.parts[name]}
          {...said[name]}
          isOpen={name === shown}
          toggle={() => setField(name === shown ? 'none' : name)}
        >
          <OpenPart {...{ name, problemId, isReadOnly, assessment }} />
        </PartFrame>
      ))}
    </div>
  );
}

interface OpenPartProps extends Pick<RiskStationProps, 'problemId' | 'isReadOnly'> {
  name: PartName;
  assessment: RiskAssessment;
}

function OpenPart({ name, assessment, ...props }: OpenPartProps) {
  switch (name) {
    case 'class':
      return <ClassPart {...props} />;
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
