import { join } from 'node:path';
import { withoutUndefined } from '../../core/basics/index.js';
import { createFolderPainter, createShelf, type FolderPainter, type FolderRuntime } from '../../diffusers/index.js';
import { EngineError } from '../../engine/basics/index.js';
import type { PictureSource } from '../../engine/painters/index.js';
import { openRemote, painterNames, type RemoteSettings } from '../../remote/index.js';
import { createModulePainter } from './module-painter.js';

/** Which painter paints beside Kaleido itself, and where it is. */
export interface PainterSettings extends RemoteSettings {
  painterFolder?: string | undefined;
  painterModule?: string | undefined;
}

/** An engine over HTTP, a host's own painter, or a folder on this machine, which can be opened. */
type Source = PictureSource & Partial<Pick<FolderPainter, 'open'>>;

/** The painters that are configured beside Kaleido itself. */
export interface Painters {
  /**
   * @param name one of `painterNames`; default: the usual one
   * @returns undefined where there is none of that name
   * @throws EngineError `painter_invalid` where no folder is set that models are to be in, or no file with a painter
   */
  source(name?: string): Source | undefined;
  /** Frees what folders hold in memory. */
  dispose(): Promise<void>;
}

export function openPainters(settings: PainterSettings, runtime: FolderRuntime): Painters {
  const shelf = createShelf(runtime);
  return {
    source(name = painterNames(settings)[0]) {
      if (name === undefined || !painterNames(settings).includes(name)) return undefined;
      if (settings.painter === 'diffusers') return folderOf(name);
      return settings.painter === 'module' ? moduleOf(settings, name) : openRemote(settings, name);
    },
    dispose: () => shelf.dispose(),
  };

  function folderOf(name: string): Source {
    const { painterFolder, painterModels, painterSize, painterSteps, painterGuidance } = settings;
    if (painterFolder === undefined) throw new EngineError('painter_invalid', { why: 'no_folder' });
    const model = painterModels.length === 0 ? undefined : name;
    const dir = model === undefined ? painterFolder : join(painterFolder, model);
    const usual = { size: painterSize, steps: painterSteps, guidance: painterGuidance };
    return createFolderPainter({ dir, name: model, ...usual }, shelf);
  }
}

function moduleOf(settings: PainterSettings, name: string): Source {
  const { painterModule: file, painterModels, painterSize, painterSteps, painterGuidance, painterSeconds } = settings;
  if (file === undefined) throw new EngineError('painter_invalid', { why: 'no_module' });
  const model = painterModels.length === 0 ? undefined : name;
  const asked = withoutUndefined({ model, size: painterSize, steps: painterSteps, guidance: painterGuidance });
  return createModulePainter({ file, seconds: painterSeconds, ...asked });
}
