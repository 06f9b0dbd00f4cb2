import { type CommandSpec, readValues } from '../src/chat/commands/index.js';
import { LANGUAGES } from '../src/chat/i18n/index.js';
import { message, text } from '../src/chat/replies/index.js';
import type { UserSettings } from '../src/core/index.js';
import { RANGES } from '../src/engine/basics/index.js';

/** All that can be set, each as not set. */
const NOTHING: { [K in keyof Required<UserSettings>]: undefined } = {
  count: undefined,
  variety: undefined,
  guidance: undefined,
  steps: undefined,
  recall: undefined,
  showLatents: undefined,
  isPrivate: undefined,
  locale: undefined,
};

/** What holds for all own requests that do not say otherwise. */
export const settings: CommandSpec = {
  name: 'settings',
  execute: {
    options: [
      { name: 'count', type: 'integer', ...RANGES.count },
      { name: 'variety', type: 'integer', ...RANGES.variety },
      { name: 'guidance', type: 'number', ...RANGES.guidance },
      { name: 'steps', type: 'integer', ...RANGES.steps },
      { name: 'recall', type: 'integer', ...RANGES.recall },
      { name: 'latents', type: 'flag' },
      { name: 'private', type: 'flag' },
      { name: 'language', type: 'choice', choices: LANGUAGES },
      { name: 'reset', type: 'flag' },
    ],
    examples: ['settings --variety 80 --private', 'settings --reset'],
    async run(raw, { actor, core, t }) {
      const values = readValues(raw);
      const given: UserSettings = {
        count: values.number('count'),
        variety: values.number('variety'),
        guidance: values.number('guidance'),
        steps: values.number('steps'),
        recall: values.number('recall'),
        showLatents: values.flag('latents'),
        isPrivate: values.flag('private'),
        locale: values.text('language'),
      };
      const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const change = { ...(values.flag('reset') ? NOTHING : {}), ...set };
      const now = Object.keys(change).length === 0 ? await core.settings(actor) : await core.setSettings(actor, change);
      const shown = (value: number | string | boolean | undefined) => {
        if (value === undefined) return t('reply.setting_default');
        return typeof value === 'boolean' ? t('reply.yes_no', { value: String(value) }) : String(value);
      };
      const facts = [
        { label: t('reply.setting_count'), value: shown(now.count) },
        { label: t('reply.setting_variety'), value: shown(now.variety) },
        { label: t('reply.setting_guidance'), value: shown(now.guidance) },
        { label: t('reply.setting_steps'), value: shown(now.steps) },
        { label: t('reply.setting_recall'), value: shown(now.recall) },
        { label: t('reply.setting_latents'), value: shown(now.showLatents) },
        { label: t('reply.setting_private'), value: shown(now.isPrivate) },
        { label: t('reply.setting_language'), value: shown(now.locale) },
      ];
      return message([
        { type: 'heading', text: t('reply.settings') },
        { type: 'facts', facts },
        text(t('reply.settings_how')),
      ]);
    },
  },
};
