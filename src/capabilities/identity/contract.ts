/** Every address of identity. The parts are in `contract/`; this is their front door. */
export * from './contract/me.ts';
export * from './contract/tokens.ts';
