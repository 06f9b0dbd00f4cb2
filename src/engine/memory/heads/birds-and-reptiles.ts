/** Heads of birds, reptiles, amphibians, dinosaurs and dragons, a picture a line, as `looked-up.ts` reads it. */
export const BIRDS_AND_REPTILES = `
noto:baby-chick 5 55 6 eye 25.8 25 4.2 4.2 mouth 6 30
fluent-emoji-flat:front-facing-baby-chick 26 74 7 eye 37.5 25 1.9 1.9 eye 62.5 25 1.9 1.9 mouth 50 31
fluent-emoji-flat:baby-chick 3 52 5 eye 25 24.6 3.4 3.8 mouth 4 30
fluent-3d:1f425 26 74 7 eye 37.5 22.7 1.9 1.9 eye 62.5 22.7 1.9 1.9 mouth 50 31
fluent-3d:1f424 3 52 5 eye 27 26.6 2.3 1.9 mouth 4 30
noto:penguin 30 64 2 eye 46.9 13.7 3.4 3.8 mouth 20 14
noto-v1:penguin 28 62 2 eye 44.1 14.5 3 3.8 mouth 18 20
twemoji:penguin 34 62 1 eye 43.4 9.8 3 3 mouth 74 13
noto:eagle 12 42 36 eye 22.7 47.3 1.9 2.3 mouth 12 56
noto-v1:eagle 4 34 41 eye 13.3 46.9 1.1 1.1 mouth 5 56
fluent-emoji-flat:eagle 3 27 34 eye 12.5 41.4 1.9 1.9 mouth 3 45
twemoji:eagle 22 76 1 eye 42 15 4.5 4 mouth 4 28
emojione:eagle 18 86 6 eye 58 25 7 6.5 mouth 90 42
fluent-3d:1f985 3 27 34 eye 12.5 41 1.9 1.5 mouth 3 45
noto:turtle 2 40 30 eye 11.3 44.5 3.8 4.2 eye 26.6 44.9 4.2 4.6 mouth 19 55
fluent-emoji-flat:turtle 0 17 46.3 eye 9 53.7 2 1.8 mouth 3 66
fluent-3d:1f422 0 17 45.9 eye 9 53.3 2 1.9 mouth 3 66
noto:snake 14 60 1 eye 31.3 6.6 3.4 3 eye 41 16 3.8 3.8 mouth 21 24
noto-v1:snake 20 63 2 eye 45.7 16.8 3.8 3.8 mouth 20 28
fluent-emoji-flat:snake 55 99 1 eye 77 10.5 2.3 3.8 mouth 57 14
twemoji:snake 36 80 1 eye 52.7 8.2 3 3 mouth 39 15
emojione:snake 3 60 70 eye 26 84 6.5 6 mouth 6 92
fluent-3d:1f40d 55 99 1 eye 76.6 10.9 1.9 3.4 mouth 57 14
noto:crocodile 20 62 70 eye 45.3 76.6 3.4 3.4 mouth 20 92
noto-v1:crocodile 16 66 40 eye 48 46.5 3 3.8 mouth 12 66
fluent-emoji-flat:crocodile 22 70 74 eye 51.6 83.6 1.9 1.9 mouth 24 95
twemoji:crocodile 14 50 27 eye 32 33 4 3 mouth 6 42
emojione:crocodile 36 90 0 eye 60 8.5 6.5 8 eye 74 9 7 8 mouth 22 28
streamline-emojis:crocodile 20 64 50 eye 46.1 59 2.6 2.3 mouth 18 84
fluent-3d:1f40a 22 70 74 eye 51.6 83.6 1.9 1.9 mouth 24 95
noto:lizard 12 36 6 eye 16.8 17.2 3 3.4 eye 29.3 15.2 3 3
noto-v1:lizard 9 40 6 eye 17.6 22.3 3.8 3.8 eye 31.6 16 3.8 3.8
fluent-emoji-flat:lizard 19 49 2 eye 26.6 16.4 1.9 1.9 eye 40.6 16.8 1.9 2.3
emojione:lizard 70 97 1 eye 77.3 6.6 2.6 2.3 eye 87.1 22.3 2.3 2.3
fluent-3d:1f98e 19 49 2 eye 26.6 17.2 1.9 1.9 eye 40.6 17.2 1.9 1.9
noto:dove 12 44 32 eye 23.4 44.5 2.6 2.6 mouth 12 45
noto-v1:dove 10 40 38 eye 20.7 48.8 3 3 mouth 8 49
fluent-emoji-flat:dove 8 46 16 eye 21.5 32 3.8 3.4 mouth 6 34
twemoji:dove 14 38 39 at 25 46 mouth 15 47 eyeless
emojione:dove 22 42 42 eye 29.7 47.7 1.9 1.9 mouth 22 51
fluent-3d:1f54a 8 46 16 eye 19.5 30.9 1.9 1.5 mouth 6 34
noto:swan 5 34 7 eye 13 17.4 2 2 mouth 3 31
fluent-emoji-flat:swan 1 36 4 eye 8.5 20.5 2 2 mouth 8 38
twemoji:swan 8 34 3 eye 17 9 2.2 2.8 mouth 5 27
fluent-3d:1f9a2 1 36 4 eye 8.5 20.5 2 2 mouth 8 38
noto:dodo 12 44 2 eye 27.3 7.8 1.9 1.9 mouth 5 12
noto:peacock 41 57 23 eye 47.3 30.5 2.3 1.9 mouth 42 31
fluent-emoji-flat:peacock 37 56 22 eye 44.5 29.7 1.9 1.9 mouth 33 29
twemoji:peacock 44 62 31 eye 52.7 38.7 3 3 mouth 68 44
fluent-3d:1f99a 37 56 22 eye 44.5 30.9 1.9 2.3 mouth 33 29
noto:goose 14 44 1 eye 29.7 7.4 1.9 2.3 mouth 12 12
noto:phoenix 42 60 20 eye 49.7 26 2.5 1.5 mouth 39 28
fluent-emoji-flat:phoenix-bird 38 58 21 eye 48.4 31.3 1.9 1.9 mouth 58 36
twemoji:phoenix 35 52 35 eye 41 41 0.7 0.7 mouth 36 45
noto:sauropod 14 34 3 eye 23 11.3 2.3 2.3 mouth 33 18
fluent-emoji-flat:sauropod 2 28 0 eye 16.4 4.7 1.9 1.9 mouth 3 12
twemoji:sauropod 20 42 0 eye 32.8 5.5 1.9 1.9 mouth 41 11
fluent-3d:1f995 2 28 0 eye 16 5.5 1.5 1.9 mouth 3 12
noto:t-rex 4 48 5 eye 23.8 12.5 2.3 1.9 mouth 10 24
fluent-emoji-flat:t-rex 12 50 1 eye 25.4 10.5 3 3 mouth 13 30
twemoji:t-rex 3 46 1 eye 21.1 10.2 2.6 1.9 mouth 5 27
fluent-3d:1f996 12 50 1 eye 25 10.5 3.4 3 mouth 13 30
noto-v1:chicken 6 34 5 eye 27 18.8 3 3.4 mouth 9 23
emojione:chicken 4 32 13 eye 15.6 24.6 2.6 2.3 mouth 3 28
noto-v1:duck 20.3 44.8 1 eye 32.1 8.5 2.6 3.5 mouth 14 13
noto-v1:dragon 3 44 21 eye 13.2 32.3 2.2 2.8 eye 22.6 33 2.2 2.8 mouth 12 48
twemoji:dragon 16 54 8 eye 38.3 19.9 3.4 3 mouth 10 35
emojione:dragon 5 40 3 eye 23 11.3 1.5 1.5 mouth 8 24
noto-v1:dragon-face 10 70 30 eye 25.5 47 2.2 2.8 eye 42 47.5 2.2 2.8 mouth 25 75
fluent-emoji-flat:dragon-face 20 78 25 eye 45.3 46.9 3.4 7.3 mouth 6 62
twemoji:dragon-face 28 90 15 eye 60.9 32.4 5.8 6.2 mouth 20 60
fluent-3d:1f432 20 78 25 eye 44.9 47.3 3 6.9 mouth 6 62
noto-v1:rooster 8 38 10 eye 25.8 27.3 2.6 2.6 mouth 9 30
fluent-emoji-flat:turkey 4 26 11 eye 16 16.4 1.5 1.9 mouth 3 19
emojione:turkey 2 28 8 eye 11.3 15.6 2.3 2.6 mouth 2 23
fluent-3d:1f983 4 26 11 eye 16 16.4 1.5 1.9 mouth 3 19
fluent-emoji-flat:flamingo 24 46 0 eye 34 5.5 1.5 1.9 mouth 17 10
fluent-3d:1f9a9 24 46 0 eye 34 5.5 1.5 1.9 mouth 17 10
fluent-emoji-flat:blackbird 12 44 1 eye 28.1 10.5 3.4 3.8 mouth 60 13
twemoji:black-bird 14 60 6 eye 29.3 23 6.2 6.2 mouth 8 33
fluent-3d:1f426-200d-2b1b 12 44 1 eye 27.3 10.9 3.4 3.4 mouth 60 13
twemoji:bird 14 60 6 eye 28.9 23.4 5.8 5.8 mouth 6 34
kaleido:toucan 28 68 2 mouth 8 36
kaleido:tadpole 2 71 14 mouth 34 58
kaleido:axolotl-whole 3 63 27 mouth 33 56
`;
