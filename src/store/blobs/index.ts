export { createFolderBlobs } from './folder.js';
export { createS3Blobs } from './s3.js';
