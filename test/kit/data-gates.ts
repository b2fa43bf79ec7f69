import { type EvidenceItem, type GateOwner, installGateOwners } from '../../src/capabilities/formulation/index.ts';
import type { TestPeil } from './app.ts';

/** What the gates after a go ask and sign, as capabilities above formulation would hand it in. */
export interface DataGates {
  /** open items of G2 and G3, by id */
  open: { g2: string[]; g3: string[] };
  /** what is signed beside the rest */
  written: { g2: unknown; g3: unknown };
}

/** Gates G2 and G3 whose evidence a test decides about itself. */
export function openDataGates({ services }: Pick<TestPeil, 'services'>): DataGates {
  const gates: DataGates = {
    open: { g2: ['sufficiency.rows'], g3: ['framework.chosen'] },
    written: { g2: { rows: 1000 }, g3: { chosen: null } },
  };
  const itemOf = (id: string, isDone: boolean, gate: 'g2' | 'g3'): EvidenceItem => ({
    id,
    station: gate === 'g2' ? 'data' : 'approach',
    field: null,
    isDone,
    say: (locale) => (locale === 'nl' ? `Beantwoord ${id}.` : `Answer ${id}.`),
  });
  const owner = (gate: 'g2' | 'g3', name: string, asked: string): GateOwner => ({
    name,
    gate,
    parts: gate === 'g2' ? ['sufficiency', 'findings'] : ['approaches', 'framework'],
    areas: [name],
    listEvidence: async () => [
      ...[asked].filter((id) => !gates.open[gate].includes(id)).map((id) => itemOf(id, true, gate)),
      ...gates.open[gate].map((id) => itemOf(id, false, gate)),
    ],
    snapshot: async () => gates.written[gate],
  });
  installGateOwners(services, [
    owner('g2', 'sufficiency', 'sufficiency.rows'),
    owner('g3', 'framework', 'framework.chosen'),
  ]);
  return gates;
}
