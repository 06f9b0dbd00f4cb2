export { decodeLatentCode, encodeLatentCode } from './latent-code.js';
