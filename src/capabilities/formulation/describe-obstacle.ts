import type { Locale } from '../../platform/text/locale.ts';
import type { Obstacle } from '../decisions/index.ts';
import type { ObstacleSaid } from './gate-contract.ts';
import { type EvidenceItem, sayItem } from './gate-rules.ts';
import { gateTexts } from './gate-texts.ts';

/** What stands in the way, each as a sentence that says what to do. */
export function describeObstacles(
  { items }: { items: readonly EvidenceItem[] },
  obstacles: readonly Obstacle[],
  locale: Locale,
): ObstacleSaid[] {
  return obstacles.map((obstacle) => {
    const id = 'item' in obstacle ? obstacle.item : null;
    const asked = items.find((item) => item.id === id);
    const roles = 'roles' in obstacle ? obstacle.roles : 'role' in obstacle ? [obstacle.role] : [];
    const message = asked ? sayItem(asked, locale) : sentence(obstacle, locale);
    return { kind: obstacle.kind, item: id, roles, message };
  });
}

function sentence(obstacle: Obstacle, locale: Locale): string {
  const t = gateTexts[locale];
  const named = (roles: readonly (keyof typeof t.roles)[]) =>
    new Intl.ListFormat(locale).format(roles.map((role) => t.roles[role]));
  switch (obstacle.kind) {
    case 'item':
      return obstacle.item;
    case 'waivers':
      return t.waivers({ most: obstacle.most });
    case 'unsigned':
    case 'stale':
    case 'objection':
      return t[obstacle.kind]({ role: t.roles[obstacle.role] });
    case 'quorum':
      return t.quorum({ role: t.roles[obstacle.role], asked: obstacle.asked, signed: obstacle.signed });
    case 'decider':
      return t.decider({ roles: named(obstacle.roles) });
    case 'one_person':
      return t.onePerson({ roles: named(obstacle.roles) });
    case 'prohibited':
    case 'proposer':
      return t[obstacle.kind];
  }
}
