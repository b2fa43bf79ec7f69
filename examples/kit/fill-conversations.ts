import * as conversation from '../../src/capabilities/conversation/contract.ts';
import { listStakeholders } from '../../src/capabilities/stakeholders/contract.ts';
import { readRiskRegister } from '../../src/capabilities/risk/contract.ts';
import type { Filling } from './filling.ts';
import { writtenKeyResults } from './fill-requirements.ts';
import type { WrittenConversation } from './written-example.ts';

/** What was said beside the texts; steering remarks with their answer, and whether it was accepted. */
export async function fillConversations(filling: Filling): Promise<void> {
  const { ask, params, written } = filling;
  const { threads } = await ask(conversation.listThreads, { params, query: allThreads });
  for (const each of written.conversations) {
    const found = threads.find(({ remark }) => remark.text === each.text) ?? (await open(filling, each));
    await goOn(filling, { written: each, thread: found });
  }
}

const allThreads = { state: 'all', of: 'everyone', limit: 100 } as const;

async function open(filling: Filling, { on, kind, text }: WrittenConversation): Promise<conversation.Thread> {
  const anchor = { kind: on.kind, id: await idOf(filling, on), field: on.field ?? null };
  return filling.ask(conversation.openThread, { params: filling.params, body: { anchor, kind, text } });
}

async function idOf(filling: Filling, { kind, of }: WrittenConversation['on']): Promise<string> {
  const { ask, params } = filling;
  if (of === undefined) return params.problemId;
  const found =
    kind === 'key_result'
      ? (await writtenKeyResults(filling)).find(({ written }) => written.metric === of)
      : kind === 'risk'
        ? (await ask(readRiskRegister, { params })).risks.find(({ what }) => what === of)
        : (await ask(listStakeholders, { params })).stakeholders.find(({ name }) => name === of);
  if (!found) throw new Error(`the example speaks of a ${kind} that is not there: ${of}`);
  return found.id;
}

interface GoingOn {
  written: WrittenConversation;
  thread: conversation.Thread;
}

async function goOn({ ask, params: { problemId } }: Filling, { written, thread }: GoingOn): Promise<void> {
  const params = { problemId, threadId: thread.id };
  const said = thread.commentCount - 1;
  for (const body of written.replies.slice(said)) await ask(conversation.writeComment, { params, body });
  if (!written.isResolved || thread.state === 'resolved') return;
  const { version } = await ask(conversation.showThread, { params });
  await ask(conversation.resolveThread, { params, version });
}
