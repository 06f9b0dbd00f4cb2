import { type Aspect, SQUARE } from '../../engine/basics/index.js';
import { CoreError } from '../basics/index.js';
import type { PainterStore } from '../ports.js';

/** What paints besides Kaleido itself, as far as it is known without asking it. */
export interface PaintersHere {
  /** As people read it, the usual one first. */
  painters?: readonly string[];
  /** Shapes that one of them paints; default: squares. */
  aspectsOf?: (painter: string) => readonly Aspect[];
}

/** The same, once workers have asked what paints: they know what settings do not tell. */
export async function withShapesSaid<T extends PaintersHere>(
  here: T,
  painters: Pick<PainterStore, 'said'>,
): Promise<T> {
  const said = await painters.said(here.painters ?? []);
  const known = new Map(said.map(({ name, aspects }) => [name, aspects]));
  const aspectsOf = (painter: string) => known.get(painter) ?? here.aspectsOf?.(painter) ?? [SQUARE];
  return { ...here, aspectsOf };
}

/** Whether somebody paints a shape; whom nobody names is Kaleido itself. */
export function paintsAspect({ aspectsOf }: PaintersHere, painter: string | undefined, aspect: Aspect): boolean {
  return aspect === SQUARE || (painter !== undefined && aspectsOf?.(painter).includes(aspect) === true);
}

/**
 * The shape of a grid's pictures; undefined for squares. What is kept of another grid or a code is left where nobody
 * asks for it and it cannot be painted.
 *
 * @param asked what somebody asks for
 * @param kept what comes with what the grid is made of
 * @param painter who paints; undefined for Kaleido itself
 * @throws CoreError `aspect_refused` naming one that paints it, where there is one
 */
export function aspectFor(
  here: PaintersHere,
  { asked, kept }: { asked: Aspect | undefined; kept?: Aspect | undefined },
  painter: string | undefined,
): Aspect | undefined {
  const wanted = asked ?? kept ?? SQUARE;
  if (wanted === SQUARE) return undefined;
  if (paintsAspect(here, painter, wanted)) return wanted;
  if (asked === undefined) return undefined;
  const other = here.painters?.find((one) => paintsAspect(here, one, wanted)) ?? 'none';
  throw new CoreError('aspect_refused', { painter: painter ?? 'kaleido', aspect: wanted, other });
}
