/** Heads of people, and of what is drawn as somebody, a picture a line, as `looked-up.ts` reads it. */
export const PEOPLE = `
noto:ghost 22 82 3 eye 36 25.5 8 6 eye 60 25.5 8 8 mouth 48 55
fluent-emoji-flat:ghost 18 82 2 eye 38.3 24 6 4.5 eye 62 24 5.5 5.5 mouth 50 46
twemoji:ghost 14 84 3 eye 36 33 5.5 6 eye 64.4 32.5 11 11.5 mouth 54 63
emojione:ghost 14 86 1 eye 38.3 33 13 13 eye 65 36.7 10 11.5 mouth 50 70
streamline-emojis:ghost 16 84 7 eye 36 33.5 9 9.5 eye 64 36 6.5 7 mouth 50 60
fluent-3d:1f47b 18 82 2 eye 38.3 24 6 4.5 eye 62 24 5.5 5.5 mouth 50 46
noto:alien-monster 12 88 20 at 50 44
noto-v1:alien-monster 10 90 24 at 50 62 mouth 50 77
fluent-emoji-flat:alien-monster 10 90 20 at 50 45.7
twemoji:alien-monster 16 84 15 at 50 45
emojione:alien-monster 8 94 8 at 50.5 65
fluent-3d:1f47e 10 90 20 at 50 45.7
noto:skull 8 92 2 at 50 50
noto-v1:skull 14 86 1 at 50 48
fluent-emoji-flat:skull 3 97 1 at 50 47.5
twemoji:skull 9 91 1 at 50 39
emojione:skull 6 94 2 at 49.5 55
streamline-emojis:skull 10 90 2 at 50 50.5
fluent-3d:1f480 3 97 1 at 50 47.5
noto:teddy-bear 28 77 4 eye 41 22.7 3.8 4.2 eye 63.7 25.8 3.8 4.2 mouth 52 43
fluent-emoji-flat:teddy-bear 22 78 3 eye 40.6 23.4 1.9 1.9 eye 58.6 23.4 1.9 1.9 mouth 50 40
twemoji:teddy-bear 26 74 3 eye 41.4 22.7 2.6 2.6 eye 58.2 22.7 3 2.6 mouth 50 38
fluent-3d:1f9f8 22 78 3 eye 41 22.7 1.5 1.9 eye 58.6 22.7 1.9 1.9 mouth 50 40
noto:woman-dancing 34 54 7 at 44 17.5 mouth 46 24
noto:man-dancing 40 63 3 at 51.6 17.5 mouth 52 24
noto-v1:woman-dancing 26 46 2 at 36 14 mouth 37 22
noto-v1:man-dancing 37 57 0 at 47 12.5 mouth 47 20
fluent-emoji-flat:woman-dancing 26 50 4 at 36.7 14.4 mouth 37 21
fluent-emoji-flat:man-dancing 38 60 7 at 48.4 18.6 mouth 49 26
twemoji:woman-dancing 38 58 1 at 47 16.5 eyeless
twemoji:man-dancing 36 56 0 at 44.7 9.6 eyeless
emojione:woman-dancing 18 60 2 at 37 23.4 mouth 39 33
emojione:man-dancing 28 66 1 at 49 18.6 mouth 49 30
fluent-3d:1f483 26 50 4 at 36.7 14.4 mouth 37 21
fluent-3d:1f57a 38 60 7 at 48.4 18.6 mouth 49 26
noto:mage 37 76 30 at 53 54 mouth 53 66
noto:man-mage 37 76 30 at 54 54.5 mouth 54 67
noto:woman-mage 37 76 30 at 54.8 54 mouth 54 66
fluent-emoji-flat:person-mage 28 70 30 at 48.4 48 mouth 48 60
fluent-emoji-flat:man-mage 28 70 30 at 48.4 44.7 mouth 48 58
fluent-emoji-flat:woman-mage 28 70 30 at 48 46.8 mouth 48 60
twemoji:mage 34 73 38 at 53.7 54 mouth 53 71
twemoji:man-mage 33 72 38 at 53 52.7 mouth 53 66
twemoji:woman-mage 34 73 38 at 53.7 54.8 mouth 53 70
fluent-3d:1f9d9 28 70 30 at 48.4 48 mouth 48 60
fluent-3d:1f9d9-200d-2642 28 70 30 at 48.4 44.7 mouth 48 58
fluent-3d:1f9d9-200d-2640 28 70 30 at 48 46.8 mouth 48 60
noto:ogre 14 86 18 at 50.5 52 mouth 50 85
noto-v1:ogre 8 92 6 at 50 43 mouth 50 70
fluent-emoji-flat:ogre 5 95 3 at 49.5 50 mouth 50 75
twemoji:ogre 10 90 14 at 50 49.5 mouth 50 80
emojione:ogre 14 86 6 at 50 37 mouth 50 62
fluent-3d:1f479 5 95 3 at 49.5 50 mouth 50 75
noto:goblin 4 80 4 at 45.7 38 mouth 46 80
noto-v1:goblin 32 98 12 at 60 45 mouth 55 75
fluent-emoji-flat:goblin 4 78 2 at 44.7 34.6 mouth 43 85
twemoji:goblin 4 72 1 at 48 37.8 mouth 42 75
emojione:goblin 12 82 6 at 50 36 mouth 50 77
fluent-3d:1f47a 4 78 2 at 44.7 34.6 mouth 43 85
noto:scientist 10 74 2 at 36 45.7 mouth 38 63
fluent-emoji-flat:scientist 25 71 1 at 48.4 24 mouth 48 42
twemoji:scientist 32 90 1 at 59.6 36.7 mouth 60 56
fluent-3d:1f9d1-200d-1f52c 25 71 1 at 48.4 24 mouth 48 42
noto:singer 20 76 0 at 49 43 mouth 49 63
fluent-emoji-flat:singer 24 70 0 at 47.3 30 mouth 48 48
twemoji:singer 36 90 2 at 61 36.7 mouth 61 59
fluent-3d:1f9d1-200d-1f3a4 24 70 0 at 47.3 30 mouth 48 48
noto:detective 14 70 26 at 39 47 mouth 40 62
noto-v1:detective 20 74 28 at 43 45.7 mouth 42 60
fluent-emoji-flat:detective 26 64 24 at 44.7 37.8 mouth 45 48
twemoji:detective 20 80 30 at 49 46.8 mouth 50 59
emojione:detective 14 88 45 at 49 59 mouth 50 82
fluent-3d:1f575 26 64 24 at 44.7 37.8 mouth 45 48
noto:guard 26 74 2 at 50 57 mouth 50 73
noto-v1:guard 28 72 1 at 50 55.3 mouth 50 68
fluent-emoji-flat:guard 29 71 2 at 50 46.3 mouth 50 60
emojione:guard 14 86 40 at 50 73 mouth 50 90
fluent-3d:1f482 29 71 2 at 50 46.3 mouth 50 60
noto:prince 13 87 20 eye 34 63.7 4.6 4.6 eye 65.2 63.7 4.6 4.6 mouth 50 82
fluent-emoji-flat:prince 28 72 28 at 50 43 mouth 50 57
fluent-3d:1f934 28 72 28 at 50 43 mouth 50 57
noto:pregnant-woman 28 62 6 at 38 33 mouth 31 40
noto-v1:pregnant-woman 32 68 0 at 49 26.6 mouth 49 37
twemoji:pregnant-woman 23 50 1 at 33 24 mouth 27 36
noto:pregnant-man 27 62 0 at 42 27 mouth 34 36
fluent-emoji-flat:pregnant-man 42 79 0 at 60.6 24.5 mouth 60 36
twemoji:pregnant-man 25 50 0 at 34 24 mouth 28 34
fluent-3d:1fac3 42 79 0 at 60.6 24.5 mouth 60 36
noto:person-feeding-baby 26 74 1 at 48.5 29 mouth 45 40
fluent-emoji-flat:person-feeding-baby 24 70 0 at 45 28.7 mouth 48 42
twemoji:person-feeding-baby 26 76 0 at 50.5 30.3 mouth 50 46
fluent-3d:1f9d1-200d-1f37c 24 70 0 at 45 28.7 mouth 48 42
noto:mrs-claus 20 82 4 at 50 47.3 mouth 50 64
fluent-emoji-flat:mrs-claus 14 86 2 at 50 57 mouth 50 82
emojione:mrs-claus 8 92 4 at 50.5 54.8 mouth 50 76
fluent-3d:1f936 14 86 2 at 50 57 mouth 50 82
noto:superhero 48 66 5 at 56.5 13.5 mouth 57 20
fluent-emoji-flat:person-superhero 27 73 2 at 50 28.7 mouth 50 43
twemoji:superhero 20 82 1 at 50.5 40 mouth 50 60
fluent-3d:1f9b8 27 73 2 at 50 28.7 mouth 50 43
noto:supervillain 39 56 1 at 48 12.5 mouth 48 20
fluent-emoji-flat:person-supervillain 27 73 1 at 49 26 mouth 49 42
twemoji:supervillain 20 82 2 at 50.5 42.5 mouth 50 61
fluent-3d:1f9b9 27 73 1 at 49 26 mouth 49 42
noto:fairy 38 64 4 at 51 17.5 mouth 51 26
fluent-emoji-flat:person-fairy 40 66 7 at 52.7 20 mouth 53 27
fluent-3d:1f9da 40 66 7 at 52.7 20 mouth 53 27
noto:merperson 70 95 16 at 80 31 mouth 80 39
fluent-emoji-flat:person-merpeople 41 68 1 at 53.7 17 mouth 54 26
twemoji:merperson 18 48 1 at 33 19 mouth 33 27
fluent-3d:1f9dc 41 68 1 at 53.7 17 mouth 54 26
noto:merman 71 96 16 at 81.4 31 mouth 81 39
fluent-emoji-flat:man-merpeople 31 58 0 at 44.7 16 mouth 45 26
twemoji:merman 19 48 1 at 33 20 mouth 33 30
fluent-3d:1f9dc-200d-2642 31 58 0 at 44.7 16 mouth 45 26
noto:mermaid 73 97 20 at 84.5 31 mouth 86 38
fluent-emoji-flat:woman-merpeople 36 64 1 at 50 18.6 mouth 50 26
twemoji:mermaid 20 48 2 at 34 21.8 mouth 34 32
fluent-3d:1f9dc-200d-2640 36 64 1 at 50 18.6 mouth 50 26
noto:genie 10 38 6 at 23.4 24.5 mouth 23 34
fluent-emoji-flat:person-genie 28 71 2 at 49.5 32.4 mouth 50 45
twemoji:genie 20 80 14 at 50.5 43 mouth 50 65
fluent-3d:1f9de 28 71 2 at 49.5 32.4 mouth 50 45
noto:zombie 20 80 8 at 49.5 43 mouth 50 63
fluent-emoji-flat:person-zombie 24 76 6 at 50.5 40 mouth 46 59
twemoji:zombie 22 80 4 at 50.5 42 mouth 50 60
fluent-3d:1f9df 24 76 6 at 50.5 40 mouth 46 59
noto:troll 37 68 4 at 52.7 18.6 mouth 53 29
fluent-emoji-flat:troll 24 66 2 at 45 32 mouth 45 46
twemoji:troll 10 90 8 at 50 43.6 mouth 50 71
fluent-3d:1f9cc 24 66 2 at 45 32 mouth 45 46
noto:hairy-creature 28 52 1 at 37.8 10 mouth 36 17
twemoji:hairy-creature 30 46 0 at 36.7 6 mouth 36 15
noto:person-walking 32 58 0 at 41.5 12.8 mouth 33 19
fluent-emoji-flat:person-walking 36 60 0 at 42.5 12 mouth 38 18
twemoji:person-walking 33 54 0 at 37.8 15.5 mouth 34 20 eyeless
fluent-3d:1f6b6 36 60 0 at 42.5 12 mouth 38 18
noto:person-standing 35 63 3 at 49 16 mouth 49 23
fluent-emoji-flat:person-standing 38 61 1 at 49.5 11 mouth 50 18
twemoji:person-standing 40 61 1 at 50.5 11 mouth 50 18
fluent-3d:1f9cd 38 61 1 at 49.5 11 mouth 50 18
noto:person-kneeling 30 57 0 at 35 12 mouth 30 20
fluent-emoji-flat:person-kneeling 28 55 0 at 32 13 mouth 27 24
twemoji:person-kneeling 33 56 0 at 36.7 16 mouth 33 23 eyeless
fluent-3d:1f9ce 28 55 0 at 32 13 mouth 27 24
noto:person-running 28 55 0 at 35 14 mouth 29 22
fluent-emoji-flat:person-running 26 51 0 at 31 12 mouth 27 20
twemoji:person-running 26 47 1 at 30 17.5 mouth 26 22 eyeless
emojione:person-running 29 57 0 at 34 21 mouth 29 28
fluent-3d:1f3c3 26 51 0 at 31 12 mouth 27 20
noto:ballet-dancer 24 47 9 at 34 19.7 mouth 35 26
twemoji:ballet-dancer 33 53 1 at 38 8 eyeless
noto:skier 12 34 0 at 23.4 11.7
fluent-emoji-flat:skier 10 33 0 at 20 17.5 mouth 14 26
fluent-3d:26f7 10 33 0 at 20 17.5 mouth 14 26
noto:person-surfing 34 56 0 at 44 13.8 mouth 44 20
fluent-emoji-flat:person-surfing 34 54 1 at 42 13.3 mouth 42 20
emojione:person-surfing 46 74 1 at 59 17 mouth 59 24
fluent-3d:1f3c4 34 54 1 at 42 13.3 mouth 42 20
noto:person-in-lotus-position 33 66 1 at 49 20 mouth 49 28
fluent-emoji-flat:person-in-lotus-position 36 63 0 at 49.5 17 mouth 50 26
twemoji:person-in-lotus-position 32 68 0 at 50 24.5 mouth 50 32
fluent-3d:1f9d8 36 63 0 at 49.5 17 mouth 50 26
noto:statue-of-liberty 42 72 52 at 54.8 61.7 mouth 54 68
noto-v1:statue-of-liberty 45 75 55 at 58 70 mouth 58 77
fluent-emoji-flat:statue-of-liberty 42 70 38 at 56.4 49 mouth 56 56 eyeless
twemoji:statue-of-liberty 20 80 20 at 50 47.3 mouth 50 70
emojione:statue-of-liberty 40 68 30 at 53.7 39 mouth 54 45
fluent-3d:1f5fd 42 70 38 at 56.4 49 mouth 56 56 eyeless
fluent-emoji-flat:old-woman 6 94 4 at 50 55.3 mouth 50 82
emojione:old-woman 3 97 4 at 50 61.7 mouth 50 86
fluent-3d:1f475 6 94 4 at 50 55.3 mouth 50 82
fluent-emoji-flat:teacher 28 72 1 at 50 26.6 mouth 49 40
fluent-3d:1f9d1-200d-1f3eb 28 72 1 at 50 26.6 mouth 49 40
fluent-emoji-flat:judge 25 69 0 at 46.8 28.7 mouth 47 42
fluent-3d:1f9d1-200d-2696 25 69 0 at 46.8 28.7 mouth 47 42
fluent-emoji-flat:factory-worker 26 68 1 at 47.3 28.7 mouth 47 44
twemoji:factory-worker 36 90 2 at 61.7 42.6 mouth 62 64
fluent-3d:1f9d1-200d-1f3ed 26 68 1 at 47.3 28.7 mouth 47 44
fluent-emoji-flat:person-with-crown 28 72 28 at 49.5 43 mouth 50 55
fluent-3d:1fac5 28 72 28 at 49.5 43 mouth 50 55
fluent-emoji-flat:person-vampire 28 72 1 at 50 28 mouth 50 43
twemoji:vampire 18 82 1 at 50 37 mouth 50 57
fluent-3d:1f9db 28 72 1 at 50 28 mouth 50 43
twemoji:old-man 6 94 0 at 50.5 47.3 mouth 50 81
emojione:old-man 2 98 0 at 50 59 mouth 50 80
emojione:person-gesturing-no 14 86 1 at 50 42.6
emojione:person-bowing 18 82 20 at 50 75.5
emojione:person-shrugging 16 86 0 at 50 39.4 mouth 50 60
emojione:princess 4 96 14 at 50 52 mouth 50 83
emojione:baby-angel 16 84 18 at 49.5 54.3 mouth 50 74
kaleido:piggy-bank 50 96 14 mouth 94 58
kaleido:rubber-duck 36 82 2 mouth 93 44
`;
