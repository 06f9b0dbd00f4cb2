const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A text as one line of at most `most` UTF-16 units: white space is collapsed, and what does not fit makes way for an
 * ellipsis. Never cuts through a character that people see as one.
 */
export function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= most) return line;
  let kept = '';
  for (const { segment } of graphemes.segment(line)) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
