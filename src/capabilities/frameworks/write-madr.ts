import type { RecordContent } from './record-contract.ts';

/** What a record says, with people by name. */
export interface Madr {
  status: string;
  /** year-month-day */
  date: string;
  decisionMakers: readonly string[];
  consulted: readonly string[];
  informed: readonly string[];
  content: RecordContent;
}

/** The headings of the tables under "More Information", with their columns; `read-madr.ts` reads by the same. */
export const madrTables = {
  weights: { heading: 'Weights', columns: ['criterion', 'weight'] },
  scores: { heading: 'Scores', columns: ['option', 'score', 'interval', 'rank', 'topsis'] },
  costs: { heading: 'Build or Buy over Three Years', columns: ['route', 'total'] },
  facts: { heading: 'Catalogue Facts', columns: ['entry', 'status', 'endOfSupport', 'asOf', 'source'] },
} as const;
type TableName = keyof typeof madrTables;

/** A record as Markdown, in the form of MADR 4. Its headings are those of the form, in English; texts are people's own. */
export function writeMadr({ status, date, content, ...people }: Madr): string {
  const names = (list: readonly string[]) => `[${list.map((name) => JSON.stringify(name)).join(', ')}]`;
  const blocks = [
    [
      '---',
      `status: ${status}`,
      `date: ${date}`,
      `decision-makers: ${names(people.decisionMakers)}`,
      `consulted: ${names(people.consulted)}`,
      `informed: ${names(people.informed)}`,
      '---',
    ].join('\n'),
    `# ${content.title}`,
    ...section('## Context and Problem Statement', protect(content.context)),
    ...section('## Decision Drivers', bullets(content.drivers)),
    ...section('## Considered Options', bullets(content.options.map(({ name }) => name))),
    '## Decision Outcome',
    `${outcomeOf(content)} because ${protect(content.because)}`,
    ...section('### Consequences', reasons(content.consequences)),
    ...section('### Confirmation', protect(content.confirmation)),
    ...prosAndCons(content),
    ...moreOf(content),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function outcomeOf({ outcome, chosen, reviewDate }: RecordContent): string {
  const names = chosen.map((name) => `${JSON.stringify(name)},`).join(' ');
  if (outcome === 'chosen') return `Chosen option: ${names}`;
  const until = reviewDate === null ? '' : ` until ${reviewDate}`;
  return outcome === 'shortlist' ? `Shortlist${until}: ${names}` : `Open${until}: ${names}`.trimEnd();
}

function prosAndCons({ options }: RecordContent): string[] {
  const argued = options.filter(({ good, neutral, bad }) => good.length + neutral.length + bad.length > 0);
  if (argued.length === 0) return [];
  return [
    '## Pros and Cons of the Options',
    ...argued.flatMap((option) => section(`### ${option.name}`, reasons(option))),
  ];
}

function moreOf(content: RecordContent): string[] {
  const blocks = [
    ...(content.more.trim() === '' ? [] : [protect(content.more)]),
    ...section('### When to Revisit', protect(content.revisit)),
    ...section(
      '### Requirements',
      bullets(content.requirements.map(({ id, text }) => `${JSON.stringify(id)}: ${text}`)),
    ),
    ...section(
      '### Knock-outs',
      bullets(content.knockOuts.map(({ option, reason }) => `${JSON.stringify(option)}: ${reason}`)),
    ),
    ...(Object.keys(madrTables) as TableName[]).flatMap((name) =>
      section(`### ${madrTables[name].heading}`, tableOf(name, content)),
    ),
  ];
  return blocks.length === 0 ? [] : ['## More Information', ...blocks];
}

function tableOf(name: TableName, content: RecordContent): string {
  const rows: readonly Readonly<Record<string, string>>[] = content[name];
  if (rows.length === 0) return '';
  const { columns } = madrTables[name];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const cell = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('|', '\\|');
  return [
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(columns.map((column) => cell(row[column] ?? '')))),
  ].join('\n');
}

function section(heading: string, text: string): string[] {
  return text === '' ? [] : [heading, text];
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `* ${line}`).join('\n');

function reasons({ good, neutral, bad }: Record<'good' | 'neutral' | 'bad', readonly string[]>): string {
  return bullets([
    ...good.map((line) => `Good, because ${line}`),
    ...neutral.map((line) => `Neutral, because ${line}`),
    ...bad.map((line) => `Bad, because ${line}`),
  ]);
}

/** What people wrote may begin a line as a heading does: it is not to become one. */
function protect(text: string): string {
  return text.trim().replaceAll(/^(\\*)(?=#)/gm, '$1\\');
}
