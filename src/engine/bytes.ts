const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes that a base64 string (without white space) stands for. Written out, as the engine knows neither Node nor the DOM. */
export function decodeBase64(base64: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let i = 0; i < ALPHABET.length; i++) values[ALPHABET.charCodeAt(i)] = i;
  let length = base64.length;
  while (length > 0 && base64.charCodeAt(length - 1) === 0x3d) length--;
  const bytes = new Uint8Array((length * 3) >> 2);
  for (let from = 0, at = 0; at < bytes.length; from += 4) {
    const group =
      ((values[base64.charCodeAt(from) & 127] ?? 0) << 18) |
      ((values[base64.charCodeAt(from + 1) & 127] ?? 0) << 12) |
      ((values[base64.charCodeAt(from + 2) & 127] ?? 0) << 6) |
      (values[base64.charCodeAt(from + 3) & 127] ?? 0);
    bytes[at++] = group >> 16;
    if (at < bytes.length) bytes[at++] = (group >> 8) & 255;
    if (at < bytes.length) bytes[at++] = group & 255;
  }
  return bytes;
}
