/** Heads of what lives in the sea, and of insects and the like, a picture a line, as `looked-up.ts` reads it. */
export const SEA_AND_INSECTS = `
noto:whale 22 88 45 eye 57.4 66.4 3 2.6 mouth 6 50
noto:spouting-whale 22 88 45 eye 57.4 66.8 3 3 mouth 6 50
noto-v1:whale 8 80 23 eye 46.9 44.9 3.4 3.8 mouth 10 52
noto-v1:spouting-whale 2 60 47 eye 9.8 64.5 3.8 4.6 eye 39.1 64.5 4.2 4.6 mouth 25 82
fluent-emoji-flat:whale 6 68 29 eye 49.6 43.4 2.3 3 mouth 4 52
fluent-emoji-flat:spouting-whale 6 68 29 eye 49.6 43.4 2.3 3.8 mouth 4 52
twemoji:whale 3 52 32 eye 18 50 4.2 4.2 mouth 4 62
twemoji:spouting-whale 3 52 38 eye 18 66.4 4.2 4.2 mouth 5 78
emojione:whale 14 78 32 eye 45.7 40.4 4 4 mouth 5 42
emojione:spouting-whale 5 70 36 eye 37.8 67 6 4 mouth 8 82
fluent-3d:1f40b 6 68 29 eye 49.2 43.8 1.9 3.4 mouth 4 52
fluent-3d:1f433 6 68 29 eye 49.6 43.8 1.5 3.4 mouth 4 52
noto:tropical-fish 4 46 32 eye 20.7 49.6 5.4 5.4 mouth 4 58
fluent-emoji-flat:tropical-fish 4 40 22 eye 19.9 42.6 2.3 2.3 mouth 3 54
emojione:tropical-fish 2 34 34 eye 15 50.5 8.5 9.5 mouth 2 58
fluent-3d:1f420 4 40 22 eye 19.5 42.6 2.6 2.3 mouth 3 54
noto:blowfish 8 60 15 eye 25 32.4 6 6 mouth 12 40
noto-v1:blowfish 6 50 20 eye 22.3 35.2 3.8 4.2 mouth 7 43
twemoji:blowfish 4 52 18 eye 19.5 34.8 2.6 3 mouth 3 47
noto:shark 3 56 12 eye 26.2 26.2 3.8 3.8 mouth 20 38
noto-v1:shark 3 38 24 eye 18 27.7 4.2 1.5 mouth 13 38
fluent-emoji-flat:shark 4 60 12 eye 30.5 32 3.4 3.4 mouth 14 50
twemoji:shark 6 66 22 eye 37.8 35 4.5 3.5 mouth 14 55
emojione:shark 10 66 30 eye 37.8 45.7 6.5 6.5 mouth 40 75
fluent-3d:1f988 4 60 12 eye 31.6 32.4 3.8 3.8 mouth 14 50
noto:octopus 44 84 18 eye 61.3 39.5 3.8 4.6
fluent-emoji-flat:octopus 9 91 3 eye 15.2 39.1 6.2 6.6 eye 84.4 39.1 6.6 6.6 mouth 50 55
fluent-3d:1f419 9 91 3 eye 15.2 39.5 6.2 6.2 eye 84.4 39.5 6.6 6.2 mouth 50 55
noto:squid 26 58 40 eye 34.4 54.3 4.2 4.6 eye 46.9 66.4 4.2 4.2 mouth 36 72
noto-v1:squid 26 58 40 eye 34.4 52.3 5 5 eye 47.7 65.6 5 5 mouth 36 72
emojione:squid 40 72 26 eye 45.7 35.2 2.3 2.6 eye 65.2 54.7 2.3 2.6
noto:crab 33 68 30 eye 42.2 39.5 2.6 3 eye 57.8 39.5 2.6 3 mouth 50 60
noto-v1:crab 28 72 22 eye 38.7 30.9 4.6 5.4 eye 60.2 30.9 5 5.4 mouth 50 55
fluent-emoji-flat:crab 30 70 27 eye 39.5 32.4 3.8 2.3 eye 60.5 32.4 3.8 2.3 mouth 50 50
twemoji:crab 28 72 19 eye 40.2 25.8 4.6 4.2 eye 59.8 25.8 4.6 4.2 mouth 50 46
fluent-3d:1f980 30 70 27 eye 41 32.4 2.3 2.3 eye 59 32.4 2.3 2.3 mouth 50 50
noto:honeybee 3 50 25 eye 26.2 44.5 7.7 8.1 mouth 12 60
noto-v1:honeybee 10 58 27 eye 24.6 53.5 3.8 4.6 eye 43.4 47.7 3.8 4.2 mouth 37 60
fluent-emoji-flat:honeybee 2 24 36 eye 12.1 53.5 3.8 3.8 mouth 4 63
twemoji:honeybee 34 66 9 at 50 22 eyeless
emojione:honeybee 24 76 11 mouth 50 50
streamline-emojis:honeybee 14 56 13 eye 31.6 29.3 2.3 2.3 mouth 43 39
fluent-3d:1f41d 2 24 36 eye 12 52.7 2.2 2.8 mouth 4 63
noto:lady-beetle 20 60 14 eye 24.6 33.2 3.8 3.8 eye 52.7 21.9 3.8 3.4
noto-v1:lady-beetle 16 56 12 eye 23.4 30.1 3.4 3.8 eye 40.6 20.3 3.4 4.2
fluent-emoji-flat:lady-beetle 27 73 11 at 50 20 eyeless
twemoji:lady-beetle 36 64 4 at 50 12 eyeless
emojione:lady-beetle 26 74 44 eye 38.3 62 8 8.5 eye 61.7 62 8 8.5 mouth 50 77
streamline-emojis:lady-beetle 32 68 9 eye 42.6 18.4 2.3 2.3 eye 57.4 18.4 2.3 2.3
fluent-3d:1f41e 27 73 11 at 50 20 eyeless
noto:ant 3 36 27 eye 16.8 37.9 5.4 5.4 mouth 6 52
fluent-emoji-flat:ant 4 40 20 eye 16.5 34.6 2.2 2.8 mouth 8 45
twemoji:ant 8 42 12 at 22 24 eyeless
fluent-3d:1f41c 4 40 20 eye 16.5 34.6 2.2 2.8 mouth 8 45
noto:spider 34 66 48 eye 41.8 55.9 3 3.8 eye 52 57.4 3 3.8 mouth 48 72
noto-v1:spider 34 66 17 at 50 27 eyeless
fluent-emoji-flat:spider 36 64 9 at 50 20 eyeless
twemoji:spider 38 62 28 at 50 36 eyeless
fluent-3d:1f577 36 64 9 at 50 20 eyeless
noto:lobster 40 60 33 eye 46.5 41 2.3 2.3 eye 54.3 41.8 2.3 2.3
fluent-emoji-flat:lobster 36 64 23 eye 43.8 38.3 2.6 2.6 eye 56.3 37.9 2.6 3
twemoji:lobster 38 62 29 eye 44.1 33.6 3 4.2 eye 54.3 33.6 3 4.2
fluent-3d:1f99e 36 64 23 eye 44.5 38.3 2.6 2.6 eye 55.5 38.3 2.6 2.6
noto:beetle 12 42 10 eye 22.7 23.4 2.6 2.6 eye 28.9 17.6 2.6 2.3
fluent-emoji-flat:beetle 29 71 10 at 50 20 eyeless
twemoji:beetle 30 70 6 at 50 13 eyeless
fluent-3d:1fab2 29 71 10 at 50 20 eyeless
noto:cricket 10 38 39 eye 23.4 53.1 4.2 5 mouth 14 68
fluent-emoji-flat:cricket 2 28 35 eye 8.6 48.4 1.9 3.4 mouth 3 58
twemoji:cricket 2 30 33 eye 8.2 48 5.4 5.4 mouth 6 62
fluent-3d:1f997 2 28 35 eye 9 46.9 2.3 2.6 mouth 3 58
noto:cockroach 24 42 23 eye 30.1 29.7 2.3 1.9 eye 35.5 28.5 2.3 2.3
fluent-emoji-flat:cockroach 34 66 13 at 50 22 eyeless
twemoji:cockroach 38 62 21 at 50 28 eyeless
fluent-3d:1fab3 34 66 13 at 50 22 eyeless
noto:mosquito 27 45 46 eye 34.4 53.9 3.4 3.4
fluent-emoji-flat:mosquito 13 29 54 eye 19.5 61.7 2.6 2.6
twemoji:mosquito 39 61 12 eye 41 19.1 2.3 3 eye 59 19.1 2.3 3
fluent-3d:1f99f 13 29 54 eye 20 61.7 2.2 2.8
noto:fly 9 52 36 eye 19.7 53 7.5 8.5 eye 38.3 53.5 7.5 8.5 mouth 26 65
fluent-emoji-flat:fly 32 68 0 eye 39.8 5.9 6.6 5.4 eye 59.4 5.9 6.6 5.4
twemoji:fly 35 65 7 eye 40 14.4 2.2 2.8 eye 60 14.4 2.2 2.8
fluent-3d:1fab0 32 68 0 eye 39.5 7.4 6.9 5.4 eye 59.8 7 6.9 5.8
noto:worm 1 24 41 eye 4.7 50 1.9 1.9 eye 12.1 50 1.5 1.9 mouth 9 56
fluent-emoji-flat:worm 23 37 1 eye 30.1 7 1.5 1.9
fluent-3d:1fab1 23 37 1 eye 29.7 5.5 1.9 1.9
noto-v1:dolphin 14 66 28 eye 36.3 49.2 4.6 5 mouth 17 72
fluent-emoji-flat:dolphin 14 62 3 eye 38.3 16.8 2.6 2.3 mouth 14 29
twemoji:dolphin 12 62 18 eye 35.9 39.1 5.8 5.8 mouth 6 56
fluent-3d:1f42c 14 62 3 eye 37.1 16.4 1.5 1.9 mouth 14 29
noto-v1:shrimp 48 84 19 eye 63.3 22.3 2.6 3 mouth 82 27
fluent-emoji-flat:shrimp 4 46 13 eye 22.7 31.3 2.6 5 mouth 5 42
twemoji:shrimp 5 40 18 eye 19.1 24.6 3 3 mouth 6 31
fluent-3d:1f990 4 46 13 eye 22.3 31.3 3 5.8 mouth 5 42
noto-v1:snail 2 46 4 eye 12.5 14.1 5 6.6 eye 32.8 14.5 5 6.9 mouth 23 52
twemoji:snail 7 30 28 at 18 40 mouth 7 48 eyeless
fluent-emoji-flat:fish 4 46 30 eye 23 48 2.3 2.3 mouth 4 56
twemoji:fish 4 44 28 eye 19.5 41.4 5.8 5.8 mouth 8 64
emojione:fish 6 58 40 eye 28 60.6 11.5 12 mouth 10 73
fluent-3d:1f41f 4 46 30 eye 23.4 48.4 1.9 1.9 mouth 4 56
fluent-emoji-flat:bug 2 40 20 eye 11.3 32.4 3 4.6 mouth 4 42
twemoji:bug 5 38 6 eye 19.1 13.7 3 3 mouth 6 24
streamline-emojis:bug 4 50 13 eye 20.7 27.7 3.8 3.8 mouth 6 38
fluent-3d:1f41b 2 40 20 eye 14.1 31.6 2.6 5.4 mouth 4 42
fluent-emoji-flat:scorpion 30 70 48 mouth 50 78
twemoji:scorpion 32 58 58 eye 43.4 66 3.8 3.8 mouth 34 72
emojione:scorpion 24 56 48 eye 33 55.3 6 6 eye 44.7 57 6 6 mouth 36 70
fluent-3d:1f982 30 70 48 mouth 50 78
twemoji:orca 3 54 20 eye 11.7 44.9 3.4 3 mouth 4 56
twemoji:seal 8 46 2 eye 30.9 9.4 1.5 1.1 mouth 8 13
kaleido:platypus 15 76 2 mouth 48 53
kaleido:starfish 4 96 2 mouth 50 56
kaleido:moth 30 70 22 mouth 50 44
`;
