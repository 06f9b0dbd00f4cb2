import { ASPECTS, type Aspect, SQUARE } from '../../engine/basics/index.js';
import { aspectsOfOpenai } from './openai-sizes.js';

/** What engines over HTTP speak. */
export type Protocol = 'sdapi' | 'comfyui' | 'openai';

/** Which painter is configured. */
export interface ChosenPainter {
  /** Our own, a folder or a file of code on this machine, or the protocol of an engine. */
  painter: 'kaleido' | 'diffusers' | 'module' | Protocol;
  /** The usual one first; empty for the one that it has loaded. */
  painterModels: readonly string[];
}

/** What people call those that paint beside Kaleido, the usual one first: models, or the engine. */
export function painterNames({ painter, painterModels }: ChosenPainter): string[] {
  if (painter === 'kaleido') return [];
  return painterModels.length === 0 ? [painter] : [...painterModels];
}

/**
 * Shapes that one of `painterNames` paints, as far as that is known without asking it: a workflow or a graph may be of
 * squares alone.
 */
export function painterAspects({ painter, painterModels }: ChosenPainter, name: string): readonly Aspect[] {
  // Nobody but a file of the host's own knows what it paints.
  if (painter === 'module') return [SQUARE];
  return painter === 'openai' ? aspectsOfOpenai(painterModels.length === 0 ? undefined : name) : ASPECTS;
}

/** Whether one of `painterNames` may make finished pictures larger, as far as that is known without asking it. */
export function mayUpscale({ painter }: Pick<ChosenPainter, 'painter'>): boolean {
  return painter === 'sdapi' || painter === 'comfyui' || painter === 'module';
}

/**
 * Shapes that at least one of `painterNames` paints; none where there is no painter.
 *
 * @param said what is known better than by the settings
 */
export function aspectsHere(
  settings: ChosenPainter,
  said: (name: string) => readonly Aspect[] | undefined = () => undefined,
): readonly Aspect[] {
  const all = painterNames(settings).map((name) => said(name) ?? painterAspects(settings, name));
  return ASPECTS.filter((aspect) => all.some((some) => some.includes(aspect)));
}
