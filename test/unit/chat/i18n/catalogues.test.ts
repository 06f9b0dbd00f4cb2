import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { en, isMessageKey } from '../../../../src/chat/i18n/en/index.js';
import { CATALOGUES } from '../../../../src/chat/i18n/locales.js';

const languages = Object.entries(CATALOGUES);

/** Names of all placeholders of a message, those in branches included. */
function placeholders(elements: readonly MessageFormatElement[]): Set<string> {
  const names = new Set<string>();
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    names.add(element.value);
    if (element.type === TYPE.select || element.type === TYPE.plural) {
      for (const { value } of Object.values(element.options)) for (const name of placeholders(value)) names.add(name);
    }
  }
  return names;
}

function read(message: string): MessageFormatElement[] {
  return parse(message, { ignoreTag: true });
}

describe.each(languages)('the catalogue %s', (_, catalogue) => {
  it('has the keys of the English one and no others', () => {
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(en).sort());
  });

  it('has a message that can be read, and is not empty, under every key', () => {
    for (const [key, message] of Object.entries(catalogue)) {
      expect(message.trim(), key).not.toBe('');
      expect(() => read(message), `${key}: ${message}`).not.toThrow();
    }
  });

  it('uses the same placeholders as the English one', () => {
    for (const [key, message] of Object.entries(catalogue)) {
      if (!isMessageKey(key)) throw new Error(`${key} is not English.`);
      expect([...placeholders(read(message))].sort(), key).toEqual([...placeholders(read(en[key]))].sort());
    }
  });
});

it('knows more than one language', () => {
  expect(languages.map(([language]) => language)).toEqual(expect.arrayContaining(['en', 'de']));
});
