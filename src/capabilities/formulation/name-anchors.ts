import type { AnyDb } from '../../platform/db/database.ts';
import type { Locale } from '../../platform/text/locale.ts';
import { listItemTitles } from '../checklists/index.ts';
import type { Anchor } from '../conversation/contract.ts';
import { listRiskTitles } from '../risk/index.ts';
import { listStakeholderNames } from '../stakeholders/index.ts';
import { type AskedThings, type Known, type NamedThing, namerOf } from './anchor-namers.ts';
import { anchorTexts } from './anchor-texts.ts';
import { onePageTexts } from './one-page-texts.ts';
import { formulationDb } from './tables.ts';

export interface Placed {
  problemId: string;
  anchor: Anchor;
}

/** What a place is called: what kind of thing, and its own name where it has one. */
export interface PlaceName {
  kind: string;
  name: string | null;
}

/** Names of things by `problem id`: an anchor says any id, and names nothing outside of its own problem. */
type Names = ReadonlyMap<string, NamedThing>;
const keyOf = ({ problemId, id }: { problemId: string; id: string }) => `${problemId} ${id}`;

/** Where names are read; who else names things is known by the bus of events. */
export type NamedIn = Known & { db: AnyDb };

/** What these places are called in this language, in the order in which they were given. */
export async function nameAnchors(
  { db, ...known }: NamedIn,
  placed: readonly Placed[],
  locale: Locale,
): Promise<PlaceName[]> {
  const names = new Map<string, Names>();
  for (const kind of new Set(placed.map(({ anchor }) => kindOfThing(anchor)))) {
    const ids = placed.filter(({ anchor }) => kindOfThing(anchor) === kind).map(({ anchor }) => idOfThing(anchor));
    names.set(kind, await namesOf(known, db, { kind, ids: [...new Set(ids)], locale }));
  }
  return placed.map((each) => nameOf(each, { names, locale }));
}

/** As one line: `Key result: Unforeseen stops`. */
export const sayPlace = ({ kind, name }: PlaceName): string => (name === null ? kind : `${kind}: ${name}`);

/** Each as one line. */
export async function sayPlaces(known: NamedIn, placed: readonly Placed[], locale: Locale): Promise<string[]> {
  return (await nameAnchors(known, placed, locale)).map(sayPlace);
}

/** The answer on how a key result is moved stands in the translation, and is called after the key result. */
const linked = /^link-(.+)$/;
const linkOf = ({ kind, field }: Anchor): string | undefined =>
  kind === 'translation' ? linked.exec(field ?? '')?.[1] : undefined;
const kindOfThing = (anchor: Anchor): string => (linkOf(anchor) === undefined ? anchor.kind : 'key_result');
const idOfThing = (anchor: Anchor): string => linkOf(anchor) ?? anchor.id;

function nameOf(
  { problemId, anchor }: Placed,
  { names, locale }: { names: ReadonlyMap<string, Names>; locale: Locale },
): PlaceName {
  const t = anchorTexts[locale];
  const kinds: Readonly<Record<string, string | undefined>> = t.kinds;
  const kind = kinds[anchor.kind] ?? t.elsewhere;
  const own = names.get(kindOfThing(anchor))?.get(keyOf({ problemId, id: idOfThing(anchor) }));
  if (own !== undefined) return { kind, name: own.name === null ? t.erased : short(nameWithin(own, anchor)) };
  return { kind, name: fieldName(anchor, locale) };
}

/** A place that is called by its field: questions, and the figures of a value model. */
function fieldName({ kind, field }: Anchor, locale: Locale): string | null {
  if (field === null) return null;
  const t = anchorTexts[locale];
  const fields: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = {
    opportunity: onePageTexts[locale].questions,
    translation: t.translation,
    value_model: t.figures,
  };
  return fields[kind]?.[field] ?? null;
}

const longest = 120;

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest).toWellFormed()}…` : line;
}

/** A place within a thing is called after the thing. */
function nameWithin({ name, fields = {} }: NamedThing, { field }: Anchor): string {
  const within = field === null ? undefined : fields[field];
  return within === undefined ? (name ?? '') : `${name}, ${within}`;
}

async function namesOf(known: Known, db: AnyDb, asked: AskedThings): Promise<Names> {
  const namer = namerOf(known, asked.kind);
  const things = await (namer ? namer.listThings(db, asked) : ownThings(db, asked));
  return new Map(things.map((thing) => [keyOf(thing), thing]));
}

/** What was removed is still called by its name: people talked about it. */
async function ownThings(db: AnyDb, { kind, ids, locale }: AskedThings): Promise<readonly NamedThing[]> {
  switch (kind) {
    case 'stakeholder':
      return listStakeholderNames(db, ids);
    case 'checklist_item':
      return listItemTitles(db, { ids, locale });
    case 'risk':
      return listRiskTitles(db, ids);
    case 'objective':
      return titlesIn(db, { table: 'objective', column: 'text', ids });
    case 'key_result':
      return titlesIn(db, { table: 'key_result', column: 'metric', ids });
    case 'data_requirement':
      return titlesIn(db, { table: 'data_requirement', column: 'what', ids });
    case 'valued_alternative':
      return titlesIn(db, { table: 'alternative', column: 'name', ids });
    default:
      return [];
  }
}

type Titled =
  | { table: 'objective'; column: 'text' }
  | { table: 'key_result'; column: 'metric' }
  | { table: 'data_requirement'; column: 'what' }
  | { table: 'alternative'; column: 'name' };

function titlesIn(db: AnyDb, { table, column, ids }: Titled & { ids: readonly string[] }): Promise<NamedThing[]> {
  const things = formulationDb(db).selectFrom(table) as unknown as ReturnType<typeof someThing>;
  return things
    .select(['id', 'problem_id as problemId'])
    .select((eb) => eb.ref(column as 'text').as('name'))
    .where('id', 'in', ids)
    .execute();
}

/** Tables that differ in what their title is called only; for the types. */
const someThing = (db: AnyDb) => formulationDb(db).selectFrom('objective');
