import { useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAnswer } from '../../../web/kit/query/use-answer.ts';
import { AwaitQuery } from '../../../web/kit/states/await-query.tsx';
import { ModelFile } from '../../tracking/web/index.tsx';
import { describeModelVersion } from '../contract.ts';
import { modelTexts } from './model-texts.ts';

interface Which {
  name: string;
  number: number;
}

/** What a version takes and gives, asked for once somebody looks. */
export function VersionModel(which: Which) {
  const t = useTexts(modelTexts);
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t.file} <span className="unseen">{t.version(which)}</span>
      </summary>
      {isOpen ? <Described {...which} /> : null}
    </details>
  );
}

function Described({ name, number }: Which) {
  const t = useTexts(modelTexts);
  const query = useAnswer(describeModelVersion, { params: { name, number: String(number) } });
  return (
    <AwaitQuery query={query} lines={4}>
      {({ description }) =>
        description === null ? <p className="quiet">{t.noFile}</p> : <ModelFile description={description} />
      }
    </AwaitQuery>
  );
}
