import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { CopyField } from '../../../web/kit/copy/copy-field.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { webhookTexts } from './texts.ts';
import { verifyExamples } from './verify-examples.ts';

const languages = Object.keys(verifyExamples) as (keyof typeof verifyExamples)[];

/** How a receiver knows who sent it, with a check to copy. */
export function SignaturePart() {
  const t = useTexts(webhookTexts).signature;
  const [language, setLanguage] = useState(languages[0] ?? 'Python');
  return (
    <section className="stack" aria-labelledby="signature-title">
      <h2 id="signature-title">{t.title}</h2>
      <p>{t.body}</p>
      <p>{t.manner}</p>
      <div>
        <SegmentedControl
          aria-label={t.language}
          value={language}
          data={languages}
          onChange={(value) => setLanguage(languages.find((each) => each === value) ?? 'Python')}
        />
      </div>
      <CopyField label={t.example} text={verifyExamples[language]} isLong />
    </section>
  );
}
