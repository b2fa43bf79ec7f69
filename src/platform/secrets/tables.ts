import { slice } from '../db/database.ts';

export interface SecretTables {
  secret: {
    name: string;
    /** of the line in the key file */
    key_id: string;
    /** base64, another for every sealing */
    nonce: string;
    /** base64: the ciphertext, and behind it the tag of 16 bytes */
    ciphertext: string;
    /** epoch milliseconds */
    updated_at: number;
  };
}

export const on = slice<SecretTables>();
export type SecretRow = SecretTables['secret'];
