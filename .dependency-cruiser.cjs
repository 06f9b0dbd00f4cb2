/**
 * Imports point one way, a folder is entered by its face, and each native package has one home. Checked by
 * `npm run imports`; docs/design.md has the picture.
 */
const { readdirSync } = require('node:fs');

const only = (name, home, package_) => ({
  name,
  severity: 'error',
  comment: `Only ${home} touches ${package_}.`,
  from: { path: '^(src|commands|bench|test)/', pathNot: `^(${home}|test/(integration/)?servers/)` },
  to: { path: `node_modules/${package_}/` },
});

const OURS = '^(src|commands)/';

/** Paths of before the rooms, which scripts outside this repository import. */
const KEPT = '^src/(chat/discord/index|store/embedded-postgres)\\.ts$';

/** What a folder may import of ours at run time and by type; everything else of ours is refused. */
const layer = (folder, allowed, comment) => ({
  name: `${folder.replace('src/', '')}-knows-its-place`,
  severity: 'error',
  comment,
  from: { path: `^${folder}/`, pathNot: KEPT },
  to: { path: OURS, pathNot: `^(${[folder, ...allowed].join('|')})(/|\\.ts$)` },
});

/** Rooms of a folder from the lowest to the highest: each may know those before it. */
const ROOMS = {
  'src/engine':
    'basics moods own schemas samplers guidance finishes latents manifest memory bundle words runtime context draft wiggles codes requests painters diffusion metrics evaluator evaluation prior plan text-prior recall describe pipeline',
  'src/core': 'names basics contents prompts access policy quota packs retention own grids work requests things',
  'src/chat': 'i18n text errors pictures cards replies commands panels controller deliveries owed',
  'src/platforms/discord': 'client render deliver pictures events register offered',
  'src/platforms/slack': 'api workspaces render deliver client pictures events offered',
  'src/store': 'blobs embedded generated quota generations settings retention migrations',
  'src/app': 'log base painters bot supervision worker up',
  'src/cli': 'flags print output declared imagine pack eval doctor',
};

const subfolders = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

const rooms = Object.entries(ROOMS).flatMap(([folder, names]) => {
  const unlisted = subfolders(folder).filter((name) => !names.split(' ').includes(name));
  // Kept paths below have folders that are no rooms.
  if (unlisted.some((name) => name !== 'discord')) throw new Error(`ROOMS lacks ${unlisted} of ${folder}.`);
  return names.split(' ').map((room, index, all) => ({
    name: `${room}-of-${folder.replace('src/', '')}-knows-lower-rooms-only`,
    severity: 'error',
    comment: `In ${folder}: ${names}.`,
    from: { path: `^${folder}/${room}/` },
    to: { path: `^${folder}/(${all.slice(index + 1).join('|') || 'nothing'})/` },
  }));
});

/** Folders of sources, and those in them. */
const folders = (root) =>
  subfolders(root)
    .filter((name) => name !== 'generated')
    .flatMap((name) => [`${root}/${name}`, ...folders(`${root}/${name}`)]);

const faces = [...folders('src'), ...folders('commands')].map((folder) => ({
  name: 'folders-are-entered-by-their-faces',
  severity: 'error',
  comment: 'What others may use of a folder, its index.ts exports.',
  from: { path: OURS, pathNot: `^${folder}/` },
  to: { path: `^${folder}/[^/]+\\.ts$`, pathNot: `^${folder}/index\\.ts$` },
}));

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
      'src/remote',
      ['src/engine', 'src/images', 'src/network'],
      'Engines over HTTP implement a port of the engine.',
    ),
    layer(
      'src/diffusers',
      ['src/engine', 'src/images'],
      'Other models on this machine implement a port of the engine.',
    ),
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
    layer('src/jobs', ['src/core', 'src/engine', 'src/network'], 'The queue implements ports of the core.'),
    layer(
      'src/worker',
      ['src/core', 'src/engine', 'src/images', 'src/package-info'],
      'The worker paints what the core accepted.',
    ),
    layer(
      'src/chat',
      ['src/core', 'src/engine', 'src/images'],
      'Chat knows core, and the words of latents from the engine.',
    ),
    layer(
      'src/platforms',
      ['src/chat', 'src/core', 'src/engine', 'src/images', 'src/network', 'src/package-info', 'src/settings/values'],
      'A platform shows what chat decides.',
    ),
    layer('commands', ['src/chat', 'src/core', 'src/engine'], 'Commands know chat and core.'),
    {
      name: 'platforms-are-apart',
      severity: 'error',
      comment: 'What two platforms share lies in src/chat.',
      from: { path: '^src/platforms/([^/]+)/' },
      to: { path: '^src/platforms/[^/]+/', pathNot: '^src/platforms/$1/' },
    },
    {
      name: 'core-and-store-by-ports',
      severity: 'error',
      comment: 'Core reaches store and queue through src/core/ports.ts.',
      from: { path: '^src/(core|chat|platforms|worker)/' },
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
    ...rooms,
    ...faces,
    only('one-home-for-onnx-runtime', 'src/engine/runtime/onnx\\.ts', 'onnxruntime-node'),
    only(
      'two-homes-for-sharp',
      'src/images/sharp\\.ts|src/engine/memory/pictures\\.ts|test/unit/images/intake/',
      'sharp',
    ),
    only('one-home-for-language-models', 'src/remote/chat/local-chat\\.ts', '@huggingface/transformers'),
    only('one-home-for-bullmq', 'src/jobs/|bench/', 'bullmq'),
    only('one-home-for-prisma', 'src/store/', '@prisma'),
    only('one-home-for-discord', 'src/platforms/discord/|bench/bare-discord\\.ts', 'discord\\.js'),
    only('one-home-for-proxies', 'src/network/', '(undici|https-proxy-agent|agent-base)'),
    only('one-home-for-slack', 'src/platforms/slack/|bench/bare-slack\\.ts', '@slack'),
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
