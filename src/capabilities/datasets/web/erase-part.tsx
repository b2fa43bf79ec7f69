import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useAsk } from '../../../web/kit/query/use-answer.ts';
import { say } from '../../../web/kit/toast/toast-list.ts';
import { eraseVersion, type Version } from '../contract.ts';
import { ReasonForm } from './reason-form.tsx';
import { versionTexts } from './version-texts.ts';

const opener = 'erase-version';

/** What cannot be undone says so before. */
export function ErasePart({ problemId, version }: { problemId: string; version: Version }) {
  const t = useTexts(versionTexts).erase;
  const [isAsking, setAsking] = useState(false);
  if (isAsking) return <EraseForm {...{ problemId, version }} close={() => setAsking(false)} />;
  return (
    <div>
      <Button id={opener} onClick={() => setAsking(true)}>
        {t.open}
      </Button>
    </div>
  );
}

function EraseForm({ problemId, version, close }: { problemId: string; version: Version; close: () => void }) {
  const t = useTexts(versionTexts).erase;
  const erase = useAsk(eraseVersion);
  const params = { problemId, versionId: version.id };
  return (
    <ReasonForm
      words={{ reason: t.reason, needed: t.reasonNeeded, yes: t.yes, cancel: t.cancel }}
      opener={opener}
      most={1000}
      isSaving={erase.isPending}
      give={(reason) => erase.mutateAsync({ params, body: { reason } }).then(() => say(t.done))}
      close={close}
    >
      <h2>{t.title}</h2>
      <p className="note">{t.explain}</p>
    </ReasonForm>
  );
}
