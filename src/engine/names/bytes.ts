const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes that a base64 string (without white space) stands for. Written out, as the engine knows neither Node nor the DOM. */
export function bytesOf(base64: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let i = 0; i < ALPHABET.length; i++) values[ALPHABET.charCodeAt(i)] = i;
  let length = base64.length;
  while (length > 0 && base64.charCodeAt(length - 1) === 0x3d) length--;
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  for (let from = 0, to = 0; from < length; from += 4) {
    const group = ((values[base64.charCodeAt(from)] ?? 0) << 18) | ((values[base64.charCodeAt(from + 1) & 127] ?? 0) << 12)
      | ((values[base64.charCodeAt(from + 2) & 127] ?? 0) << 6) | (values[base64.charCodeAt(from + 3) & 127] ?? 0);
    bytes[to++] = group >> 16;
    bytes[to++] = (group >> 8) & 255;
    bytes[to++] = group & 255;
  }
  return bytes;
}
