import { Autocomplete, Button, NativeSelect, TextInput } from '@mantine/core';
import { Icon } from '../../../web/kit/icons.tsx';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { problemRoleSchema } from '../../identity/contract.ts';
import { useRoleNames } from '../../identity/web/index.tsx';
import type { PersonDraft, ProblemRole } from './decision-draft.ts';
import { decisionTexts } from './decision-texts.ts';

interface PeopleFieldsProps {
  people: readonly PersonDraft[];
  /** what a name stands for, where nothing else is written */
  meaning: string;
  /** names of people who sign in here */
  known: readonly string[];
  change: (people: readonly PersonDraft[]) => void;
  idOf: (field: string) => string;
  errorAt: (field: string) => string | undefined;
}

/** Who stands for the decision, in which role, and what the name means. */
export function PeopleFields({ people, change, ...rest }: PeopleFieldsProps) {
  const t = useTexts(decisionTexts);
  const put = (index: number, part: Partial<PersonDraft>) =>
    change(people.map((person, at) => (at === index ? { ...person, ...part } : person)));
  return (
    <section className="stack">
      <h4>{t.people}</h4>
      {people.map((person, index) => (
        <PersonFields
          // oxlint-disable-next-line react/no-array-index-key -- a person being typed has no other name than its place
          key={index}
          {...{ person, index, ...rest }}
          put={(part) => put(index, part)}
          remove={people.length > 1 ? () => change(people.toSpliced(index, 1)) : null}
        />
      ))}
      <div>
        <Button
          leftSection={<Icon name="plus" />}
          onClick={() => change([...people, { name: '', role: 'sme', meaning: '' }])}
        >
          {t.addPerson}
        </Button>
      </div>
    </section>
  );
}

type PersonFieldsProps = Omit<PeopleFieldsProps, 'people' | 'change'> & {
  person: PersonDraft;
  index: number;
  put: (part: Partial<PersonDraft>) => void;
  remove: (() => void) | null;
};

function PersonFields({ person, index, meaning, known, put, remove, idOf, errorAt }: PersonFieldsProps) {
  const t = useTexts(decisionTexts);
  const roles = useRoleNames();
  const called = t.person({ number: index + 1 });
  return (
    <fieldset className="person-fields stack">
      <legend className="unseen">{called}</legend>
      <div className="fields">
        <Autocomplete
          id={idOf(`name-${index}`)}
          label={t.name}
          data={known}
          maxLength={200}
          value={person.name}
          error={errorAt(`name-${index}`)}
          onChange={(name) => put({ name })}
        />
        <NativeSelect
          label={t.role}
          value={person.role}
          data={problemRoleSchema.options.map((value) => ({ value, label: roles[value] }))}
          onChange={(event) => put({ role: event.currentTarget.value as ProblemRole })}
        />
        <TextInput
          label={t.meaning}
          maxLength={300}
          placeholder={meaning}
          value={person.meaning}
          onChange={(event) => put({ meaning: event.currentTarget.value })}
        />
      </div>
      {remove ? (
        <div>
          <button type="button" className="button-plain link small" onClick={remove}>
            {t.removePerson({ name: person.name || called })}
          </button>
        </div>
      ) : null}
    </fieldset>
  );
}
