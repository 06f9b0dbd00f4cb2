import { describe, expect, it } from 'vitest';
import type { AppErrors } from '../../../../src/app/base/errors.js';
import type { ChatErrors } from '../../../../src/chat/errors/argument-errors.js';
import { errorText, failureText, refusalText } from '../../../../src/chat/errors/error-text.js';
import type { PictureErrors } from '../../../../src/chat/errors/picture-errors.js';
import { en } from '../../../../src/chat/i18n/en/index.js';
import { LANGUAGES } from '../../../../src/chat/i18n/locales.js';
import { createTranslator } from '../../../../src/chat/i18n/translate.js';
import type { DeliveryErrors } from '../../../../src/chat/platform.js';
import type { CliErrors } from '../../../../src/cli/errors.js';
import type { CoreErrors } from '../../../../src/core/basics/errors.js';
import type { WorkErrors } from '../../../../src/core/work/failures.js';
import type { EngineErrors } from '../../../../src/engine/basics/engine-error.js';
import { KaleidoError } from '../../../../src/engine/basics/errors.js';
import type { ImageErrors } from '../../../../src/images/errors.js';
import type { JobErrors } from '../../../../src/jobs/errors.js';
import type { DiscordErrors } from '../../../../src/platforms/discord/client/login.js';
import type { SlackSettingErrors } from '../../../../src/platforms/slack/offered/make.js';
import type { SlackErrors } from '../../../../src/platforms/slack/workspaces/token.js';
import type { SettingErrors } from '../../../../src/settings/errors.js';
import type { StoreErrors } from '../../../../src/store/errors.js';
import { englishIn } from '../../../support/english-in.js';

/** The data of a `why`, less the `why`. */
type DataOf<Data, Why> = Data extends { why: infer Whys } ? (Why extends Whys ? Omit<Data, 'why'> : never) : never;

/** Data of every code of a layer, and of every `why` of those that have some: a missing one is a type error. */
type Samples<Codes> = {
  [Code in keyof Codes]: [Codes[Code]] extends [{ why: infer Whys extends string }]
    ? { [Why in Whys]: DataOf<Codes[Code], Why> }
    : Codes[Code];
};

const none = {};
const size = { min: 1, max: 9 };
const folder = { folder: '/srv' };
const detail = { detail: 'EACCES' };
const path = { path: '/srv/x' };
const answered = { code: 'P1', ...detail };
const migration = { migration: 'M1' };

const palette = { kind: 'palette', example: 'red,#ffcc00' } as const;
const boxes = { kind: 'boxes', example: 'cat 0,0,9,9', side: 128 } as const;
const blobs = { kind: 'blobs', example: '9,9,5,5,0', side: 128 } as const;
const description = { kind: 'description', example: 'cat' } as const;
const tokens = { kind: 'tokens', example: '1,2' } as const;

const engine: Samples<EngineErrors> = {
  empty_prompt: none,
  prompt_too_long: { most: 4000 },
  bad_option: {
    not_whole: { option: 'steps', ...size },
    not_number: { option: 'guidance', ...size },
    not_interval: { option: 'guidance-interval', min: 0, max: 1 },
    not_choice: { option: 'sampler', choices: ['ddim', 'ddpm'] },
    not_flag: { option: 'private' },
    tau_order: { option: 'cads' },
    no_kinds: { option: 'kinds' },
    bad_shape: { option: 'seed' },
    too_long: { option: 'style', maxLength: 4000 },
    too_many: { option: 'boxes', most: 16 },
    cell_count: { option: 'cells', ...size },
    not_own_name: { option: 'thing', ...size },
  },
  bad_draft: {
    unknown_picture: { thing: 'cat', picture: 'flat:cat' },
    unknown_part: { thing: 'cat', part: 'tail' },
    unknown_paint: { wanted: 'stripes' },
    unknown_colour: { wanted: 'plum' },
    unknown_face: { wanted: 'sad' },
    unknown_sign: { wanted: 'sad' },
    no_places: { count: 9, kind: 'beside' },
  },
  unknown_kind: { name: 'depth', kinds: ['palette', 'tokens'] },
  bad_pin: {
    empty: description,
    blank_text: boxes,
    none: boxes,
    no_colours: palette,
    long_entry: palette,
    shares_over: palette,
    no_share_left: palette,
    not_box: { ...boxes, entry: 'cat' },
    box_corners: { ...boxes, entry: 'cat 9,9,0,0' },
    not_ellipse: { ...blobs, entry: '1' },
    long_radius: { ...blobs, entry: '1,1,99,1,0' },
    unknown_colour: { ...palette, entry: 'blurple' },
    no_share: { ...palette, entry: 'red 0%' },
    not_whole: { ...tokens, entry: 'a' },
    not_read: { ...boxes, entry: 'a' },
    too_many: { ...boxes, most: 3, count: 4 },
    too_many_colours: { ...palette, most: 3, count: 4 },
    code_count: { ...tokens, cells: 64, count: 2 },
    unknown_code: { ...tokens, given: 99, max: 63 },
    too_long: { ...description, most: 1000 },
    unreadable: { ...description, said: '日本' },
    cut: { ...description, said: 'cat cat', read: 'cat' },
    long_pin: { kind: 'tokens', most: 8192 },
    no_value: { kind: 'palette', text: 'palette' },
    bad_shape: { kind: 'palette', option: 'pinned.palette' },
  },
  bad_latent_code: {
    long_code: { most: 20_000 },
    characters: none,
    too_short: none,
    checksum: none,
    breaks_off: none,
    impossible: none,
    other_model: none,
    version: { version: 99 },
    unknown_kind: { name: 'depth' },
  },
  bundle_missing: { ...path, manifestFile: 'kaleido.json' },
  bundle_invalid: { file: { ...path, ...detail }, format: { ...path, format: 1, read: 2, shipped: 'models/x' } },
  bundle_corrupt: { file: { ...path, ...detail }, words: none },
  model_failed: {
    unopened: { ...path, ...detail },
    failed: { ...path, provider: 'cpu', ...detail },
    no_output: { name: 'eps', type: 'float32' },
    output_type: { name: 'eps', type: 'int8' },
    other_graph: none,
  },
  prior_away: { host: 'localhost:11434', ...detail },
  prior_invalid: {
    login: { host: 'localhost:11434' },
    not_api: { host: 'localhost:11434', ...detail },
    no_plan: { host: 'localhost:11434', ...detail },
    other_model: { host: 'localhost:11434', wanted: 'a', detail: 'b, c' },
    no_folder: none,
    no_library: { command: 'npm install x' },
    bad_folder: { ...path, ...detail },
    late: { ...path, seconds: 60 },
  },
  painter_away: { host: 'localhost:7860', ...detail },
  painter_failed: { host: 'localhost:7860', ...detail },
  painter_invalid: {
    login: { host: 'localhost:7860' },
    elsewhere: { host: 'localhost:7860' },
    unpaid: { host: 'localhost:7860' },
    size: { host: 'localhost:7860', ...detail },
    workflow_refused: { host: 'localhost:7860', ...detail },
    no_workflow: path,
    editor_workflow: path,
    no_node: { ...path, node: 'seed' },
    no_input: { ...path, node: 'seed', id: '3', type: 'KSampler', has: 'cfg' },
    not_api: { host: 'localhost:7860', ...detail },
    bad_picture: { host: 'localhost:7860', ...detail },
    too_large: { host: 'localhost:7860', most: 9 },
    other_model: { host: 'localhost:7860', wanted: 'x', ...detail },
    no_folder: none,
    no_module: none,
    bad_module: { ...path, ...detail },
    no_file: path,
    no_numbers: path,
    bad_file: { ...path, ...detail },
    bad_graph: { ...path, ...detail },
    cut_file: { ...path, bytes: 8, wanted: 9 },
    unknown_pipeline: { ...path, has: 'FluxPipeline', known: 'StableDiffusionPipeline' },
    unknown_scheduler: { ...path, has: 'X', known: 'EulerDiscreteScheduler' },
    fixed_size: { ...path, side: 512 },
  },
  painter_refused: { policy: none, black: none, unsafe: none, aspect: none, upscale: none },
  unreadable_input: { unreadable: path, no_file: path, too_large: { ...path, bytes: 9, most: 8 } },
};

const work: Samples<WorkErrors> = {
  parent_gone: { cell: 1 },
  blocked_latents: { term: 'gore', kind: 'description', cell: 1 },
  own_picture_gone: { name: 'mascot' },
  workers_died: { starts: 10 },
  painter_missing: none,
};

const argument = { option: 'prompt' };

const core: Samples<CoreErrors> = {
  quota_exceeded: { subject: 'user', limit: 'imagesPerDay', allowed: 5, used: 5, resetsAt: new Date() },
  blocked_term: { term: 'gore', where: 'pin', kind: 'description' },
  disabled_here: none,
  model_refused: { model: 'dreams', choices: ['sketches', 'kaleido'] },
  not_allowed: { action: 'delete' },
  no_space_here: { action: 'pins' },
  generation_unknown: { id: '0123456789ab' },
  generation_unfinished: { status: 'failed' },
  cell_refused: { cell: 2, reason: 'unsafe' },
  cell_unknown: { cell: 5, count: 4 },
  latent_missing: { kind: 'palette' },
  latent_of_another_model: { kind: 'palette' },
  saved_pin_unknown: { name: 'x' },
  too_many_saved_pins: { limit: 50 },
  saved_thing_unknown: { name: 'x' },
  saved_thing_taken: { name: 'x' },
  too_many_saved_things: { limit: 20 },
  saved_things_too_large: { limit: 1000 },
  own_pictures_refused: { who: 'admins' },
  picture_blocked: {},
  picture_not_looked_at: {},
  blocked_picture_unknown: { id: '9f3a61c2d4e58b07' },
  nothing_to_reroll: none,
  nothing_to_cancel: none,
  interrupted: none,
  upscale_refused: { painter: 'kaleido', other: 'dreams' },
  upscaled_already: none,
  nothing_known: { words: ['zorp'], nearest: ['frog'] },
  bad_value: {
    ...engine.bad_option,
    no_cell_or_kind: argument,
    no_cells: argument,
    no_part: argument,
    painted_already: argument,
    not_emoji: argument,
    not_language: argument,
    not_time_zone: argument,
    no_letters: argument,
    reserved_name: argument,
    no_limit: argument,
    not_one_subject: argument,
    not_name: { ...argument, maxLength: 32 },
    no_quota: { ...argument, subject: 'user 7' },
    nested_alternatives: { ...argument, example: '{red|blue}' },
    too_many_alternatives: { ...argument, most: 8 },
  },
  aspect_refused: { painter: 'kaleido', aspect: '16:9', other: 'sd-turbo' },
  pinned_twice: { kind: 'palette' },
};

const chat: Samples<ChatErrors> = {
  bad_value: {
    missing: argument,
    not_flag: argument,
    no_value: argument,
    twice: argument,
    extra_words: argument,
    no_latest: argument,
    not_whole: { ...argument, ...size },
    not_number: { ...argument, ...size },
    out_of_range: { ...argument, ...size },
    too_long: { ...argument, maxLength: 99 },
    not_choice: { ...argument, choices: ['x', 'y'] },
    unknown_subcommand: { ...argument, choices: ['x'] },
    nothing_given: { ...argument, choices: ['x'] },
    one_of: { ...argument, choices: ['x'] },
    bad_form: { ...argument, value: 'x' },
    not_mention: { ...argument, type: 'role' },
    unknown_option: { ...argument, nearest: 'none' },
    unknown_command: { ...argument, nearest: 'help' },
    no_cell: { ...argument, count: 4 },
  },
};

const pictures: Samples<PictureErrors> = {
  picture_not_fetched: { elsewhere: none, no_file: none, refused: none, broke_off: none },
};

const images: Samples<ImageErrors> = {
  unreadable_input: { not_picture: none, no_record: none, bad_record: none },
  bad_option: engine.bad_option,
  picture_too_large: {
    bytes: { bytes: 9, most: 8 },
    pixels: { width: 9, height: 9, most: 8 },
    side: { width: 9, height: 9, most: 8 },
  },
  picture_unknown: none,
  picture_broken: none,
  picture_empty: none,
};

const store: Samples<StoreErrors> = {
  database_unavailable: {
    unreachable: answered,
    refused: answered,
    no_database: answered,
    busy: answered,
    full: answered,
    starting: answered,
    data_folder: { ...folder, ...detail },
    password: { ...folder, ...detail },
    other_user: folder,
    no_migrations: folder,
    not_made: { ...folder, ...detail, missingMb: 0 },
    not_started: { ...folder, ...detail, missingMb: 512 },
    not_stopped: { ...folder, ...detail },
    no_loader: path,
    not_run: { ...path, ...detail },
    no_link: { ...path, ...detail },
    not_executable: { ...path, ...detail },
    no_platform: { platform: 'x' },
    no_package: { name: 'x' },
    no_user: { user: 'postgres' },
    closed_folder: { user: 'postgres', ...folder },
  },
  database_invalid: {
    unmigrated: answered,
    version: { ...folder, version: '14', ours: '18' },
    newer: migration,
    unfinished: migration,
    changed: migration,
    not_applied: { ...migration, ...detail },
  },
  blobs_unavailable: { folder: { ...folder, ...detail }, bucket: { bucket: 'x', ...detail } },
};

const jobs: Samples<JobErrors> = { queue_unavailable: { backend: 'redis' } };

const settings: Samples<SettingErrors> = {
  bad_setting: {
    unusable: { option: 'X', text: 'x' },
    unusable_secret: { option: 'X' },
    unknown_price: { option: 'KALEIDO_PAINTER_PRICE', name: 'skteches', known: 'dreams, kaleido' },
    no_settings_file: { option: 'X', ...path },
    line_sets_nothing: { ...path, line: 1 },
    line_hash: { ...path, line: 1 },
    line_after_quote: { ...path, line: 1, quote: '"' },
    line_open_quote: { ...path, line: 1, quote: '"' },
  },
};

const app: Samples<AppErrors> = {
  bad_setting: {
    no_platform: { tokens: ['X', 'Y'] },
    address_taken: { option: 'X', host: '::1', port: '80' },
    no_bucket: { option: 'X', text: 's3:' },
  },
  folder_in_use: { folder: '/srv/data', pid: '4711' },
  unwritable_output: { data_folder: path },
};

const discord: Samples<DiscordErrors> = { bad_setting: { discord_token: { option: 'X' } } };

const slackSettings: Samples<SlackSettingErrors> = {
  bad_setting: {
    slack_needs_token: { option: 'X' },
    slack_needs_secrets: { option: 'X' },
    slack_needs_line: { option: 'X' },
  },
};

const slack: Samples<SlackErrors> = {
  bad_setting: { slack_token: { option: 'X', refusal: 'invalid_auth' } },
  not_installed: { teamId: 'T1' },
};

const platforms: Samples<DeliveryErrors> = {
  delivery: {
    not_shown: none,
    closed: none,
    refused: { platform: 'Slack', refusal: 'no_text' },
    unreachable: { platform: 'Slack' },
    rate_limited: { platform: 'Slack' },
    not_installed: { teamId: 'T1' },
  },
};

const cli: Samples<CliErrors> = {
  bad_option: {
    flag_not_whole: { option: '--steps', text: 'x', ...size },
    flag_not_number: { option: '--guidance', text: 'x', ...size },
    flag_not_interval: { option: '--guidance-interval', text: 'x', min: 0, max: 1 },
    no_ending: { option: '--out', ...path, endings: ['.png'] },
    other_ending: { option: '--out', ...path, ending: '.gif', endings: ['.png'] },
    unknown_provider: { option: '--provider', text: 'x', choices: ['cpu'] },
    unknown_group: { option: '--group', text: 'x', choices: ['y'] },
    nothing_like: { option: 'search', text: 'x' },
    thing_form: { option: '--thing', text: 'x' },
    thing_twice: { option: '--thing', text: 'x' },
    prompts_unreadable: { option: 'prompts', ...path },
    no_prompts: { option: 'prompts', ...path },
    other_run: { option: '--out', ...path },
    no_results: { option: '--out', ...path },
    unknown_prompt: { option: 'prompts', ...path, prompt: 'x' },
    no_shared_concept: { option: 'evaluator' },
    no_baseline: { option: 'baseline', methods: ['x'] },
    too_few_pictures: { option: 'x', real: 1, generated: 2, fewestReal: 3, fewestGenerated: 4 },
    other_size: { option: 'evaluator', painted: 64, read: 128 },
  },
  unwritable_output: { unwritten: path, folder: path, no_file: path },
};

class AnyError extends KaleidoError<Record<string, object>> {}

/** A layer's samples as errors: of each code, and of each `why`. */
function errorsOf(samples: object): AnyError[] {
  return Object.entries(samples).flatMap(([code, data]: [string, object]) => {
    const whys = Object.keys(en).some(
      (key) => /^(errors|host|cli)\./.test(key) && key.split('.')[1] === code && key.split('.').length === 3,
    );
    const isByWhy = whys || ['bad_value', 'bad_option'].includes(code);
    if (!isByWhy) return [new AnyError(code, data)];
    return Object.entries(data).map(([why, rest]: [string, object]) => new AnyError(code, { ...rest, why }));
  });
}

const LAYERS = {
  engine,
  work,
  core,
  chat,
  pictures,
  images,
  store,
  jobs,
  settings,
  app,
  discord,
  slackSettings,
  slack,
  platforms,
  cli,
};
const ALL = Object.entries(LAYERS).flatMap(([layer, samples]) =>
  errorsOf(samples).map((error) => [`${layer}: ${error.message}`, error] as const),
);

const REMEDY = { remedy: 'X.' };

describe.each(LANGUAGES)('in %s', (locale) => {
  it.each(ALL)('%s has words, with nothing left to fill in', (_, error) => {
    const text = errorText(error, locale, REMEDY);
    expect(text).not.toBe(error.message);
    expect(text).toMatch(/^\S[\s\S]*([.!?]|: (kaleido|npx) [^\n]*)$/);
    expect(text).not.toMatch(/undefined|\[object|NaN|(?<!-)\{(?!red)|\}(?!.?$|\.)/);
    if (locale === 'en') return;
    expect(text).not.toBe(errorText(error, 'en', REMEDY));
    expect(englishIn(text)).toEqual([]);
  });

  it('whoever reads a chat gets words for all that they can mend, and no paths of the host', () => {
    const context = { t: createTranslator(locale), locale, now: new Date() };
    for (const samples of [core, work, chat]) {
      for (const error of errorsOf(samples)) expect(refusalText(error, context), error.message).toMatch(/\S/);
    }
    for (const samples of [engine, store, jobs, platforms]) {
      for (const error of errorsOf(samples)) {
        const { code, message } = error;
        expect(refusalText(error, context) ?? '', message).not.toContain('/srv');
        const recorded = failureText({ code, message, data: { ...error.data } }, context);
        expect(recorded, message).toMatch(/^\S.*\.$/);
        expect(recorded, message).not.toMatch(/\/srv|\{"/);
      }
    }
  });
});
