import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPrompts } from '../../../../src/cli/eval/prompts.js';
import { asCaptioned } from '../../../../src/engine/words/as-captioned.js';
import type { NamingManifest } from '../../../../src/engine/words/language.js';
import { LANGUAGES } from '../../../../src/engine/words/languages.js';
import { withoutAccents } from '../../../../src/engine/words/spelling.js';

const manifest: NamingManifest = JSON.parse(readFileSync('models/stickers/kaleido.json', 'utf8'));

describe('a prompt, worded as captions word it', () => {
  it.each([
    ['Die roten Äpfel', 'rot apfel'],
    ['zwei kleine Häuser mit einem blauen Auto', 'ein haus, ein haus und blau auto'],
    ['eine türkise Kirsche, ein oranges Küken', 'eine turkis kirschen, ein orange kuken'],
    ['le chat noir', 'chat noir'],
    ["l'oiseau blanc et l’étoile violette", 'oiseau blanc et etoile violet'],
    ['deux châteaux gris avec trois chevaux verts', 'two chateau gris et three cheval vert'],
    ["trois œufs bleus et une goutte d'eau", "three oeuf bleu et une goutte d'eau"],
    ['una casa roja', 'una casa rojo'],
    ['dos perritos calientes y unas flores amarillas', 'un perrito caliente, un perrito caliente y flor amarillo'],
    ['tres peces azules con un melocotón marrón', 'three pez azul y un melocoton marron'],
    ['tre gatti neri', 'three gatto nero'],
    ["un'arancia bianca e due tartarughe grigie", 'un arancia bianco, un tartaruga grigio e un tartaruga grigio'],
    ['due pupazzi di neve con delle mele verdi', 'un pupazzo di neve, un pupazzo di neve e mela verde'],
    ['duas flores vermelhas e três corações azuis', 'two flor vermelho e three coracao azul'],
    ['os cães pretos', 'two cao preto'],
    ['een rode auto met twee witte katten', 'een rood auto, een wit kat en een wit kat'],
    ['drie gele huizen en de grijze schapen', 'three geel huis en grijs schaap'],
    ['2 rosa Katzen', '2 rosa katze'],
    ['the red cats', 'two red cats'],
    ['cherries', 'cherries'],
    ['a light-blue teddy-bear -- with a zig-zag', 'a blue teddy bear'],
    ['un hot-dog bleu', 'un hot-dog bleu'],
    ['cats and dogs', 'a cat, a cat and dog'],
    ['den Löwen', 'lowe'],
    ['gatti', 'two gatto'],
    ['une cerise', 'une cerises'],
    ['a happy little dog', 'a dog'],
    ['A cat wearing a top hat!', 'a cat and a top hat'],
    ['cute kitty riding bicycle', 'kitty and bicycle'],
    ['a big red apple on a table', 'a red apple'],
    ['a sleepy fox with a blue scarf and two stars', 'a fox, a star and a star'],
    ['draw 2 red cats next to a hot dog, flat style', 'draw a red cat, a red cat and a hot dog, flat style'],
    ['two cats and two dogs', 'two cats and two dogs'],
    ['fünf blaue Katzen', 'three blau katze'],
    ['12 cats', 'three cats'],
    ['Please draw me a small, light blue and white fish in flat style', 'draw a blue and white fish, flat style'],
    ['a sticker of a cat, a cool gizmo and the green tree', 'a sticker of a cat and green tree'],
    ['a violet flower and a gray cat', 'a purple flower and a grey cat'],
    ['una mariposa violeta y un coche dorado', 'una mariposa morado y un coche amarillo'],
    ['ein hellblauer Vogel', 'ein blau vogel'],
    ['una macchina azzurra', 'una macchina blu'],
    ['a rojo cat', 'a rojo cat'],
    ['un gato de color azul', 'un gato azul'],
    ['una casa blanca y roja con un gato', 'una casa blanco y rojo y un gato'],
  ])('%s: %s', (prompt, captioned) => {
    expect(asCaptioned(prompt, manifest)).toBe(captioned);
  });

  it.each(['a happy zeppelin', 'orange', 'la', '猫と犬', 'un', ''])(
    'stays as it is where nothing is known of it: "%s"',
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
        const [article] = LANGUAGES[language]!.articles;
        const named = ['de', 'nl'].includes(language) ? `${colour} ${thing}` : `${thing} ${colour}`;
        const prompt = `${article} ${named}`;
        expect([prompt, withoutAccents(prompt)]).toContain(asCaptioned(prompt, manifest));
      }
    },
  );

  it.each(['bindings', 'colours', 'counts', 'pairs'])('is what it was where captions word it so: %s', async (name) => {
    for (const prompt of await readPrompts(`docs/evidence/${name}.txt`)) {
      expect(asCaptioned(prompt, manifest)).toBe(prompt);
    }
  });

  it('is the prompt itself for a bundle that names nothing', () => {
    expect(asCaptioned('the red apples', { limits: { objects: 3 }, concepts: ['apple'] })).toBe('the red apples');
  });
});
