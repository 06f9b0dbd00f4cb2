/** Now, by the clock that all processes share (`shareTime` in `app`). Durations are measured by `performance.now`. */
export function timeOfDay(): Date {
  return new Date(Date.now());
}
