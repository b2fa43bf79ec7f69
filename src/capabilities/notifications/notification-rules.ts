import type { AnyDb } from '../../platform/db/database.ts';
import type { DomainEvent } from '../../platform/events/event-bus.ts';
import { listParticipants } from '../conversation/index.ts';
import { listHolders, listReaders, problemRoles } from '../identity/index.ts';
import type { NotificationKind } from './contract.ts';

/** Whom an event concerns, before it is asked who may know of it. */
interface NotificationRule {
  kind: NotificationKind;
  whom: (db: AnyDb, event: DomainEvent) => Promise<readonly string[]> | readonly string[];
}

const listIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
const textIn = (value: unknown): string[] => (typeof value === 'string' ? [value] : []);
const holders = (db: AnyDb, { problemId }: DomainEvent, roles: readonly string[]) =>
  problemId === null ? [] : listHolders(db, { problemId, roles });

/** Of these people, those who have not left and may see the problem. */
const here = (db: AnyDb, { problemId }: DomainEvent, userIds: readonly string[]) =>
  problemId === null ? [] : listReaders(db, { problemId, userIds });

const mentioned: NotificationRule = { kind: 'mentioned', whom: (_db, { data }) => listIn(data['mentions']) };
const participants = (db: AnyDb, { subject }: DomainEvent) => listParticipants(db, subject.id);
const isSteering = ({ data }: DomainEvent) => data['kind'] === 'steering';

/** A steering remark waits for everybody who has another role than the experts. */
const steeringWaits: NotificationRule = {
  kind: 'steering_waits',
  whom: (db, event) =>
    isSteering(event)
      ? holders(
          db,
          event,
          problemRoles.filter((role) => role !== 'sme'),
        )
      : [],
};
const expertsOf = (db: AnyDb, event: DomainEvent) => holders(db, event, ['sme']);

function dueRule(stage: 'soon' | 'due' | 'overdue'): NotificationRule {
  return {
    kind: `condition_${stage}`,
    whom: async (db, event) => {
      if ((event.data['stage'] ?? 'due') !== stage) return [];
      const owner = await here(db, event, textIn(event.data['ownerId']));
      return owner.length > 0 ? owner : holders(db, event, problemRoles);
    },
  };
}

/**
 * Which event is told to whom, as what: the one place where that is said. The first rule of an event that names somebody
 * is what it is to them. Types of other capabilities are here by their names; what they mean by their data stands beside.
 */
export const notificationRules: Readonly<Record<string, readonly NotificationRule[]>> = {
  'conversation.opened': [mentioned, steeringWaits],
  'conversation.commented': [mentioned, { kind: 'commented', whom: participants }],
  'conversation.comment_edited': [mentioned],
  'conversation.answered': [
    { kind: 'steering_answered', whom: expertsOf },
    mentioned,
    { kind: 'commented', whom: participants },
  ],
  'conversation.resolved': [
    { kind: 'steering_closed', whom: (db, event) => (isSteering(event) ? participants(db, event) : []) },
  ],
  'conversation.reopened': [steeringWaits],
  'problem_access.role_given': [
    { kind: 'role_given', whom: (_db, { subject, data }) => (listIn(data['roles']).length > 0 ? [subject.id] : []) },
    // A role that somebody gave themselves counts once one of these has confirmed it.
    {
      kind: 'role_waits',
      whom: (db, event) => (event.actorId === event.subject.id ? holders(db, event, ['sme', 'sponsor']) : []),
    },
  ],
  'problem_access.role_confirmed': [{ kind: 'role_confirmed', whom: (_db, { subject }) => [subject.id] }],
  // It is seen by more than who took it: an expert alone does not choose who may object.
  'problem_access.role_taken': [
    { kind: 'role_taken', whom: (_db, { subject }) => [subject.id] },
    { kind: 'role_taken_of_another', whom: (db, event) => holders(db, event, ['sme', 'sponsor']) },
  ],
  'problem_access.role_refused': [{ kind: 'role_refused', whom: (_db, { subject }) => [subject.id] }],
  // data.toUserId
  'problem_access.role_delegated': [{ kind: 'role_delegated', whom: (_db, { data }) => textIn(data['toUserId']) }],
  // data.assigneeId
  'checklist.item_assigned': [{ kind: 'item_assigned', whom: (_db, { data }) => textIn(data['assigneeId']) }],
  // data.roles: who must sign; where it is not said, everybody with a role
  'gate.proposed': [
    {
      kind: 'gate_proposed',
      whom: (db, event) =>
        holders(db, event, event.data['roles'] === undefined ? problemRoles : listIn(event.data['roles'])),
    },
  ],
  // data.signers: who had signed before it, and signs again knowing of it
  'gate.waived': [{ kind: 'gate_waived', whom: (_db, { data }) => listIn(data['signers']) }],
  'decision.recorded': [{ kind: 'decision_recorded', whom: (db, event) => holders(db, event, problemRoles) }],
  // data.ownerId
  'gate.condition_assigned': [{ kind: 'condition_assigned', whom: (_db, { data }) => textIn(data['ownerId']) }],
  // data.stage; data.ownerId, where somebody answers for the condition and is here; otherwise everybody with a role
  'condition.due': [dueRule('soon'), dueRule('due'), dueRule('overdue')],
  'finding.kept': [{ kind: 'finding_waits', whom: expertsOf }],
  'finding.drawn_again': [{ kind: 'finding_waits', whom: expertsOf }],
  // data.keptBy
  'finding.answered': [
    { kind: 'finding_answered', whom: (db, event) => here(db, event, textIn(event.data['keptBy'])) },
  ],
  // data.verdict; data.ownerId: who sees to the contract, and where nobody does or they have left, the data engineers
  'data_contract_run.finished': [
    {
      kind: 'contract_failed',
      whom: async (db, event) => {
        if (event.data['verdict'] !== 'fail') return [];
        const owner = await here(db, event, textIn(event.data['ownerId']));
        return owner.length > 0 ? owner : holders(db, event, ['data_engineer']);
      },
    },
  ],
  // the architect leads; where there is none, whoever builds it
  'framework.alarm': [
    {
      kind: 'framework_alarm',
      whom: async (db, event) => {
        const architects = await holders(db, event, ['analytics_architect']);
        return architects.length > 0 ? architects : holders(db, event, ['data_scientist', 'software_engineer']);
      },
    },
  ],
};
