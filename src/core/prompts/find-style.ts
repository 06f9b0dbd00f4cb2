import { askableStyles } from '../../engine/finishes/index.js';
import { CoreError } from '../basics/index.js';

/**
 * A style, or a finish, by the name that a person wrote.
 * @param styles the bundle's
 * @throws CoreError `bad_value`
 */
export function findStyle(name: string, styles: readonly string[]): string {
  const choices = askableStyles(styles);
  const style = choices.find((one) => one.toLowerCase() === name.trim().toLowerCase());
  if (style !== undefined) return style;
  throw new CoreError('bad_value', { option: 'style', why: 'not_choice', choices });
}
