import { messageOf } from '../core/basics/index.js';

/**
 * Those of the rows that this version can read. A list with a row of a newer version in it is still a list; the row is
 * told of.
 */
export function readable<Row, T>(
  rows: readonly Row[],
  read: (row: Row) => T,
  onWarning: (message: string) => void,
): T[] {
  return rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch (error) {
      onWarning(`A row of the database cannot be read and is left out: ${messageOf(error)}`);
      return [];
    }
  });
}
