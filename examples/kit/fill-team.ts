import * as stakeholders from '../../src/capabilities/stakeholders/contract.ts';
import type { Filling } from './filling.ts';
import type { WrittenPerson, WrittenQuestion } from './written-example.ts';

type Place = Pick<Filling, 'ask' | 'params'>;

/** Who has to do with it, who was heard and what they said, and the answers to what they asked. */
export async function fillTeam({ written, ...place }: Filling): Promise<void> {
  const { stakeholders: known } = await place.ask(stakeholders.listStakeholders, { params: place.params });
  for (const person of written.people) {
    const found = known.find(({ name }) => name === person.name) ?? (await add(place, person));
    await hear(place, { person, found });
  }
}

function add({ ask, params }: Place, { hearings: _, ...body }: WrittenPerson): Promise<stakeholders.Stakeholder> {
  return ask(stakeholders.addStakeholder, { params, body });
}

interface Heard {
  person: WrittenPerson;
  found: stakeholders.Stakeholder;
}

async function hear(place: Place, { person, found }: Heard): Promise<void> {
  const { ask } = place;
  const params = { ...place.params, stakeholderId: found.id };
  let now = found;
  for (const { questions = [], ...hearing } of person.hearings) {
    if (found.hearings.some(({ heardOn }) => heardOn === hearing.heardOn)) continue;
    const body = { ...hearing, questions: questions.map(({ text }) => text) };
    now = await ask(stakeholders.recordHearing, { params, body });
  }
  const asked = person.hearings.flatMap(({ questions = [] }) => questions);
  await answer(place, { asked, now });
}

async function answer(
  { ask, params }: Place,
  { asked, now }: { asked: readonly WrittenQuestion[]; now: stakeholders.Stakeholder },
): Promise<void> {
  for (const { text, answer: given } of asked) {
    const question = now.questions.find((each) => each.text === text);
    if (given === undefined || !question?.isOpen) continue;
    const { id: questionId, version } = question;
    await ask(stakeholders.editQuestion, { params: { ...params, questionId }, body: { answer: given }, version });
  }
}
