/** One line of a table: numbers are rounded for reading only. */
export type Row = Readonly<Record<string, string | number>>;

/** What one benchmark found. */
export interface Section {
  /** As on the command line. */
  name: string;
  title: string;
  /** Each has the same keys, which head the columns. */
  rows: readonly Row[];
  /** Sentences that the table cannot be read without. */
  notes: readonly string[];
}

/** The section as Markdown: heading, table, notes. */
export function toMarkdown({ title, rows, notes }: Section): string {
  const lines = [`### ${title}`, ''];
  if (rows.length > 0) {
    const columns = Object.keys(rows[0]!);
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    lines.push(line(columns), line(columns.map(() => '---')));
    for (const row of rows) lines.push(line(columns.map((column) => shown(row[column]!))));
    lines.push('');
  }
  for (const note of notes) lines.push(`- ${note}`);
  return `${lines.join('\n')}\n`;
}

/** Three significant digits, all of a whole number. */
function shown(value: string | number): string {
  if (typeof value === 'string') return value;
  if (Number.isInteger(value)) return String(value);
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
