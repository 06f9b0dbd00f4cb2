/** `count` rows of `width` numbers each, one after the other. */
export interface Vectors {
  readonly data: Float32Array | Float64Array;
  readonly count: number;
  readonly width: number;
}

/** Row `index` of the vectors, not copied. */
export function vectorAt({ data, width }: Vectors, index: number): Float32Array | Float64Array {
  return data.subarray(index * width, (index + 1) * width);
}

/** Some rows of the vectors, copied, in the order of `indices`. */
export function pickVectors(vectors: Vectors, indices: readonly number[]): Vectors {
  const data = new Float32Array(indices.length * vectors.width);
  indices.forEach((index, row) => {
    data.set(vectorAt(vectors, index), row * vectors.width);
  });
  return { data, count: indices.length, width: vectors.width };
}

/** Inner product Σ a_i·b_i of two lists of one length, in double precision. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Euclidean distances [a.count, b.count] flat, in double precision. */
export function distances(a: Vectors, b: Vectors): Float64Array {
  const squares = (vectors: Vectors) =>
    Array.from({ length: vectors.count }, (_, i) => dot(vectorAt(vectors, i), vectorAt(vectors, i)));
  const [squaresA, squaresB] = [squares(a), squares(b)];
  const found = new Float64Array(a.count * b.count);
  for (let i = 0; i < a.count; i++) {
    const row = vectorAt(a, i);
    for (let j = 0; j < b.count; j++) {
      const squared = squaresA[i]! + squaresB[j]! - 2 * dot(row, vectorAt(b, j));
      found[i * b.count + j] = Math.sqrt(Math.max(0, squared));
    }
  }
  return found;
}

/**
 * For each vector the distance to its k-th nearest other vector of the same set; k is at least 1 and below the count.
 */
export function neighbourRadii(vectors: Vectors, k: number): Float64Array {
  const all = distances(vectors, vectors);
  return Float64Array.from({ length: vectors.count }, (_, i) => {
    const row = all.slice(i * vectors.count, (i + 1) * vectors.count);
    // Rounding leaves a vector's distance to itself slightly above 0.
    row[i] = 0;
    return row.sort()[k]!;
  });
}

/** @param values at least one */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
