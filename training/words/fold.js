/** As src/engine/words/fold.ts folds what is read: the two must agree. */
export function fold(text) {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, '$1')
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .normalize('NFC')
    .replace(/[ßæœøłđıð]/g, (letter) => ({ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i', ð: 'd' })[letter])
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي');
}
