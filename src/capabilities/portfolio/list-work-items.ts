import type { Context } from '../../platform/context/context.ts';
import type { Answer } from '../../platform/endpoint/define-endpoint.ts';
import { fromJson } from '../../platform/json.ts';
import type { Locale } from '../../platform/text/locale.ts';
import type { ProblemRole } from '../identity/contract.ts';
import { isPersonal, problemRoles, readableProblems } from '../identity/index.ts';
import type { AskParams } from './asks.ts';
import type { listWorkItems as endpoint, WorkItem } from './contract.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { daysAfter, today } from './days.ts';
import { sayAsk } from './texts.ts';
import { roleAsked } from './waiting-roles.ts';
import { countItems, listRolesHeld, listRows, type Row, type Wanted } from './work-item-rows.ts';

interface Asked {
  role?: ProblemRole;
  cursor?: string;
  limit: number;
}

/** What needs the actor, over all problems: the most at stake first, within a problem the most pressing first. */
export async function listWorkItems(ctx: Context, asked: Asked): Promise<Answer<typeof endpoint>> {
  const { userId } = ctx.actor;
  const isAlone = await isPersonal(ctx);
  const day = today(ctx.clock);
  const readable = await readableProblems(ctx);
  const wanted: Wanted = { userId, isAlone, readable, role: asked.role ?? null, today: day };
  const after = asked.cursor === undefined ? null : readCursor('home', asked.cursor);
  const rows = await listRows(ctx.db, wanted, { after, limit: asked.limit + 1 });
  const page = rows.slice(0, asked.limit);
  const last = page.at(-1);
  return {
    items: together(page).map((same) => asItem(same, { locale: ctx.locale, day })),
    next:
      rows.length > asked.limit && last
        ? writeCursor('home', [last.at_stake_rank, last.problem_id, last.position, last.item_id])
        : null,
    total: await countItems(ctx.db, wanted),
    roles: isAlone ? [...problemRoles] : await listRolesHeld(ctx.db, userId),
    isAlone,
  };
}

type Same = [Row, ...Row[]];

/** What is asked of somebody in two of their roles is one thing to do; its rows follow each other. */
function together(rows: readonly Row[]): Same[] {
  const items: Same[] = [];
  for (const row of rows) {
    const last = items.at(-1);
    if (last && last[0].problem_id === row.problem_id && last[0].item_id === row.item_id) last.push(row);
    else items.push([row]);
  }
  return items;
}

function asItem(same: Same, { locale, day }: { locale: Locale; day: string }): WorkItem {
  const [row] = same;
  const asked = same.map((each) => roleAsked(each.asked) ?? each.asked);
  return {
    id: row.item_id,
    kind: row.kind,
    sentence: sayAsk({ kind: row.kind, params: fromJson<AskParams>(row.params), asked }, locale),
    problemId: row.problem_id,
    problemTitle: row.title,
    stage: row.stage,
    atStake: row.at_stake === null ? null : fromJson<NonNullable<WorkItem['atStake']>>(row.at_stake),
    roles: asked.flatMap((each) => roleAsked(each) ?? []),
    since: row.since,
    due: row.due,
    dueState: dueStateOf(row.due, day),
    place: { station: row.station, field: row.field, talk: row.talk },
  };
}

const soon_days = 7;

export function dueStateOf(due: string | null, day: string): WorkItem['dueState'] {
  if (due === null) return 'none';
  if (due < day) return 'overdue';
  return due <= daysAfter(day, soon_days) ? 'soon' : 'later';
}
