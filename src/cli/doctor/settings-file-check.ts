import type { SettingsFile } from '../../config.js';
import type { Finding } from '../../platforms/index.js';

/** Which file settings were taken from, which of its lines do nothing, and why. Names only: values may be tokens. */
export function checkSettingsFile(file: SettingsFile | null): Finding[] {
  if (file === null)
    return [{ status: 'note', text: 'settings come from the environment alone: there is no .env here' }];
  const { path, taken, passedOver, unknown } = file;
  const findings: Finding[] = [
    { status: 'ok', text: `settings from ${path}: ${taken.length === 0 ? 'none' : taken.join(', ')}` },
  ];
  if (passedOver.length > 0) {
    findings.push({
      status: 'note',
      text: `not taken from it, as the environment sets them: ${passedOver.join(', ')}`,
      remedy: 'To use the values of the file, unset those variables.',
    });
  }
  if (unknown.length > 0) {
    findings.push({
      status: 'note',
      text: `it has names that mean nothing to Kaleido: ${unknown.join(', ')}`,
      remedy: 'Check their spelling; docs/operating.md lists all settings.',
    });
  }
  return findings;
}
