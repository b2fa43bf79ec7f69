import { CopyField } from '../../../web/kit/copy/copy-field.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { auditTexts } from './texts.ts';

const ofDownload = 'peil audit verify --file audit.jsonl --checkpoints checkpoints/';
const ofData = 'peil audit verify';

/** Verifying is for who does not trust this server: it happens elsewhere, and this page tells how. */
export function VerifyExplanation() {
  const t = useTexts(auditTexts).verify;
  return (
    <section className="stack" aria-labelledby="verify-title">
      <h2 id="verify-title">{t.title}</h2>
      <p>{t.body}</p>
      <ol className="stack verify__steps">
        <li>{t.steps.download}</li>
        <li>
          <div className="stack">
            <p>{t.steps.run}</p>
            <CopyField label={t.command} text={ofDownload} />
          </div>
        </li>
        <li>
          <div className="stack">
            <p>{t.steps.here}</p>
            <CopyField label={t.commandHere} text={ofData} />
          </div>
        </li>
      </ol>
    </section>
  );
}
