import type { Policies, PolicyDocument, PolicyVersion } from '../contract.ts';

export interface FoundPolicy {
  document: PolicyDocument;
  /** the version it is, as far as it is one: what came with Peil is none, or version 0 where it counts by default */
  version: PolicyVersion | null;
}

/** By what stands in an address: the number of a version, or the name of one that came with Peil. */
export function findPolicyBy(policies: Policies, key: string): FoundPolicy | null {
  const shipped = policies.shipped.find(({ name }) => name === key);
  const version = policies.versions.find((each) =>
    shipped ? each.version === 0 && each.document.name === key : each.version > 0 && String(each.version) === key,
  );
  const document = shipped ?? version?.document;
  return document ? { document, version: version ?? null } : null;
}
