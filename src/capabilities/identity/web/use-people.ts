import { useQuery } from '@tanstack/react-query';
import type { Answer } from '../../../platform/endpoint/define-endpoint.ts';
import { call } from '../../../web/kit/api/call.ts';
import { useTexts } from '../../../web/kit/language/use-texts.ts';
import { listPeople } from '../contract.ts';
import { shownName } from './shown-name.ts';
import { identityTexts } from './texts.ts';

export type Person = Answer<typeof listPeople>['people'][number];

const atOnce = 500;
/** An organisation beyond this is searched by name, not chosen from a list. */
const atMost = 5_000;

/** Everybody in the organisation, by name, to choose from and to name those who did something. */
export function usePeople() {
  return useQuery({ queryKey: [listPeople.id, {}, 'all'], queryFn: fetchPeople });
}

async function fetchPeople(): Promise<Person[]> {
  const people: Person[] = [];
  for (;;) {
    const page = await call(listPeople, { query: { limit: atOnce, offset: people.length } });
    people.push(...page.people);
    if (page.people.length === 0 || people.length >= Math.min(page.total, atMost)) return people;
  }
}

/** The name of a person by id, as far as it is known here. */
export function usePeopleNames(): ReadonlyMap<string, string> {
  const t = useTexts(identityTexts);
  const { data } = usePeople();
  return new Map((data ?? []).map((person) => [person.id, shownName(person, t)]));
}
