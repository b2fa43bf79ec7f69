import { slice } from '../../platform/db/database.ts';
import type { Locale } from '../../platform/text/locale.ts';
import type { OrganisationRole, ProblemRole } from './permissions.ts';

/** Who may sign in: `invited` has not joined yet, `inactive` has left, `erased` is a tombstone that keeps its id. */
export type UserStatus = 'invited' | 'active' | 'inactive' | 'erased';
export type ColourScheme = 'light' | 'dark' | 'auto';
export type Mode = 'personal' | 'team';
export type LinkPurpose = 'first_administrator' | 'invitation' | 'password_reset';
export type TokenScope = 'read' | 'write';

export interface IdentityTables {
  /** one row */
  installation: { id: string; mode: Mode; opened_at: number };
  /** Names and e-mail addresses stand here and nowhere else, so that they can be erased. */
  user_account: {
    id: string;
    name: string;
    /** what is searched: one form of writing for the name and for what is looked for */
    name_key: string;
    /** lower case; null for the owner in personal mode and for an erased person */
    email: string | null;
    status: UserStatus;
    organisation_role: OrganisationRole;
    /** null for who signs in by OpenID Connect only, and before joining */
    password_hash: string | null;
    /** `issuer subject` of OpenID Connect */
    oidc_subject: string | null;
    locale: Locale | null;
    scheme: ColourScheme;
    created_at: number;
    version: number;
  };
  user_session: {
    id: string;
    token_hash: string;
    user_id: string;
    user_agent: string;
    created_at: number;
    last_seen_at: number;
    expires_at: number;
  };
  api_token: {
    id: string;
    token_hash: string;
    user_id: string;
    name: string;
    scope: TokenScope;
    created_at: number;
    last_used_at: number | null;
    expires_at: number | null;
  };
  one_time_link: {
    token_hash: string;
    purpose: LinkPurpose;
    user_id: string;
    created_at: number;
    expires_at: number;
  };
  /** a sign-in by OpenID Connect that is under way at the provider */
  oidc_flow: {
    cookie_hash: string;
    state: string;
    nonce: string;
    code_verifier: string;
    return_to: string;
    expires_at: number;
  };
  problem_access: { problem_id: string; private: number };
  problem_role: {
    problem_id: string;
    user_id: string;
    role: ProblemRole;
    given_at: number;
    /** null for who began the problem, and in problems of older releases */
    given_by: string | null;
    confirmed_by: string | null;
  };
  role_delegation: {
    id: string;
    /** null: in every problem in which the other has a role */
    problem_id: string | null;
    /** null: every role that the other has */
    role: ProblemRole | null;
    from_user: string;
    to_user: string;
    reason: string;
    /** year-month-day */
    until: string;
    given_at: number;
    ended_at: number | null;
  };
}

export const identityDb = slice<IdentityTables>();
