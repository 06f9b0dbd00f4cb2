/** Packages that bring a library for the system's processor and C library, and what each is for. */
const PACKAGES = [
  { name: 'onnxruntime', purpose: 'runs the model' },
  { name: 'sharp', purpose: 'reads and writes pictures' },
] as const;

const REMEDY = `Install Kaleido's packages again on this system, optional ones included: npm ci.
Then, if it is still missing: Linux needs glibc 2.28 or newer and libstdc++ (Alpine has neither: use the Debian image), and
node_modules of another system or processor cannot be used.`;

/**
 * What to tell when the program, or a command's part of it, cannot be loaded for want of a native library; null for any
 * other error. Every command needs them, and nothing may be called well without them.
 */
export function missingLibrary(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const text = `${error.message}\n${error.stack ?? ''}`;
  const lost = PACKAGES.find(({ name }) => text.includes(name));
  const code = 'code' in error ? error.code : undefined;
  const isLoading =
    code === 'ERR_DLOPEN_FAILED' ||
    code === 'MODULE_NOT_FOUND' ||
    code === 'ERR_MODULE_NOT_FOUND' ||
    /cannot open shared object|could not load the "\w+" module|not a valid win32 application|image not found/i.test(
      text,
    );
  if (!isLoading || lost === undefined) return null;
  const [detail] = error.message.split('\n');
  return `The native library of ${lost.name}, which ${lost.purpose}, cannot be loaded: ${detail}\n${REMEDY}\n`;
}
