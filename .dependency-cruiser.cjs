/** Imports point one way, and each native package has one home. Checked by `npm run imports`. */
const only = (name, home, package_) => ({
  name,
  severity: 'error',
  comment: `Only ${home} touches ${package_}.`,
  from: { path: '^(src|commands|bench|test)/', pathNot: `^(${home}|test/(integration/)?servers/)` },
  to: { path: `node_modules/${package_}/` },
});

const OURS = '^(src|commands)/';

/** What a folder may import of ours at run time and by type; everything else of ours is refused. */
const layer = (folder, allowed, comment) => ({
  name: `${folder.replace('src/', '')}-knows-its-place`,
  severity: 'error',
  comment,
  from: { path: `^${folder}/` },
  to: { path: OURS, pathNot: `^(${[folder, ...allowed].join('|')})(/|\\.ts$)` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    layer(
      'src/engine',
      [],
      'The engine is pure generation: no chat, queue, database, files of pictures or configuration.',
    ),
    layer('src/network', [], 'How connections leave this machine: nothing of ours.'),
    layer('src/images', ['src/engine'], 'Pictures know the engine only.'),
    layer(
      'src/core',
      ['src/engine', 'src/images', 'src/package-info'],
      'Use cases and rules know no platform, queue or database: those implement its ports.',
    ),
    layer(
      'src/store',
      ['src/core', 'src/engine', 'src/network', 'src/package-info'],
      'The store implements ports of the core.',
    ),
    layer('src/jobs', ['src/core', 'src/engine'], 'The queue implements ports of the core.'),
    layer(
      'src/worker',
      ['src/core', 'src/engine', 'src/images', 'src/package-info'],
      'The worker paints what the core accepted.',
    ),
    layer(
      'src/chat',
      ['src/core', 'src/engine', 'src/images', 'src/network', 'src/package-info'],
      'Chat knows core, and the words of latents from the engine.',
    ),
    layer('commands', ['src/chat', 'src/core', 'src/engine'], 'Commands know chat and core.'),
    {
      name: 'platforms-are-apart',
      severity: 'error',
      comment: 'What two platforms share lies in src/chat itself.',
      from: { path: '^src/chat/(discord|slack|terminal)/' },
      to: { path: '^src/chat/(discord|slack|terminal)/', pathNot: '^src/chat/$1/' },
    },
    {
      name: 'core-and-store-by-ports',
      severity: 'error',
      comment: 'Core reaches store and queue through src/core/ports.ts.',
      from: { path: '^src/(core|chat|worker)/' },
      to: { path: '^src/(store|jobs)/' },
    },
    {
      name: 'nobody-imports-the-command-line',
      severity: 'error',
      from: { path: OURS, pathNot: '^src/(cli/|app/|main\\.ts$)' },
      to: { path: '^src/(cli/|app/|main\\.ts$)' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files may know each other by type, never at run time.',
      from: { pathNot: '^src/store/generated/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only('one-home-for-onnx-runtime', 'src/engine/runtime/onnx\\.ts', 'onnxruntime-node'),
    only('two-homes-for-sharp', 'src/images/sharp\\.ts|src/engine/memory/pictures\\.ts', 'sharp'),
    only('one-home-for-bullmq', 'src/jobs/|bench/', 'bullmq'),
    only('one-home-for-prisma', 'src/store/', '@prisma'),
    only('one-home-for-discord', 'src/chat/discord/|bench/bare-bot\\.ts', 'discord\\.js'),
    only('one-home-for-proxies', 'src/network/', '(undici|https-proxy-agent|agent-base)'),
    only('one-home-for-slack', 'src/chat/slack/', '@slack'),
  ],
  options: {
    // TypeScript 7 has no compiler interface that dependency-cruiser could use.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types'],
    },
  },
};
