import { CoreError } from '../basics/index.js';

/**
 * A style by the name that a person wrote.
 * @throws CoreError `bad_value`
 */
export function findStyle(name: string, styles: readonly string[]): string {
  const style = styles.find((one) => one.toLowerCase() === name.trim().toLowerCase());
  if (style !== undefined) return style;
  throw new CoreError('bad_value', { option: 'style', why: 'not_choice', choices: styles });
}
