/** What readiness depends on, by name; each rejects, or is false, while it is not ready. */
export type ReadinessChecks = Readonly<Record<string, () => Promise<unknown> | boolean>>;

/** @param limitMs after which a dependency counts as gone */
export async function statesOf(checks: ReadinessChecks, limitMs: number): Promise<Record<string, boolean>> {
  const states = Object.entries(checks).map(async ([name, check]) => [name, await ready(check, limitMs)] as const);
  return Object.fromEntries(await Promise.all(states));
}

async function ready(check: ReadinessChecks[string], limitMs: number): Promise<boolean> {
  const late = AbortSignal.timeout(limitMs);
  const outcome = Promise.resolve()
    .then(() => check())
    .then((answer) => answer !== false)
    .catch(() => false);
  const timeout = new Promise<boolean>((resolve) => {
    late.addEventListener('abort', () => resolve(false), { once: true });
  });
  return Promise.race([outcome, timeout]);
}
