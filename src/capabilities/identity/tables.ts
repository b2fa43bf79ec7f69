import { slice } from '../../platform/db/database.ts';

export interface IdentityTables {
  user_account: {
    id: string;
    name: string;
    /** null for the owner in personal mode */
    email: string | null;
    organisation_role: 'admin' | 'member';
    locale: 'en' | 'nl' | null;
    created_at: number;
    version: number;
  };
}

export const identityDb = slice<IdentityTables>();
