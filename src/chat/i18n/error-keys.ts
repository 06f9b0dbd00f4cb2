/**
 * Keys of the texts of a map of errors. A code whose data say `why` has a text for each of them.
 * @template Codes from code to data
 */
export type ErrorKey<Codes, Prefix extends string> = {
  [Code in keyof Codes & string]: Codes[Code] extends infer Data
    ? Data extends { why: infer Why extends string }
      ? `${Prefix}.${Code}.${Why}`
      : `${Prefix}.${Code}`
    : never;
}[keyof Codes & string];
