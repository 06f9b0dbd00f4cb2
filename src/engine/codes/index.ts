export { type CodedLatents, decodeLatentCode, encodeLatentCode } from './latent-code.js';
