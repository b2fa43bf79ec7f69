import type { Generated } from 'kysely';
import { slice } from '../../platform/db/database.ts';

export interface AuditTables {
  audit_event: {
    /** order of writing, for paging; not part of what is hashed */
    position: Generated<number>;
    id: string;
    /** UTC, RFC 3339 with milliseconds: the exact text that is hashed */
    at: string;
    type: string;
    actor_id: string;
    request_id: string;
    subject_kind: string;
    subject_id: string;
    problem_id: string | null;
    /** salted hash of the details; null where there are none */
    data_hash: string | null;
    /** place in the chain, from 1 without gaps; null until the sealer gave one */
    sequence: number | null;
    /** chain hash, hexadecimal; null until sealed */
    hash: string | null;
  };
  audit_detail: {
    event_id: string;
    /** 16 random bytes, hexadecimal; goes with the details, since short details could be guessed from their hash */
    salt: string | null;
    /** canonical JSON */
    data: string | null;
    /** set: what was here has been erased */
    erased_at: string | null;
  };
  /** one row: where the chain ends */
  audit_head: {
    id: number;
    sequence: number;
    hash: string;
    /** compact range of the Merkle tree over the chain hashes */
    frontier: string;
  };
}

export const auditDb = slice<AuditTables>();
