/** Events carry ids, never names: a name can be erased without touching the chain. Names come from who keeps them. */
export interface Names {
  people: readonly { id: string; name: string }[];
  problems: readonly { id: string; title: string }[];
}

export const nameOf = ({ people }: Names, id: string): string | undefined =>
  people.find((person) => person.id === id)?.name;

export const titleOf = ({ problems }: Names, id: string): string | undefined =>
  problems.find((problem) => problem.id === id)?.title;
