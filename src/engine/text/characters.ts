/** What a UTF-16 code unit is to the scanner. `Mark` covers combining marks and the invisible joiners inside words. */
export enum Char {
  Unknown,
  Space,
  Lower,
  Upper,
  Digit,
  Mark,
  Symbol,
  High,
  Low,
}

/** One byte for each code unit, filled when a code unit is first met: letters of any script cost one look-up afterwards. */
const CLASSES = new Uint8Array(0x10000);

const SPACE = /[\s\u200b\u200e\u200f\u2060\ufeff\u0000-\u001f\u007f-\u009f]/;
const MARK = /[\p{M}\u00ad\u200c\u200d]/u;

function classify(code: number): Char {
  if (code >= 0xd800 && code < 0xdc00) return Char.High;
  if (code >= 0xdc00 && code < 0xe000) return Char.Low;
  return classifyCharacter(String.fromCharCode(code));
}

function classifyCharacter(character: string): Char {
  if (SPACE.test(character)) return Char.Space;
  if (MARK.test(character)) return Char.Mark;
  if (/\p{Lu}|\p{Lt}/u.test(character)) return Char.Upper;
  if (/\p{L}/u.test(character)) return Char.Lower;
  return /\p{N}/u.test(character) ? Char.Digit : Char.Symbol;
}

/** The class of the code unit at `index`, `Char.Space` beyond the text. Letters without case count as lower. */
export function charAt(text: string, index: number): Char {
  if (index < 0 || index >= text.length) return Char.Space;
  const code = text.charCodeAt(index);
  return CLASSES[code] || (CLASSES[code] = classify(code));
}

/** The class of the astral character whose surrogates stand at `index`; a lone surrogate is a symbol. */
export function astralAt(text: string, index: number): Char {
  const point = text.codePointAt(index) ?? 0;
  return point > 0xffff ? classifyCharacter(String.fromCodePoint(point)) : Char.Symbol;
}

/** True for letters, digits and marks: what a word is made of. */
export function isWordChar(char: Char): boolean {
  return char >= Char.Lower && char <= Char.Mark;
}

/** True for ' and the characters that typists and printers use for it inside words. */
export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2bc;
}
