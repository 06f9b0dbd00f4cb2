/** Imports point one way, and each native package has one home. Checked by `npm run imports`. */
const only = (name, home, package_) => ({
  name,
  severity: 'error',
  comment: `Only ${home} touches ${package_}.`,
  from: { path: '^(src|bench|test)/', pathNot: `^${home}$` },
  to: { path: `node_modules/${package_}/` },
});

const OURS = '^(src|commands)/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'engine-knows-nothing-of-ours',
      severity: 'error',
      comment: 'The engine is pure generation: no chat, queue, database, files of pictures or configuration.',
      from: { path: '^src/engine/' },
      to: { path: OURS, pathNot: '^src/engine/' },
    },
    {
      name: 'images-know-the-engine-only',
      severity: 'error',
      from: { path: '^src/images/' },
      to: { path: OURS, pathNot: '^src/(images|engine)/' },
    },
    {
      name: 'nobody-imports-the-command-line',
      severity: 'error',
      from: { path: OURS, pathNot: '^src/(cli/|main\\.ts$)' },
      to: { path: '^src/(cli/|main\\.ts$)' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files may know each other by type, never at run time.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only('one-home-for-onnx-runtime', 'src/engine/onnx\\.ts', 'onnxruntime-node'),
    only('one-home-for-sharp', 'src/images/sharp\\.ts', 'sharp'),
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
