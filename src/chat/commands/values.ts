import { ownValue } from '../../engine/basics/index.js';
import type { ArgumentValues } from './command.js';

/** Checked values of a command by type; a name that the command does not declare as such is a bug. */
export interface Values {
  text(name: string): string | undefined;
  /** Of a required option. */
  requiredText(name: string): string;
  number(name: string): number | undefined;
  requiredNumber(name: string): number;
  flag(name: string): boolean | undefined;
}

/** Reads what `checkArguments` made. */
export function readValues(values: ArgumentValues): Values {
  const text = (name: string) => {
    const value = ownValue(values, name);
    if (value === undefined || typeof value === 'string') return value;
    throw new TypeError(`The option ${name} is no text.`);
  };
  const number = (name: string) => {
    const value = ownValue(values, name);
    if (value === undefined || typeof value === 'number') return value;
    throw new TypeError(`The option ${name} is no number.`);
  };
  const flag = (name: string) => {
    const value = ownValue(values, name);
    if (value === undefined || typeof value === 'boolean') return value;
    throw new TypeError(`The option ${name} is no flag.`);
  };
  const need = <T>(name: string, value: T | undefined): T => {
    if (value === undefined) throw new TypeError(`The option ${name} is missing.`);
    return value;
  };
  return {
    text,
    number,
    flag,
    requiredText: (name) => need(name, text(name)),
    requiredNumber: (name) => need(name, number(name)),
  };
}
