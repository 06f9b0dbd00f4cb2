import { describe, expect, it } from 'vitest';
import { LEASES, longestWait, RECOVERED_WITHIN_MS } from '../../../../src/core/basics/leases.js';

describe.each(Object.entries(LEASES))('the lease of a %s', (_, lease) => {
  it('ends, and is looked for, within what is promised', () => {
    expect(longestWait(lease)).toBeLessThanOrEqual(RECOVERED_WITHIN_MS);
  });

  it('bears that two renewals in a row fail', () => {
    expect(3 * lease.renewMs).toBeLessThan(lease.leaseMs);
  });
});
