/** Heads of mammals, a picture a line, as `looked-up.ts` reads it. */
export const MAMMALS = `
noto:black-cat 11 56 15 eye 30.5 29.3 3.4 3.8 mouth 15 41
fluent-emoji-flat:cat 2 38 18 eye 16.4 33.6 1.9 3.4 mouth 3 44
twemoji:cat 4 32 20 eye 14.8 30.9 2.6 2.3 mouth 4 39
fluent-3d:1f408 2 38 18 eye 16.4 33.6 1.9 3.4 mouth 3 44
noto:mouse 6 60 15 eye 31.3 34.8 2.6 3 mouth 15 46
fluent-emoji-flat:mouse 2 48 16 eye 17.2 35.2 2.6 2.6 mouth 4 43
twemoji:mouse 2 48 32 eye 19.5 50.8 4.2 4.2 mouth 3 61
streamline-emojis:mouse 1 36 11 eye 15.6 21.1 1.9 1.9 mouth 3 27
fluent-3d:1f401 2 48 16 eye 16.4 34 1.9 1.5 mouth 4 43
noto:rabbit 20 58 32 eye 42.2 45.7 2.6 3.8 mouth 24 53
fluent-emoji-flat:rabbit 2 46 20 eye 19.5 41 2.6 2.3 mouth 5 50
twemoji:rabbit 2 40 39 eye 16.8 50 3 2.6 mouth 2 62
fluent-3d:1f407 2 46 20 eye 16.8 41 1.5 1.5 mouth 5 50
noto:pig 3 58 12 eye 14.8 43.4 3.4 3.8 eye 39.8 48.4 3.4 4.2 mouth 19 68
fluent-emoji-flat:pig 6 50 19 eye 19.5 41 1.9 3.8 mouth 9 53
twemoji:pig 4 52 19 eye 26.6 34 2.6 3 mouth 8 52
streamline-emojis:pig 2 34 24 eye 13.3 38.7 1.9 2.3 mouth 6 52
fluent-3d:1f416 6 50 19 eye 19.5 41 1.9 3.8 mouth 9 53
noto:horse 2 36 10 eye 14.1 27 1.9 2.3 mouth 7 48
noto-v1:horse 4 48 8 eye 27 25.8 3 3.4 mouth 12 48
fluent-emoji-flat:horse 2 28 5 eye 12.5 15.2 1.9 3 mouth 4 27
twemoji:horse 2 26 8 eye 11.7 16.8 1.1 0.7 mouth 3 30
emojione:horse 1 26 9 eye 10.9 19.9 1.9 3 mouth 4 40
fluent-3d:1f40e 2 28 5 eye 12.9 14.8 2.3 2.6 mouth 4 27
noto:ewe 6 52 6 eye 18.8 33.2 2.6 3 eye 38.3 36.3 3.4 3.8 mouth 24 52
noto-v1:ewe 12 56 20 eye 24.2 41 3.4 3.8 eye 43 43.4 3.4 3.8 mouth 33 57
fluent-emoji-flat:ewe 2 38 8 eye 15.6 23.4 1.9 3.4 mouth 3 33
twemoji:ewe 2 34 24 eye 12.5 39.1 4.2 4.2 mouth 4 55
emojione:ewe 8 74 14 eye 27.7 43.6 7 7 eye 54 43.6 7 7 mouth 41 66
fluent-3d:1f411 2 38 8 eye 12.5 24.2 2.6 4.2 mouth 3 33
noto:camel 3 46 6 eye 27 20 5 3.5 mouth 5 31
noto:two-hump-camel 3 46 5 eye 27 20.5 5 3.5 mouth 5 31
fluent-emoji-flat:two-hump-camel 2 36 4 eye 19.5 17.2 1.9 3.4 mouth 4 27
twemoji:camel 2 30 4 eye 17.6 11.3 3 3 mouth 4 20
twemoji:two-hump-camel 2 30 12 eye 17.2 19.1 2.6 3 mouth 3 28
emojione:camel 10 90 13 eye 18.4 44.9 6.9 7.7 eye 81.6 44.5 6.9 7.3 mouth 46 83
emojione:two-hump-camel 3 36 4 eye 21.1 11.3 1.9 1.5 mouth 5 19
streamline-emojis:camel 2 32 14 eye 17.2 21.1 1.9 1.9 mouth 3 28
fluent-3d:1f42b 2 36 4 eye 19.5 18 1.9 3.4 mouth 4 27
noto:bat 41 61 32 eye 45.3 38.3 1.9 1.9 eye 55.5 39.1 1.9 1.9 mouth 50 42
noto-v1:bat 43 57 39 eye 47.7 43.8 1.1 1.1 eye 52.3 43.8 1.1 1.1
fluent-emoji-flat:bat 48 76 44 eye 55.1 62.5 2.3 1.9 eye 62.1 55.1 2.3 2.3 mouth 64 66
fluent-3d:1f987 48 76 44 eye 55.5 62.5 1.9 1.9 eye 62.5 55.5 1.9 1.9 mouth 64 66
noto:horse-face 23.3 74.8 14 eye 41.4 43 3.3 4.5 mouth 8 74
fluent-emoji-flat:horse-face 20 62 13.8 eye 34.5 37.6 4 5.2 mouth 8 74
fluent-3d:1f434 20 62 13.8 eye 34.5 37.6 4 5.2 mouth 8 74
noto:ox 3 42 15 eye 18.4 26.2 2.3 3 mouth 4 42
noto-v1:ox 8 52 14 eye 32 32.8 3.4 3.4 mouth 27 56
fluent-emoji-flat:ox 3 44 12 eye 19.5 23 1.9 3 mouth 5 34
twemoji:ox 3 40 18 eye 16.8 32 3 2.6 mouth 6 50
streamline-emojis:ox 2 32 19 eye 12.5 30.1 1.1 1.5 mouth 6 44
fluent-3d:1f402 3 44 12 eye 19.7 22.3 2.2 2.8 mouth 5 34
noto:ram 11 48 14 eye 20.3 34 2.6 3 eye 36.3 35.9 3 3.4 mouth 23 55
noto-v1:ram 17 57 22 eye 25.4 39.8 3 4.2 eye 43.8 43 3.4 4.2 mouth 33 56
fluent-emoji-flat:ram 2 38 8 eye 15.6 23.4 1.9 3.4 mouth 4 35
twemoji:ram 3 38 30 eye 12.5 43.4 4.2 4.6 mouth 6 60
fluent-3d:1f40f 2 38 8 eye 16 24.2 2.3 4.2 mouth 4 35
noto:orangutan 39 77 15 eye 53.5 26.2 1.5 2.3 eye 60.2 26.2 1.9 2.3 mouth 57 38
noto:guide-dog 2 38 6 eye 17.2 15.2 1.9 2.3 mouth 5 27
fluent-emoji-flat:guide-dog 2 42 12 eye 19.5 25 1.9 2.6 mouth 7 39
fluent-3d:1f9ae 2 42 12 eye 19.5 25 1.9 3.4 mouth 7 39
noto:raccoon 2 30 36 eye 15 47 2.2 2.6 mouth 7 56
twemoji:raccoon 3 97 8 eye 37.1 48.8 4.6 4.6 eye 62.9 48.8 4.6 4.6 mouth 50 82
noto:leopard 2 36 17 eye 15.6 27.7 3.4 3 mouth 6 40
noto-v1:leopard 3 52 12 eye 18.4 25.4 3 3 eye 41 31.3 3 3.4 mouth 27 46
fluent-emoji-flat:leopard 2 36 21 eye 12.5 32.8 1.9 2.6 mouth 5 43
twemoji:leopard 3 36 23 eye 13.3 30.1 1.1 1.5 mouth 4 44
fluent-3d:1f406 2 36 21 eye 16 32 2.3 4.2 mouth 5 43
noto:moose 30 70 30 eye 37.2 49 4 5.5 eye 62.8 49 4 5.5 mouth 50 82
fluent-emoji-flat:moose 8 80 38 eye 35.5 59 3.8 5.4 mouth 10 80
twemoji:moose 30 70 30 eye 42.6 55.9 3 4.6 eye 57.4 55.9 3 4.6 mouth 50 85
fluent-3d:1face 8 80 38 eye 35.2 56.3 3.4 5.8 mouth 10 80
noto:donkey 12 40 56 eye 23.8 68.8 1.5 1.9 mouth 33 84
fluent-emoji-flat:donkey 2 36 30 eye 15.6 42.6 1.9 1.5 mouth 8 58
fluent-3d:1facf 2 36 30 eye 15.2 43.8 1.5 1.9 mouth 8 58
noto:zebra 4 44 9 eye 20.7 19.5 2.3 2.6 mouth 6 38
noto:deer 22 52 22 eye 37.5 30.1 1.9 2.3 mouth 25 39
fluent-emoji-flat:deer 2 30 15 eye 12.5 26.6 1.9 1.9 mouth 3 36
fluent-3d:1f98c 2 30 15 eye 12.5 26.6 1.9 1.9 mouth 3 36
noto:boar 18 82 22 eye 48 43.4 3.8 5.4 mouth 14 68
noto-v1:boar 10 58 18 eye 23.4 39.8 3.4 4.2 eye 42.6 43.8 3.8 4.2 mouth 20 68
fluent-emoji-flat:boar 12 80 27 eye 39.1 47.3 4.2 7.7 mouth 18 70
emojione:boar 8 92 18 eye 27.7 53.9 5.4 9.7 eye 72.3 53.9 5.4 9.7 mouth 50 93
fluent-3d:1f417 12 80 27 eye 39.1 46.1 3.4 5.8 mouth 18 70
noto:llama 3 29 8 eye 16 16 2.3 1.5 mouth 6 22
fluent-emoji-flat:llama 3 33 10 eye 15.6 19.5 1.9 1.9 mouth 4 28
twemoji:llama 5 34 5 eye 18.8 13.7 1.9 1.5 mouth 6 22
fluent-3d:1f999 3 33 10 eye 15.6 19.5 1.9 1.9 mouth 4 28
noto:giraffe 12 44 6 eye 26.2 14.8 3 1.9 mouth 13 22
noto:rhinoceros 14 58 30 eye 33.2 46.1 3 3.4 mouth 16 66
noto-v1:rhinoceros 26 96 22 eye 60.2 56.6 4.2 3.8 mouth 20 86
fluent-emoji-flat:rhinoceros 3 38 30 eye 16 43 1.5 1.9 mouth 5 60
twemoji:rhinoceros 14 88 26 eye 46.9 57.8 5.8 5.8 mouth 14 92
emojione:rhinoceros 30 95 18 eye 64.4 45 8 4.5 mouth 42 88
fluent-3d:1f98f 3 38 30 eye 16 42 2.2 2.8 mouth 5 60
noto:hippopotamus 6 44 22 eye 13.7 35.5 2.3 3 eye 31.3 39.8 2.6 3.4 mouth 16 64
fluent-emoji-flat:hippopotamus 8 50 22 eye 23 40.2 2.3 3 eye 33.6 40.2 1.9 3 mouth 28 62
twemoji:hippopotamus 6 50 21 eye 27.7 32.4 3 3 mouth 8 58
fluent-3d:1f99b 8 50 22 eye 22.7 39.5 2.6 3.8 eye 33.2 39.5 2.3 3.8 mouth 28 62
noto:hedgehog 3 46 41.2 eye 25 52.2 3 3.7 mouth 3 60
fluent-emoji-flat:hedgehog 2 46 43.4 eye 20 62.8 2.5 3.5 mouth 3 70
fluent-3d:1f994 2 46 43.9 eye 20 63 2.5 3.4 mouth 3 70
noto:sloth 2 39 24 eye 13.7 38.7 3 3 eye 31.6 39.1 3 2.6 mouth 22 47
fluent-emoji-flat:sloth 2 43 28 eye 13.7 46.9 3 2.6 eye 29.3 46.9 3 2.6 mouth 22 58
twemoji:sloth 55 98 30 eye 64.8 44.5 3.4 3.4 eye 87.1 59 3 3 mouth 70 62
fluent-3d:1f9a5 2 43 28 eye 12.1 48.4 3 2.6 eye 30.1 48 2.3 2.3 mouth 22 58
noto:otter 3 42 14 eye 12.9 30.9 2.3 2.3 eye 28.5 23.8 2.3 2.3 mouth 25 34
twemoji:otter 1 40 1 eye 12.1 25.4 3 3 eye 25.4 12.1 3 3 mouth 28 28
noto:skunk 4 36 56 eye 9 67.2 2.3 2.6 eye 20.3 72.3 2.6 3 mouth 11 82
fluent-emoji-flat:skunk 3 48 49 eye 19.5 60.5 1.9 3 mouth 5 68
twemoji:skunk 4 46 48 eye 22.7 59.4 2.6 2.6 mouth 6 72
fluent-3d:1f9a8 3 48 49 eye 19.7 60 2.2 2.8 mouth 5 68
noto:kangaroo 2 36 24 eye 14.8 32.4 1.9 2.3 mouth 5 42
fluent-emoji-flat:kangaroo 3 38 9 eye 16 19.5 1.5 1.9 mouth 4 29
fluent-3d:1f998 3 38 9 eye 16 19.5 1.5 1.9 mouth 4 29
noto:badger 3 38 28 eye 16.4 38.3 2.6 2.6 mouth 5 47
twemoji:badger 4 46 24 eye 19.1 36.7 3 2.6 mouth 4 55
noto-v1:panda 3 97 6 eye 32.4 50.8 5.4 5 eye 68 50.8 5 5 mouth 50 77
twemoji:panda 3 97 5 eye 34.5 49 5.5 8.5 eye 63.5 49 5.5 8.5 mouth 50 86
noto-v1:koala 29 88 14 eye 44.5 39.1 2.6 2.6 eye 71.1 40.6 2.6 2.6 mouth 57 54
noto-v1:tiger 3 58 10 eye 18 24.6 2.6 3 eye 40.6 30.9 3.4 3 mouth 26 47
fluent-emoji-flat:tiger 2 36 18 eye 12.5 28.9 1.9 2.6 mouth 4 38
twemoji:tiger 2 34 19 eye 14.1 30.1 2.6 3 mouth 4 45
streamline-emojis:tiger 2 30 19 eye 10.5 28.5 1.5 1.5 mouth 4 42
fluent-3d:1f405 2 36 18 eye 16 28.1 3 4.2 mouth 4 38
noto-v1:lion 6 95 10 eye 37.5 38.3 3.4 4.2 eye 63.7 38.3 3.8 4.2 mouth 47 60
emojione:lion-face 5 95 8 eye 35.9 39.8 4.2 5 eye 64.1 39.8 4.2 5 mouth 50 66
noto-v1:cow 3 46 17 eye 15.2 32 2.3 2.6 eye 33.6 34.4 2.6 3.4 mouth 18 57
fluent-emoji-flat:cow 2 42 10 eye 19.5 24.2 1.9 3.4 mouth 5 37
twemoji:cow 3 42 13 eye 21.9 26.6 2.6 2.6 mouth 5 50
emojione:cow 7 68 8 eye 21 34 7 5 eye 54 34 7 5 mouth 38 70
streamline-emojis:cow 2 28 14 at 14.5 23.5 mouth 3 34
fluent-3d:1f404 2 42 10 eye 19.5 25.8 2.6 4.2 mouth 5 37
noto-v1:cow-face 12 93 12 eye 35.9 41 4.2 5.4 eye 66 41 3.8 5.4 mouth 50 72
emojione:cow-face 13 87 9 eye 29 45 9 6.5 eye 73 45 9 6.5 mouth 50 92
fluent-emoji-flat:unicorn 6 64 20 eye 34.4 40.6 3.4 5.8 mouth 8 68
emojione:unicorn-face 10 62 34 eye 34 55 8 4 mouth 10 80
fluent-3d:1f984 6 64 20 eye 34 43 2.3 5 mouth 8 68
fluent-emoji-flat:elephant 2 52 10 eye 12.5 35.5 1.9 3.8 mouth 10 58
fluent-3d:1f418 2 52 10 eye 16 34.8 3.8 4.6 mouth 10 58
fluent-emoji-flat:goat 2 32 15 eye 16 26.6 1.5 3.4 mouth 4 36
twemoji:goat 4 38 12 eye 19.5 24.2 2.6 2.6 mouth 8 42
fluent-3d:1f410 2 32 15 eye 16.4 25 1.9 3.4 mouth 4 36
fluent-emoji-flat:poodle 2 38 11 eye 19.5 30.1 1.9 3 mouth 3 37
streamline-emojis:poodle 2 46 3 at 20 20 mouth 3 33 eyeless
fluent-3d:1f429 2 38 11 eye 19.5 29.5 2.2 2.8 mouth 3 37
fluent-emoji-flat:service-dog 3 46 16 eye 24.6 28.5 1.5 3 mouth 7 40
fluent-3d:1f415-200d-1f9ba 3 46 16 eye 24.6 28.9 1.5 3.4 mouth 7 40
fluent-emoji-flat:bison 3 42 20 eye 12.5 39.8 1.9 2.6 mouth 5 55
twemoji:bison 3 44 20 eye 19.1 41 3 3 mouth 6 60
fluent-3d:1f9ac 3 42 20 eye 12.8 40 2.2 2.8 mouth 5 55
fluent-emoji-flat:water-buffalo 3 44 13 eye 19.5 25.4 1.9 3 mouth 6 38
twemoji:water-buffalo 3 40 24 eye 16 36.7 3 2.6 mouth 6 53
streamline-emojis:water-buffalo 2 36 11 eye 16.8 21.1 2.3 1.9 mouth 5 33
fluent-3d:1f403 3 44 13 eye 20 25 2.2 2.8 mouth 6 38
fluent-emoji-flat:mammoth 6 58 8 eye 23.4 37.1 1.9 3.8 mouth 12 60
fluent-3d:1f9a3 6 58 8 eye 23.4 36.7 2.2 2.8 mouth 12 60
fluent-emoji-flat:beaver 4 46 5 eye 19.5 16.8 1.9 3 mouth 6 33
fluent-3d:1f9ab 4 46 5 eye 20 16.5 2.2 2.8 mouth 6 33
twemoji:monkey 2 52 2 eye 17.6 21.9 3 5 mouth 5 34
emojione:bear-face 3 97 12 eye 28 50 6 3.5 eye 71.5 50 6 3.5 mouth 50 88
emojione:tiger-face 7 93 8 eye 30.5 41 9 5 eye 69.5 41 9 5 mouth 50 80
emojione:gorilla 4 96 2 eye 34.6 47.3 7 4 eye 65.4 47.3 7 4 mouth 50 78
streamline-emojis:dog 2 36 14 eye 18 22.7 1.9 1.9 mouth 3 32
streamline-emojis:wolf-face 8 72 17 eye 28.9 33.2 2.6 3 mouth 8 60
kaleido:narwhal 3 58 22 mouth 6 62
kaleido:piglet 3 63 9 mouth 22 60
kaleido:lamb 5 60 2 mouth 32 56
kaleido:capybara-whole 3 62 12 mouth 8 53
`;
