import { Button, Textarea } from '@mantine/core';
import { useTexts } from '../../kit/language/use-texts.ts';
import { fieldsOf } from './fields-of.ts';
import type { Schema } from './open-api.ts';
import { apiTexts } from './texts.ts';

interface BodyInputProps {
  id: string;
  schema: Schema;
  value: string;
  error: string | undefined;
  change: (value: string) => void;
  /** back to what the schema begins with */
  again: () => void;
}

export function BodyInput({ id, schema, value, error, change, again }: BodyInputProps) {
  const t = useTexts(apiTexts);
  return (
    <div className="stack stack--tight">
      <Textarea
        id={id}
        className="explorer__body"
        label={t.body}
        autosize
        minRows={4}
        maxRows={24}
        spellCheck={false}
        value={value}
        error={error}
        onChange={(event) => change(event.currentTarget.value)}
      />
      <div>
        <Button variant="subtle" onClick={again}>
          {t.again}
        </Button>
      </div>
      <Fields schema={schema} />
    </div>
  );
}

function Fields({ schema }: { schema: Schema }) {
  const t = useTexts(apiTexts);
  const fields = fieldsOf(schema);
  if (fields.length === 0) return null;
  return (
    <details className="explorer__fields">
      <summary>{t.fields}</summary>
      <dl>
        {fields.map(({ name, type, isRequired, description }) => (
          <div key={name} className="explorer__field">
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              <code className="quiet">{type}</code>
              {isRequired ? <span> · {t.required}</span> : null}
              {description ? <p lang="en">{description}</p> : null}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
