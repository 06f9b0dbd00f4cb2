const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What a picture is by its first bytes; null for anything else. */
export function imageKind(bytes: Buffer): 'png' | 'apng' | 'gif' | 'jpeg' | 'webp' | 'avif' | null {
  if (bytes.subarray(0, 8).equals(PNG)) {
    // An animated PNG says so before its first picture data.
    const control = bytes.indexOf('acTL');
    return control >= 0 && control < bytes.indexOf('IDAT') ? 'apng' : 'png';
  }
  const text = bytes.subarray(0, 12).toString('latin1');
  if (/^GIF8[79]a/.test(text)) return 'gif';
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (/^RIFF.{4}WEBP/s.test(text)) return 'webp';
  return text.slice(4) === 'ftypavif' ? 'avif' : null;
}

/** Pixels of a PNG; null for other files. */
export function pngSize(bytes: Buffer): { width: number; height: number } | null {
  if (!bytes.subarray(0, 8).equals(PNG) || bytes.length < 24) return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
