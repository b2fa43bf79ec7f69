import * as audit from '../capabilities/audit/contract.ts';
import * as checklists from '../capabilities/checklists/contract.ts';
import * as contracts from '../capabilities/contracts/contract.ts';
import * as conversation from '../capabilities/conversation/contract.ts';
import * as datasets from '../capabilities/datasets/contract.ts';
import * as decisions from '../capabilities/decisions/contract.ts';
import * as evaluation from '../capabilities/evaluation/contract.ts';
import * as exploration from '../capabilities/exploration/contract.ts';
import * as formulation from '../capabilities/formulation/contract.ts';
import * as frameworks from '../capabilities/frameworks/contract.ts';
import * as identity from '../capabilities/identity/contract.ts';
import * as notifications from '../capabilities/notifications/contract.ts';
import * as portfolio from '../capabilities/portfolio/contract.ts';
import * as risk from '../capabilities/risk/contract.ts';
import * as stakeholders from '../capabilities/stakeholders/contract.ts';
import * as registry from '../capabilities/registry/contract.ts';
import * as sufficiency from '../capabilities/sufficiency/contract.ts';
import * as tracking from '../capabilities/tracking/contract.ts';
import * as webhooks from '../capabilities/webhooks/contract.ts';
import type { Endpoint } from '../platform/endpoint/define-endpoint.ts';
import * as server from '../server/contract.ts';

/** Beside its endpoints, a contract exports schemas and constants. */
function endpointsOf(contract: Readonly<Record<string, unknown>>): Endpoint[] {
  return Object.values(contract).filter(isEndpoint);
}

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === 'object' && value !== null && 'id' in value && 'method' in value && 'path' in value;
}

/** Every address of Peil, as far as the contracts tell: the terminal offers those that name a command. */
export const endpoints: readonly Endpoint[] = [
  server,
  formulation,
  portfolio,
  datasets,
  contracts,
  evaluation,
  exploration,
  frameworks,
  registry,
  sufficiency,
  tracking,
  stakeholders,
  checklists,
  conversation,
  notifications,
  decisions,
  risk,
  webhooks,
  identity,
  audit,
].flatMap(endpointsOf);
