import { checkManifest } from './manifest-checks.js';
import { manifestFields } from './manifest-fields.js';

export type { Manifest } from './manifest-fields.js';

/** `kaleido.json`, format 6 (docs/bundle.md). Keys it does not know are dropped. */
export const manifestSchema = manifestFields.superRefine((manifest, context) => {
  for (const { path, message } of checkManifest(manifest)) context.addIssue({ code: 'custom', path, message });
});
