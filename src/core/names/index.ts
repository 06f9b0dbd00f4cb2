export {
  AUDIENCES,
  FORGOTTEN,
  GENERATION_ORIGINS,
  GENERATION_STATUSES,
  LATENT_ORIGINS,
  OWN_PICTURES,
  QUOTA_SUBJECTS,
  WAYS_LOST,
} from './stored-names.js';
export { PARTS_A_UNIT } from './units.js';
