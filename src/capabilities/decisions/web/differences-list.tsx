import { useFormats } from '../../../web/kit/language/use-formats.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { useRoleNames } from '../../identity/web/index.tsx';
import { comparePolicies, type PolicyDifference, type PolicyDocument, riskClasses } from '../contract.ts';
import { groupDifferences } from './group-classes.ts';
import { policyTexts } from './policy-texts.ts';

type Told = ReturnType<typeof groupDifferences>[number];

/** What one policy asks otherwise than another, each point once. */
export function DifferencesList({ before, after }: Record<'before' | 'after', PolicyDocument>) {
  const t = useTexts(policyTexts).differs;
  const say = useSaying();
  const told = groupDifferences(comparePolicies(before, after));
  if (told.length === 0) return <p className="quiet">{t.none}</p>;
  return (
    <ul className="policy__sentences">
      {told.map((each) => (
        <li key={JSON.stringify(each)}>
          <strong>{say.where(each)}:</strong> {say.what(each).join('; ')}.
        </li>
      ))}
    </ul>
  );
}

function useSaying() {
  const t = useTexts(policyTexts);
  const formats = useFormats();
  const roleNames = useRoleNames();
  const texts = t.differs;
  const roleOf = (value: string) => roleNames[value as keyof typeof roleNames];
  const nameOf = (field: PolicyDifference['field'], value: string) => {
    const [role = '', people = ''] = value.split(':');
    if (field === 'quorum') return texts.quorum({ role: roleOf(role), people });
    return field === 'evidence' ? t.evidence[value as keyof typeof t.evidence] : roleOf(value);
  };
  const names = (field: PolicyDifference['field'], values: readonly string[]) =>
    formats.list(values.map((value) => nameOf(field, value)));
  const lasting = (days: number | null) => (days === null ? texts.always : texts.days({ days }));
  return {
    where: ({ gate, classes }: Told) =>
      texts.where({
        gate: gate.toUpperCase(),
        classes:
          classes.length === riskClasses.length
            ? texts.everyClass
            : formats.list(classes.map((each) => t.classes[each])),
      }),
    what: ({ field, added, removed, before, after }: Told): string[] => {
      if (field === 'waivers') return [texts.waivers({ before: before ?? 0, after: after ?? 0 })];
      if (field === 'validity_days') return [texts.validity({ before: lasting(before), after: lasting(after) })];
      return [
        ...(added.length > 0 ? [texts[`${field}Added`]({ names: names(field, added) })] : []),
        ...(removed.length > 0 ? [texts[`${field}Removed`]({ names: names(field, removed) })] : []),
      ];
    },
  };
}
