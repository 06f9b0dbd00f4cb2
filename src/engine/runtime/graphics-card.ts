import { readdirSync } from 'node:fs';

/** Where Vulkan's loader looks for drivers on Linux, and where Nix puts them. */
const DRIVER_FOLDERS = [
  '/etc/vulkan/icd.d',
  '/usr/share/vulkan/icd.d',
  '/usr/local/share/vulkan/icd.d',
  '/run/opengl-driver/share/vulkan/icd.d',
];
/** Of Mesa's llvmpipe and Google's SwiftShader, which are Vulkan in software. */
const SOFTWARE = /^(?:lvp|llvmpipe|swiftshader|vk_swiftshader)/i;
/** Of direct rendering, of NVIDIA's own driver, and of Windows' subsystem for Linux. */
const CARDS = [
  { folder: '/dev/dri', name: /^renderD\d+$/ },
  { folder: '/dev', name: /^(?:nvidia\d+|dxg)$/ },
];

/**
 * Whether WebGPU may find a real graphics card here. Elsewhere than on Linux the system brings one way to it, and which
 * it is shows in the time of a run. On Linux there has to be a card, and a Vulkan driver that is no software: asked for
 * WebGPU without them, the library writes lines of its own on stderr, or calculates by the processor, slowly.
 *
 * @param namesIn what a folder holds; nothing where there is none
 */
export function hasGraphicsCard(platform = process.platform, namesIn = namesOf): boolean {
  if (platform !== 'linux') return true;
  const hasCard = CARDS.some(({ folder, name }) => namesIn(folder).some((one) => name.test(one)));
  return hasCard && DRIVER_FOLDERS.some((folder) => namesIn(folder).some((one) => !SOFTWARE.test(one)));
}

function namesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
