/** What is not set is left out of an answer: clients take it for not given. */
export const unlessEmpty = <Name extends string, T>(name: Name, list: readonly T[]) =>
  list.length > 0 ? { [name]: list } : {};
export const unlessBlank = (name: string, value: string | null) => (value ? { [name]: value } : {});
export const ifSet = (name: string, value: number | string | null) => (value === null ? {} : { [name]: value });
