import type { Locator, Page } from 'playwright-core';
import type { Hand } from './hand.ts';
import type { Visit } from './visit.ts';
import { localeOf, type WalkLanguage, type WalkWords, walkWords } from './walk-words.ts';

/** Somebody who walks a problem through the page: in one language, by mouse or by keyboard. */
export interface Walker extends Visit {
  hand: Hand;
  words: WalkWords;
  language: WalkLanguage;
}

export function walkerOf(visit: Visit, hand: Hand, language: WalkLanguage): Walker {
  return { ...visit, hand, language, words: walkWords[language] as WalkWords };
}

export const button = ({ page }: Visit, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
export const field = ({ page }: Visit, label: string): Locator => page.getByLabel(label, { exact: true });
export const shows = ({ page }: Visit, text: string): Promise<void> =>
  page.getByText(text, { exact: true }).first().waitFor();

/** The language is the account's, so that another journey may have switched before. */
export async function switchLanguage({ page, hand, words, language }: Walker): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) === language) return;
  await hand.press(page.getByRole('button', { name: words.toThisLanguage }));
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
}

/** From the list of problems to the first question of a new one. */
export async function begin(walker: Walker, title: string): Promise<void> {
  const { page, hand, words } = walker;
  await hand.press(page.getByRole('link', { name: words.begin.link }).first());
  await page.getByRole('heading', { level: 1, name: words.begin.heading }).waitFor();
  await hand.write(field(walker, words.begin.title), title);
  await walker.look('new problem');
  await hand.press(button(walker, words.begin.button));
  await field(walker, words.opportunity.questions[0]).waitFor();
}

export const answers = [
  'Machines stop at night; a crew is called from home and repairs them.',
  'Crews, planners, and the customers who wait for their order.',
  'About 2,000 times a year, of 50,000 machine nights.',
  'About 900 euros a stop: overtime and scrap.',
  'By the age of the machine: the oldest are looked at first.',
  'The log of the night shift, three years of it.',
  'The plant in Leiden gets new machines next year.',
] as const;

/** One question after another, as the page leads. */
export async function answerQuestions(walker: Walker): Promise<void> {
  const { hand, words } = walker;
  const { questions, next, finish, complete } = words.opportunity;
  for (const [at, question] of questions.entries()) {
    await hand.write(field(walker, question), answers[at] ?? '');
    if (at === 0) await walker.look('a question');
    await hand.press(button(walker, at + 1 < questions.length ? next : finish));
  }
  await walker.page.getByText(complete).waitFor();
  for (const answer of answers) await shows(walker, answer);
  await walker.look('opportunity');
}

/** The questions that must have an answer; from the last of them to the overview, since the one after may stay empty. */
export async function answerRequiredQuestions(walker: Walker): Promise<void> {
  const { hand, words } = walker;
  const { questions, next, overview, complete } = words.opportunity;
  const required = questions.slice(0, -1);
  for (const [at, question] of required.entries()) {
    await hand.write(field(walker, question), answers[at] ?? '');
    await hand.press(button(walker, at + 1 < required.length ? next : overview));
  }
  await walker.page.getByText(complete).waitFor();
}

/** Gate G0: the opportunity is worth the work. */
export async function acceptOpportunity(walker: Walker): Promise<void> {
  const { page, hand, words } = walker;
  await hand.press(page.getByRole('radio', { name: words.acceptance.accept, exact: true }));
  await hand.write(field(walker, words.decision.why), 'It costs two crews every night.');
  await walker.look('accepting the opportunity');
  await hand.press(button(walker, words.acceptance.record));
  await shows(walker, words.acceptance.recorded);
}

export async function openStation(walker: Walker, station: keyof WalkWords['stations']): Promise<void> {
  const name = walker.words.stations[station];
  await walker.hand.press(button(walker, name));
  await walker.page.getByRole('button', { name, exact: true, expanded: true }).waitFor();
}

export const objective = 'Nights without surprises';
export const metric = 'Unforeseen stops';

/** A number as it is typed in the language of the walker. */
export const written = ({ language }: Pick<Walker, 'language'>, value: number): string =>
  new Intl.NumberFormat(localeOf[language], { maximumFractionDigits: 6 }).format(value);

export async function setObjective(walker: Walker): Promise<void> {
  await openStation(walker, 'requirements');
  await walker.hand.press(button(walker, walker.words.requirements.addObjective));
  await writeObjective(walker);
}

/** An objective and its key result, where the first is being asked. */
export async function writeObjective(walker: Walker): Promise<void> {
  const { hand, words } = walker;
  const { requirements } = words;
  await hand.write(field(walker, requirements.objective), objective);
  await hand.press(button(walker, requirements.keep));
  await walker.page.getByRole('heading', { name: objective }).waitFor();
  // What is measured is asked at once.
  await hand.write(field(walker, requirements.metric), metric);
  await hand.write(field(walker, requirements.unit), 'stops a year');
  await hand.write(field(walker, requirements.baseline), written(walker, 2000));
  await hand.write(field(walker, requirements.target), written(walker, 1200));
  await hand.writeDate(field(walker, requirements.by), '2027-12-31');
  await hand.write(field(walker, requirements.source), 'Log of the night shift');
  await walker.look('a key result being written');
  await hand.press(button(walker, requirements.keep));
  await walker.page.getByText(requirements.sentence).waitFor();
  await walker.look('requirements');
}

/** The translation on one page, in the order of the page; constraints may stay empty. */
export const translation = {
  unit: 'One machine and one night',
  target: 'It stops unforeseen that night',
  truth: 'By the log of the night shift, the next morning',
  moment: 'At six in the evening',
  horizon: 'The coming night',
  action: 'The planner sends a crew ahead',
  capacity: 'Five machines a night',
  fairness: 'Nobody: it is about machines',
} as const;
const moves = 'What is seen coming does not stop';

/** On the page where every question stands under the other. */
export async function translate(walker: Walker): Promise<void> {
  const { page, hand, words } = walker;
  await hand.press(page.getByRole('radio', { name: words.translation.task }));
  for (const [question, answer] of Object.entries(translation))
    await hand.write(field(walker, words.translation[question as keyof typeof translation]), answer);
  await saving(page, async () => {
    await hand.write(field(walker, words.translation.link), moves);
  });
  await walker.look('the translation on one page');
}

/** On the page that shows all that the law names: none of it holds. */
export async function classify(walker: Walker): Promise<void> {
  const { page, hand, words } = walker;
  await hand.write(field(walker, words.risk.reason), 'It is about machines, not people');
  await hand.press(page.getByRole('radio', { name: words.risk.role }));
  await walker.look('the class on one page');
  await hand.press(button(walker, words.risk.keep));
  await page.getByText(words.risk.minimal).first().waitFor();
}

/** The way on that the page offers once nothing is open at a station any more. */
export async function goOn(walker: Walker, station: keyof WalkWords['stations']): Promise<void> {
  const { page, hand, words } = walker;
  await hand.press(page.getByRole('link', { name: words.goOn(words.stations[station]) }));
  await page.getByRole('button', { name: words.stations[station], exact: true, expanded: true }).waitFor();
}

type Figure = keyof WalkWords['value']['figures'];
type Part = keyof WalkWords['value']['parts'];

/** The worked example of the notes on value, in the order of the page; shares are typed in per cent. */
const figures: readonly [figure: Figure, parts: Partial<Record<Part, number>>][] = [
  ['volume', { low: 40_000, likely: 50_000, high: 60_000 }],
  ['baseRate', { low: 3, likely: 4, high: 5 }],
  ['hit', { low: -400, likely: -330, high: -250 }],
  ['miss', { likely: -900 }],
  ['falseAlarm', { likely: -60 }],
  ['leftAlone', { likely: 0 }],
];
const figuresOfToday: typeof figures = [
  ['caught', { likely: 35 }],
  ['rightly', { likely: 20 }],
  ['build', { likely: 0 }],
  ['run', { low: 100_000, likely: 120_000, high: 150_000 }],
  ['followed', { likely: 100 }],
];

/** The cell of a figure: each figure is a group by its name, with a unit behind it in some. */
export function cell({ page, words }: Walker, figure: Figure, part: Part): Locator {
  const { value } = words;
  const name = new RegExp(`^${value.figures[figure]}( \\(.*\\))?$`);
  return page.getByRole('group', { name }).first().getByLabel(value.parts[part], { exact: true });
}

async function writeFigures(walker: Walker, given: typeof figures): Promise<void> {
  for (const [figure, parts] of given)
    for (const part of ['low', 'likely', 'high'] as const) {
      const value = parts[part];
      if (value !== undefined) await walker.hand.write(cell(walker, figure, part), written(walker, value));
    }
}

/** What the law and a machine ask, by the stations themselves. */
export async function translateAndClassify(walker: Walker): Promise<void> {
  const { hand, words } = walker;
  await openStation(walker, 'translation');
  await hand.press(button(walker, words.translation.onOnePage));
  await translate(walker);
  await openStation(walker, 'risk');
  await hand.press(button(walker, words.risk.atOnce));
  await classify(walker);
}

export async function price(walker: Walker): Promise<void> {
  await openStation(walker, 'value');
  await writeValue(walker);
  await readAnswer(walker);
  await walker.look('value');
}

/** Every figure of the value model, saved. */
export async function writeValue(walker: Walker): Promise<void> {
  const { page, hand, words } = walker;
  await hand.press(page.getByRole('radio', { name: words.value.binary }));
  await writeFigures(walker, figures);
  await hand.choose(field(walker, words.value.todayKind), words.value.todayByPrecision);
  await writeFigures(walker, figuresOfToday);
  await page.getByRole('region', { name: words.value.answer }).getByText(words.value.verdict).waitFor();
  await page.getByText(words.value.saved, { exact: true }).waitFor();
}

/** The verdict as a sentence, and the frontier with the figures behind it. */
export async function readAnswer({ page, hand, words }: Walker): Promise<void> {
  const answer = page.getByRole('region', { name: words.value.answer });
  await answer.getByText(words.value.verdict).waitFor();
  const frontier = answer.getByRole('figure', { name: words.value.frontier });
  await hand.press(frontier.getByRole('button', { name: words.value.asTable }));
  const row = frontier.getByRole('row').filter({
    has: page.getByRole('rowheader', { name: words.value.falseAlarms, exact: true }),
  });
  await row.getByRole('cell', { name: words.value.needed, exact: true }).waitFor();
}

export const alternatives = 'A rule on the age of the machine; more spare parts; nothing.';

export async function writeAlternatives(walker: Walker): Promise<void> {
  await walker.hand.write(field(walker, walker.words.decision.alternatives), alternatives);
}

interface Decided {
  outcome: 'go' | 'noGo';
  reasons: string;
  /** beside the one who is signed in */
  expert: string;
  instead?: string;
}

/** Takes the decision: which, why, where to instead, and who stands for it beside the one who writes. */
export async function decide(walker: Walker, { outcome, reasons, expert, instead }: Decided): Promise<void> {
  const { page, hand, words } = walker;
  const { decision } = words;
  await hand.press(page.getByRole('radio', { name: decision[outcome], exact: true }));
  await hand.write(field(walker, decision.why), reasons);
  if (instead !== undefined) {
    await hand.choose(field(walker, decision.elsewhere), decision.byRule);
    await hand.write(field(walker, decision.whatAndWho), instead);
  }
  await hand.press(button(walker, decision.addPerson));
  const person = page.getByRole('group', { name: decision.people(2) });
  await hand.write(person.getByRole('combobox', { name: decision.name, exact: true }), expert);
  await hand.choose(person.getByLabel(decision.role), decision.expert);
  await walker.look(`taking the decision (${outcome})`);
  await hand.press(button(walker, outcome === 'go' ? decision.recordGo : decision.recordNoGo));
  await shows(walker, outcome === 'go' ? decision.goRecorded : decision.noGoRecorded);
}

/** One person alone, who stands for it in every role: the name is there already. */
export async function decideAlone(walker: Walker, reasons: string): Promise<void> {
  const { page, hand, words } = walker;
  const { decision } = words;
  await shows(walker, decision.complete);
  await hand.press(page.getByRole('radio', { name: decision.go, exact: true }));
  await hand.write(field(walker, decision.why), reasons);
  await hand.press(button(walker, decision.recordGo));
  await shows(walker, decision.goOn);
  await page.getByRole('heading', { name: decision.level }).waitFor();
}

/** What stands on the page after a go: the decision, its names, the frozen level. */
export async function readGo(walker: Walker, { reasons, expert }: Pick<Decided, 'reasons' | 'expert'>): Promise<void> {
  const { page, words } = walker;
  await shows(walker, words.decision.goOn);
  await shows(walker, reasons);
  await page.getByText(`${expert}, ${words.decision.expert}`).first().waitFor();
  await page.getByRole('heading', { name: words.decision.level }).waitFor();
  await shows(walker, words.value.verdict);
  await page.getByText(words.requirements.sentence).waitFor();
}

/** Waits until the server has what the page saves by itself. */
export async function saving(page: Page, act: () => Promise<unknown>): Promise<void> {
  const isSave = (method: string) => ['PUT', 'PATCH'].includes(method);
  const saved = page.waitForResponse((response) => isSave(response.request().method()) && response.ok());
  await act();
  await saved;
}
