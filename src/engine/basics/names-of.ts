/** The names in a registry, in its order. */
export function namesOf<R extends object>(registry: R): readonly (keyof R & string)[] {
  return Object.keys(registry) as (keyof R & string)[];
}

const asAlternatives = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** The names as a reader's choice: `ddpm, ddim or dpm-solver++`. */
export function oneOf(names: readonly string[]): string {
  return asAlternatives.format(names);
}
