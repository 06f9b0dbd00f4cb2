// What things there are and which emoji show them, by kaleido/data/things.yaml and emojibase's names.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { load } from 'js-yaml';

const require = createRequire(import.meta.url);
const SHORTCODES = ['github', 'iamcal', 'joypixels', 'emojibase'];
const SYNONYMS_KEPT = 4;

/** Letters and digits alone: what names of icons, labels and shortcodes are compared by. */
export const plainName = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Code points in lower-case hex without variation selectors and leading zeros (`1f408-200d-2b1b`), of a hexcode. */
export const hexKey = (hexcode) =>
  hexcode
    .toLowerCase()
    .split('-')
    .filter((point) => point !== 'fe0f')
    .map((point) => point.replace(/^0+/, ''))
    .join('-');

const keyOf = (emoji) => hexKey([...emoji].map((c) => c.codePointAt(0).toString(16)).join('-'));

const caption = (label) =>
  label
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '')
    .replace(/: /, ' with ');

/** things.yaml, with its emoji as hex keys. */
export function readSettings() {
  const settings = load(readFileSync(new URL('../kaleido/data/things.yaml', import.meta.url), 'utf8'));
  const keys = (list) => new Set(list.map(keyOf));
  const keyed = (mapping) => new Map(Object.entries(mapping).map(([name, emoji]) => [name, keyOf(emoji)]));
  for (const set of [...Object.values(settings.sets), ...Object.values(settings.judge_sets)]) {
    set.icons = keyed(set.icons ?? {});
  }
  return {
    ...settings,
    faces: keys(settings.faces),
    signs: keys(settings.signs),
    moods: keyed(settings.moods),
    faceless: { ...settings.faceless, but: keys(settings.faceless.but) },
    leftOut: {
      words: new Set(settings.left_out.words),
      labels: settings.left_out.labels.map((part) => new RegExp(part)),
      emoji: keys(Object.keys(settings.left_out.emoji)),
      pictures: new Set(Object.keys(settings.left_out.pictures)),
    },
  };
}

/** Every emoji but the skin tones: hex key → key, label, tags, shortcodes, and the names of its group and subgroup. */
function readEmoji() {
  const data = require('emojibase-data/en/data.json');
  const { groups, subgroups } = require('emojibase-data/meta/groups.json');
  const tables = SHORTCODES.map((name) => require(`emojibase-data/en/shortcodes/${name}.json`));
  return new Map(
    data.map((e) => [
      hexKey(e.hexcode),
      {
        key: hexKey(e.hexcode),
        label: caption(e.label),
        tags: e.tags ?? [],
        codes: [...new Set(tables.flatMap((table) => table[e.hexcode] ?? []))]
          .map((code) => code.replaceAll('_', ' '))
          .filter((code) => !/[+\d-]/.test(code) && code.length > 1),
        group: groups[e.group],
        subgroup: subgroups[e.subgroup],
      },
    ]),
  );
}

function wanted(emoji, { groups, signs, leftOut }) {
  if (leftOut.emoji.has(emoji.key) || leftOut.labels.some((part) => part.test(emoji.label))) return false;
  if (signs.has(emoji.key)) return true;
  const group = groups[emoji.group];
  if (!group || (group.subgroups && !group.subgroups.includes(emoji.subgroup))) return false;
  if (group.without?.includes(emoji.subgroup)) return false;
  return !(group.ungendered?.includes(emoji.subgroup) && /^(man|woman|men|women) /.test(emoji.label));
}

const autoName = (emoji) => (emoji.group === 'animals-nature' ? emoji.label.replace(/ face$/, '') : emoji.label);

/**
 * All things, as things.json has them, and what finds them. `shownBy`: hex key → `{ thing, rank }` of the things that
 * this emoji shows, rank 0 being the commonest look of the thing; `keyByName`: plain name → hex key.
 */
export function readThings(settings) {
  const emoji = readEmoji();
  const things = new Map();
  const shownBy = new Map();
  const isLeftOut = (text) => text.split(' ').some((word) => settings.leftOut.words.has(word));
  const add = (name, members, { synonyms, display, tags }) => {
    const [first] = members;
    const group = settings.groups[first.group];
    const weight = group.weight * (group.subweights?.[first.subgroup] ?? 1) * (settings.popular.includes(name) ? 2 : 1);
    things.set(name, {
      name,
      ...(display && { display }),
      synonyms: [...new Set(synonyms)].filter((word) => word !== name && !isLeftOut(word)),
      tags: (tags ?? [...new Set(members.flatMap((member) => member.tags))]).filter((word) => !isLeftOut(word)),
      group: first.group,
      weight,
    });
    members.forEach(({ key }, rank) => {
      shownBy.set(key, [...(shownBy.get(key) ?? []), { thing: name, rank }]);
    });
  };
  for (const [name, thing] of Object.entries(settings.things)) {
    if (!thing.emoji) continue;
    const members = thing.emoji.map((character) => emoji.get(keyOf(character)));
    const unknown = thing.emoji.filter((_, i) => !members[i]);
    if (unknown.length) throw new Error(`things.yaml: ${name}: emojibase does not know ${unknown.join(' ')}`);
    add(name, members, { ...thing, synonyms: thing.synonyms ?? [] });
  }
  for (const member of emoji.values()) {
    if (shownBy.has(member.key) || !wanted(member, settings)) continue;
    const name = autoName(member);
    if (things.has(name)) throw new Error(`things.yaml: “${name}” is listed, and also the label of ${member.key}: list both`);
    add(name, [member], { synonyms: member.codes.slice(0, SYNONYMS_KEPT), ...settings.things[name] });
  }
  for (const name of Object.keys(settings.things)) {
    if (!things.has(name)) throw new Error(`things.yaml: ${name} is no label of an emoji: say which emoji show it`);
  }
  const keyByName = new Map();
  // Labels go before shortcodes, as a shortcode can mean another thing (`wave` is a waving hand).
  for (const { key, label } of emoji.values()) if (!keyByName.has(plainName(label))) keyByName.set(plainName(label), key);
  for (const { key, codes } of emoji.values()) {
    for (const code of codes) if (!keyByName.has(plainName(code))) keyByName.set(plainName(code), key);
  }
  const { groups, subgroups, but } = settings.faceless;
  const faceless = (key) => {
    const { group, subgroup } = emoji.get(key);
    return !but.has(key) && (groups.includes(group) || subgroups.includes(subgroup));
  };
  const smiley = (key) => /^face-(?!costume)/.test(emoji.get(key)?.subgroup ?? '');
  return { things, shownBy, keyByName, faceless, smiley };
}
