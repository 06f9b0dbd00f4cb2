export { type ForeignNames, foreignNames } from './foreign-names.js';
