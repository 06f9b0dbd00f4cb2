import type { ProposalRequest } from '../../engine/text-prior/index.js';
import { fieldsOf, SIDE } from './plans.js';

/** Characters at least, of a word, and at most: of twenty words, of a style, of a label. */
const DESCRIPTION = { minLength: 12, maxLength: 160 };
const STYLE = { minLength: 3, maxLength: 24 };
const LABEL = { minLength: 2, maxLength: 24 };
const texts = (values: readonly number[]) => ({ enum: values.map(String) });
const range = (steps: number, most: number) => Array.from({ length: steps + 1 }, (_, k) => (k * most) / steps);
const corner = texts(range(40, SIDE));
const part = texts(
  range(20, 1)
    .slice(1)
    .map((value) => Number(value.toFixed(2))),
);
const LEVELS = ['00', '55', 'aa', 'ff'];
const colour = {
  enum: LEVELS.flatMap((red) => LEVELS.flatMap((green) => LEVELS.map((blue) => `#${red}${green}${blue}`))),
};

const text = (lengths: object) => ({ type: 'string', ...lengths });
const object = (properties: Record<string, object>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const list = (items: object, minItems: number, maxItems: number) => ({ type: 'array', items, minItems, maxItems });

/**
 * The form of an answer in which nothing is without an end: texts and lists have a most, and numbers are written as
 * texts of a few, for JSON writes a number in endless ways (`14e-4430…`).
 */
export function boundedSchema(request: ProposalRequest): object {
  const { count, limits } = request;
  const said: Readonly<Record<ReturnType<typeof fieldsOf>[number], object>> = {
    description: text(DESCRIPTION),
    style: text(STYLE),
    boxes: list(object({ label: text(LABEL), x0: corner, y0: corner, x1: corner, y1: corner }), 1, limits.objects),
    palette: list(object({ colour, share: part }), 1, limits.colours),
    probability: part,
  };
  const plan = object(Object.fromEntries(fieldsOf(request).map((field) => [field, said[field]])));
  return {
    ...object({ plans: list(plan, count, count) }),
    'x-guidance': { whitespace_flexible: false, item_separator: ',', key_separator: ':' },
  };
}

/** The answer with its numbers as numbers. */
export function withNumbers(said: string): string {
  return said.replace(/"(x0|y0|x1|y1|share|probability)":"([\d.]+)"/g, '"$1":$2');
}
