export type { BlobStat, BlobStore, ByteRange, PutOptions, StoredBlob } from './blob-store.ts';
export { DiskBlobs } from './disk-blobs.ts';
export { blobErrors } from './errors.ts';
export { asSha256, type Sha256 } from './sha256.ts';
