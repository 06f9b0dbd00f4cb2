import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asCaptioned } from '../../../../src/engine/words/as-captioned.js';
import type { NamingManifest } from '../../../../src/engine/words/language.js';
import { withoutAccents } from '../../../../src/engine/words/spelling.js';

const manifest: NamingManifest = JSON.parse(readFileSync('models/stickers/kaleido.json', 'utf8'));

describe('a prompt, worded as captions word it', () => {
  it.each([
    ['Die roten Äpfel', 'rot apfel'],
    ['zwei kleine Häuser mit einem blauen Auto', 'two kleine haus und blau auto'],
    ['eine türkise Kirsche, ein oranges Küken', 'eine turkis kirschen, ein orange kuken'],
    ['le chat noir', 'chat noir'],
    ["l'oiseau blanc et l’étoile violette", 'oiseau blanc et etoile violet'],
    ['deux châteaux gris avec trois chevaux verts', 'two chateau gris et three cheval vert'],
    ["trois œufs bleus et une goutte d'eau", "three oeuf bleu et une goutte d'eau"],
    ['una casa roja', 'una casa rojo'],
    ['dos perritos calientes y unas flores amarillas', 'two perrito caliente y flor amarillo'],
    ['tres peces azules con un melocotón marrón', 'three pez azul y un melocoton marron'],
    ['tre gatti neri', 'three gatto nero'],
    ["un'arancia bianca e due tartarughe grigie", 'un arancia bianco e two tartaruga grigio'],
    ['due pupazzi di neve con delle mele verdi', 'two pupazzo di neve e mela verde'],
    ['duas flores vermelhas e três corações azuis', 'two flor vermelho e three coracao azul'],
    ['os cães pretos', 'cao preto'],
    ['een rode auto met twee witte katten', 'een rood auto en two wit kat'],
    ['drie gele huizen en de grijze schapen', 'three geel huis en grijs schaap'],
    ['2 rosa Katzen', '2 rosa katze'],
  ])('%s: %s', (prompt, captioned) => {
    expect(asCaptioned(prompt, manifest)).toBe(captioned);
  });

  it.each(['the red cats, with TWO Äpfel!', 'a rose on a pan', 'orange', 'la', '猫と犬', 'un', ''])(
    'stays as it is where it is English or nothing is known of it: "%s"',
    (prompt) => {
      expect(asCaptioned(prompt, manifest)).toBe(prompt);
    },
  );

  it.each(Object.entries(manifest.names!))(
    'has every name in %s as captions have it',
    (language, { things, colours }) => {
      const dyes = Object.keys(colours);
      for (const [k, thing] of dyes.length === 0 ? [] : Object.keys(things).entries()) {
        const colour = dyes[k % dyes.length]!;
        const prompt = ['de', 'nl'].includes(language) ? `${colour} ${thing}` : `${thing} ${colour}`;
        expect([prompt, withoutAccents(prompt)]).toContain(asCaptioned(prompt, manifest));
      }
    },
  );

  it('is the prompt itself for a bundle that names nothing', () => {
    expect(asCaptioned('die roten Äpfel', { concepts: ['apple'] })).toBe('die roten Äpfel');
  });
});
