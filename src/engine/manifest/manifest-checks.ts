import { ANGLE_STEPS, LOCATION_STEPS, ownValue, SHARE_STEPS } from '../basics/index.js';
import { LATENT_KINDS, type LatentKind } from '../latents/index.js';
import { GRAPH_FILES, MEMORY_FILES, TOKENIZER_FILE } from './files.js';
import { type Manifest, manifestFields } from './manifest.js';

const RANGE_ORDER = ['text', 'location', 'angle', 'colour', 'share', 'code'] as const;

/** The relation whose places depend on what is worn, so that it is none of the pairs. */
const WEARING = 'wearing';

interface Problem {
  path: string[];
  message: string;
}

/** `kaleido.json`, format 6 (docs/bundle.md). Keys it does not know are dropped. */
export const manifestSchema = manifestFields.superRefine((manifest, context) => {
  for (const { path, message } of checkManifest(manifest)) context.addIssue({ code: 'custom', path, message });
});

/** What a schema of single fields cannot say: how the fields of a manifest must agree. Empty when they do. */
function checkManifest(manifest: Manifest): Problem[] {
  return [
    ...modelProblems(manifest),
    ...kindProblems(manifest),
    ...rangeProblems(manifest),
    ...imageProblems(manifest),
    ...tableProblems(manifest),
    ...fileProblems(manifest),
  ];
}

function modelProblems({ model }: Manifest): Problem[] {
  // The cache copies its numbers in pairs.
  if (model.width % (2 * model.heads) === 0) return [];
  return [{ path: ['model', 'heads'], message: `must split width ${model.width} into heads of one even size` }];
}

function kindProblems({ kinds, vocabulary }: Manifest): Problem[] {
  const problems: Problem[] = [];
  const canonical = LATENT_KINDS.filter((kind) => kinds.includes(kind));
  if (kinds.join() !== canonical.join()) {
    problems.push({ path: ['kinds'], message: `must be ${canonical.join(', ')}, each once and in this order` });
  }
  for (const kind of kinds) {
    if (vocabulary.starts[kind] === undefined) {
      problems.push({
        path: ['vocabulary', 'starts', kind],
        message: 'is missing, though the kind is listed in kinds',
      });
    }
  }
  const named: [string, number][] = [
    ...Object.entries(vocabulary.specials),
    ...Object.entries(vocabulary.starts as Record<LatentKind, number>),
  ];
  const seen = new Map<number, string>();
  for (const [name, id] of named) {
    const other = seen.get(id);
    if (other !== undefined)
      problems.push({ path: ['vocabulary'], message: `gives id ${id} to both ${other} and ${name}` });
    seen.set(id, name);
    if (id >= vocabulary.ranges.text[0]) {
      problems.push({ path: ['vocabulary'], message: `gives ${name} the id ${id}, which lies inside the ranges` });
    }
  }
  return problems;
}

function rangeProblems({ vocabulary, palette, codebook }: Manifest): Problem[] {
  const { ranges, size } = vocabulary;
  const problems: Problem[] = [];
  const report = (name: string, message: string) => problems.push({ path: ['vocabulary', 'ranges', name], message });
  let previousEnd = ranges.text[0];
  for (const name of RANGE_ORDER) {
    const [first, end] = ranges[name];
    if (first !== previousEnd) report(name, `begins at ${first}; the range before it ends at ${previousEnd}`);
    if (end <= first) report(name, 'is empty');
    previousEnd = end;
  }
  if (previousEnd > size) report('code', `ends at ${previousEnd}, beyond the vocabulary's size ${size}`);

  const lengths = {
    location: LOCATION_STEPS + 1,
    angle: ANGLE_STEPS,
    colour: palette.colours.length,
    share: SHARE_STEPS,
    code: codebook.colours.length,
  };
  for (const [name, length] of Object.entries(lengths) as [keyof typeof lengths, number][]) {
    const actual = ranges[name][1] - ranges[name][0];
    if (actual !== length) report(name, `holds ${actual} ids instead of ${length}`);
  }
  return problems;
}

function imageProblems({ image }: Manifest): Problem[] {
  const problems: Problem[] = [];
  const { resolutions, size } = image;
  if (resolutions.some((resolution, i) => i > 0 && resolution <= (resolutions[i - 1] ?? 0))) {
    problems.push({ path: ['image', 'resolutions'], message: 'must rise' });
  }
  if (resolutions.at(-1) !== size) {
    problems.push({ path: ['image', 'resolutions'], message: `must end with the image's size ${size}` });
  }
  return problems;
}

function tableProblems({ tables }: Manifest): Problem[] {
  const { colours, paints, relations, layouts } = tables;
  const problem = (table: string, message: string): Problem => ({ path: ['tables', table], message });
  const strange = paints.filter((paint) => ownValue(colours, paint) === undefined);
  const twice = paints.filter((paint, k) => paints.indexOf(paint) < k);
  const unplaced = Object.keys(relations).filter(
    (name) => name !== WEARING && ownValue(layouts.pairs, name) === undefined,
  );
  const unnamed = Object.keys(layouts.pairs).filter((name) => ownValue(relations, name) === undefined);
  return [
    ...strange.map((paint) => problem('paints', `"${paint}" is none of the colours`)),
    ...twice.map((paint) => problem('paints', `"${paint}" is listed twice`)),
    ...unplaced.map((name) => problem('relations', `"${name}" has no places in layouts.pairs`)),
    ...unnamed.map((name) => problem('layouts', `"${name}" of pairs is none of the relations`)),
  ];
}

function fileProblems({ files }: Manifest): Problem[] {
  const problems: Problem[] = [TOKENIZER_FILE, ...GRAPH_FILES, ...Object.values(MEMORY_FILES)]
    .filter((name) => ownValue(files, name) === undefined)
    .map((name) => ({ path: ['files', name], message: 'is not listed' }));
  for (const name of Object.keys(files)) {
    // A bundle is a flat folder: a name with a slash could point outside it.
    if (!/^[\w.-]+$/.test(name) || name.startsWith('.')) {
      problems.push({ path: ['files', name], message: 'is not a plain file name' });
    }
  }
  return problems;
}
