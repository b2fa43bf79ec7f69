import { frameworksErrors } from './errors.ts';
import { type RecordContent, recordContentSchema } from './record-contract.ts';
import { type Madr, madrTables } from './write-madr.ts';

interface Section {
  level: number;
  title: string;
  /** from 1 */
  line: number;
  text: string;
}

type Lines = { good: string[]; neutral: string[]; bad: string[] };

/** A decision record in the form of MADR 4, of Peil's own hand or another's. Throws 422 with the line where it is none. */
export function readMadr(markdown: string): Omit<Madr, 'status'> {
  const { head, sections } = splitUp(markdown.replaceAll('\r\n', '\n'));
  const title = sections.find(({ level }) => level === 1);
  if (!title) throw frameworksErrors.notMadr({ line: 1, problem: 'there is no title, a line that begins with “# ”' });
  const outcome = sections.find(({ title: name }) => /^decision outcome$/i.test(name));
  if (!outcome) throw frameworksErrors.notMadr({ line: 1, problem: 'there is no section “Decision Outcome”' });
  const under = (name: string) => sections.find((each) => each.title.toLowerCase() === name.toLowerCase());
  const text = (name: string) => under(name)?.text ?? '';
  const options = optionsOf(sections, bulletsOf(text('Considered Options')));
  const read = {
    title: title.title,
    context: text('Context and Problem Statement'),
    drivers: bulletsOf(text('Decision Drivers')),
    ...outcomeOf(outcome),
    consequences: reasonsOf(text('Consequences')),
    confirmation: text('Confirmation'),
    options,
    revisit: text('When to Revisit'),
    requirements: pairsOf(text('Requirements')).map(([id, said]) => ({ id, text: said })),
    knockOuts: pairsOf(text('Knock-outs')).map(([option, reason]) => ({ option, reason })),
    weights: tableOf('weights', text(madrTables.weights.heading)),
    scores: tableOf('scores', text(madrTables.scores.heading)),
    costs: tableOf('costs', text(madrTables.costs.heading)),
    facts: tableOf('facts', text(madrTables.facts.heading)),
    more: text('More Information'),
  };
  const parsed = recordContentSchema.safeParse(read);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw frameworksErrors.notMadr({ line: title.line, problem: `${issue?.path.join('.')}: ${issue?.message}` });
  }
  return { ...peopleOf(head), content: parsed.data };
}

function splitUp(markdown: string): { head: Map<string, string>; sections: Section[] } {
  const lines = markdown.split('\n');
  const end = lines[0]?.trim() === '---' ? lines.indexOf('---', 1) : -1;
  if (lines[0]?.trim() === '---' && end < 0)
    throw frameworksErrors.notMadr({ line: 1, problem: 'the head between “---” has no end' });
  return { head: headOf(lines.slice(1, Math.max(end, 1))), sections: sectionsOf(lines, end + 1) };
}

function headOf(lines: readonly string[]): Map<string, string> {
  return new Map(
    lines.flatMap((line) => {
      const [, key, value = ''] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
      return key === undefined ? [] : [[key, value.trim()] as const];
    }),
  );
}

function sectionsOf(lines: readonly string[], from: number): Section[] {
  const sections: Section[] = [];
  for (const [index, line] of lines.slice(from).entries()) {
    const [, marks, title] = /^(#{1,3}) (.+)$/.exec(line) ?? [];
    const last = sections.at(-1);
    if (marks !== undefined && title !== undefined)
      sections.push({ level: marks.length, title: title.trim(), line: from + index + 1, text: '' });
    else if (last) last.text += `${line}\n`;
  }
  return sections.map((each) => ({ ...each, text: unprotect(each.text) }));
}

const unprotect = (text: string): string => text.trim().replaceAll(/^\\(?=\\*#)/gm, '');

function peopleOf(head: ReadonlyMap<string, string>): Pick<Madr, 'date' | 'decisionMakers' | 'consulted' | 'informed'> {
  const date = unquoted(head.get('date') ?? '');
  return {
    date: /^\d{4}-\d\d-\d\d$/.test(date) ? date : '',
    decisionMakers: namesIn(head.get('decision-makers') ?? head.get('deciders') ?? ''),
    consulted: namesIn(head.get('consulted') ?? ''),
    informed: namesIn(head.get('informed') ?? ''),
  };
}

/** As Peil writes them, as YAML writes a list on one line, or with commas. */
function namesIn(value: string): string[] {
  const listed = jsonOf(value);
  const names = Array.isArray(listed) ? listed.map(String) : unquoted(value.replace(/^\[(.*)\]$/, '$1')).split(',');
  return names.map((name) => unquoted(name.trim())).filter((name) => name !== '');
}

function unquoted(value: string): string {
  const text = jsonOf(value);
  if (typeof text === 'string') return text;
  return value.replace(/^'(.*)'$/, '$1').replace(/^\{(.*)\}$/, '$1');
}

function jsonOf(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}

const quoted = String.raw`"(?:[^"\\]|\\.)*"`;
const outcomeForm = new RegExp(
  String.raw`^(Chosen option|Shortlist|Open)(?: until (\d{4}-\d\d-\d\d))?:\s*((?:${quoted},?\s*)*|[^,\n]+,\s*)because\s+([\s\S]+)$`,
);

function outcomeOf({ text, line }: Section): Pick<RecordContent, 'outcome' | 'chosen' | 'reviewDate' | 'because'> {
  const [, kind, until, names = '', because = ''] = outcomeForm.exec(text) ?? [];
  if (kind === undefined)
    throw frameworksErrors.notMadr({
      line,
      problem: 'the outcome is not written as: Chosen option: "name", because reasons',
    });
  const outcome = kind === 'Shortlist' ? 'shortlist' : kind === 'Open' ? 'open' : 'chosen';
  const listed = [...names.matchAll(new RegExp(quoted, 'g'))].map(([name]) => unquoted(name));
  const plain = names.replace(/,\s*$/, '').trim();
  return {
    outcome,
    chosen: listed.length > 0 || plain === '' ? listed : [plain],
    reviewDate: until ?? null,
    because: because.trim(),
  };
}

function bulletsOf(text: string): string[] {
  return [...text.matchAll(/^[*-] (.+)$/gm)].map(([, line = '']) => line.trim());
}

function reasonsOf(text: string): Lines {
  const lines: Lines = { good: [], neutral: [], bad: [] };
  for (const bullet of bulletsOf(text)) {
    const [, kind = 'neutral', reason = bullet] = /^(Good|Neutral|Bad), because (.+)$/i.exec(bullet) ?? [];
    lines[kind.toLowerCase() as keyof Lines].push(reason);
  }
  return lines;
}

/** The options that were named, each with what stands under its own heading. */
function optionsOf(sections: readonly Section[], names: readonly string[]): RecordContent['options'] {
  const from = sections.findIndex(({ title }) => /^pros and cons of the options$/i.test(title));
  const after = from < 0 ? [] : sections.slice(from + 1);
  const ends = after.findIndex(({ level }) => level < 3);
  const argued = ends < 0 ? after : after.slice(0, ends);
  const all = [...names, ...argued.map(({ title }) => title).filter((title) => !names.includes(title))];
  return all.map((name) => ({ name, ...reasonsOf(argued.find(({ title }) => title === name)?.text ?? '') }));
}

function pairsOf(text: string): [string, string][] {
  const form = new RegExp(`^(${quoted}): ?(.*)$`);
  return bulletsOf(text).map((bullet) => {
    const [, name, said = ''] = form.exec(bullet) ?? [];
    return name === undefined ? [bullet.slice(0, 60), bullet] : [String(jsonOf(name)), said];
  });
}

function tableOf<Name extends keyof typeof madrTables>(name: Name, text: string): RecordContent[Name] {
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  const { columns } = madrTables[name];
  return rows.slice(2).map((row) => {
    const cells = [...row.matchAll(/((?:[^|\\]|\\.)*)\|/g)].slice(1).map(([, cell = '']) => cell.trim());
    const clear = (cell: string) => cell.replaceAll(/\\(.)/g, '$1');
    return Object.fromEntries(columns.map((column, at) => [column, clear(cells[at] ?? '')]));
  }) as unknown as RecordContent[Name];
}
