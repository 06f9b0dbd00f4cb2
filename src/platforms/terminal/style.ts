import { styleText } from 'node:util';

/** How text is told apart; all of them leave it as it is where colours are off. */
export interface Style {
  heading(text: string): string;
  dim(text: string): string;
  key(text: string): string;
  error(text: string): string;
  changed(text: string): string;
}

type Format = Parameters<typeof styleText>[0];

/** @param isColour false where NO_COLOR is set or the output is no terminal */
export function createStyle(isColour: boolean): Style {
  const format = (how: Format) => (text: string) =>
    // Whether to colour was decided by who made the style, not by the process's own stream.
    isColour ? styleText(how, text, { validateStream: false }) : text;
  return {
    heading: format('bold'),
    dim: format('dim'),
    key: format('cyan'),
    error: format('red'),
    changed: format('yellow'),
  };
}
