/** The names in a registry, in its order. */
export function namesOf<R extends object>(registry: R): readonly (keyof R & string)[] {
  return Object.keys(registry) as (keyof R & string)[];
}
