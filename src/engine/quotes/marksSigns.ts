/** What stands in a text and may be a quotation mark: found in one pass, each sign with what its neighbours make it look like. */

/** Marks pair only within their family: “ ” " „ '' `` are one, ‘ ’ ' ‚ ` another. */
export enum Family {
  Double,
  Single,
  Guillemet,
  SingleGuillemet,
  Corner,
  WhiteCorner,
}

/** What the sign's own form says ("“" opens, "”" closes, '"' does either), or what its neighbours say. */
export enum Side {
  Either,
  Opens,
  Closes,
}

/** The signs of a text as parallel arrays, in order. */
export interface Signs {
  readonly count: number;
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly family: readonly Family[];
  /** `Side` by form. */
  readonly form: readonly Side[];
  /** `Side` by neighbours: "Opens" after a space and before a word, "Closes" the other way round. */
  readonly looks: readonly Side[];
}

const SIGN = /[“”"„‟＂«»‹›「」『』‘’'‚‛`´]/g;

const FORMS: Readonly<Record<string, readonly [Family, Side]>> = {
  '"': [Family.Double, Side.Either],
  '＂': [Family.Double, Side.Either],
  '“': [Family.Double, Side.Opens],
  '„': [Family.Double, Side.Opens],
  '‟': [Family.Double, Side.Opens],
  '``': [Family.Double, Side.Opens],
  '”': [Family.Double, Side.Closes],
  "''": [Family.Double, Side.Either],
  '’’': [Family.Double, Side.Closes],
  '‘‘': [Family.Double, Side.Opens],
  "'": [Family.Single, Side.Either],
  '´': [Family.Single, Side.Either],
  '‘': [Family.Single, Side.Opens],
  '‚': [Family.Single, Side.Opens],
  '‛': [Family.Single, Side.Opens],
  '`': [Family.Single, Side.Opens],
  '’': [Family.Single, Side.Closes],
  '«': [Family.Guillemet, Side.Opens],
  '»': [Family.Guillemet, Side.Closes],
  '‹': [Family.SingleGuillemet, Side.Opens],
  '›': [Family.SingleGuillemet, Side.Closes],
  '「': [Family.Corner, Side.Opens],
  '」': [Family.Corner, Side.Closes],
  '『': [Family.WhiteCorner, Side.Opens],
  '』': [Family.WhiteCorner, Side.Closes],
};

/** What a neighbour is: the edge of the text counts as space. */
enum Neighbour {
  Space,
  Word,
  Opening,
  Closing,
  Dash,
  Other,
}

/** Finds every sign; null where there is none. An apostrophe between two letters is no sign. */
export function findSigns(text: string): Signs | null {
  let found: Found | null = null;
  for (SIGN.lastIndex = 0; SIGN.test(text);) {
    const at = SIGN.lastIndex - 1,
      one = text.charAt(at),
      two = text.charAt(at + 1) === one ? FORMS[one + one] : undefined;
    const length = two && text.charAt(at + 2) !== one ? 2 : 1,
      [family, side] = (length === 2 ? two : FORMS[one]) ?? NO_FORM;
    SIGN.lastIndex = at + length;
    if (family === Family.Single && isWithinWord(text, at)) continue;
    found ??= { start: [], end: [], family: [], form: [] };
    found.start.push(at);
    found.end.push(at + length);
    found.family.push(family);
    found.form.push(side);
  }
  return (
    found && {
      count: found.start.length,
      start: found.start,
      end: found.end,
      family: found.family,
      form: found.form,
      looks: looksOf(text, found),
    }
  );
}

interface Found {
  readonly start: number[];
  readonly end: number[];
  readonly family: Family[];
  readonly form: Side[];
}

const NO_FORM = [Family.Double, Side.Either] as const;

/** Signs side by side have the same neighbours: in `'"No,"` both stand after the space. */
function looksOf(text: string, { start, end }: Found): Side[] {
  const looks: Side[] = [];
  for (let first = 0, next = 0; first < start.length; first = next) {
    do next++;
    while (next < start.length && start[next] === end[next - 1]);
    const left = neighbour(text, (start[first] ?? 0) - 1),
      right = neighbour(text, end[next - 1] ?? 0);
    for (let sign = first; sign < next; sign++) looks.push(sideOf(left, right, text, end[sign] ?? 0));
  }
  return looks;
}

function sideOf(left: Neighbour, right: Neighbour, text: string, end: number): Side {
  if (left === Neighbour.Space || left === Neighbour.Opening) {
    if (right === Neighbour.Space) return Side.Either;
    // "... and then" begins with points; other points after a mark follow it.
    if (right === Neighbour.Closing)
      return text.startsWith('..', end) || text.charAt(end) === '…' ? Side.Opens : Side.Either;
    return Side.Opens;
  }
  if (right === Neighbour.Space || right === Neighbour.Closing) return Side.Closes;
  return right === Neighbour.Dash && left !== Neighbour.Dash ? Side.Closes : Side.Either;
}

function isWithinWord(text: string, at: number): boolean {
  return neighbour(text, at - 1) === Neighbour.Word && neighbour(text, at + 1) === Neighbour.Word;
}

/** By character code below 0x3040, one more than `Neighbour`, filled when a character is first met; whatever stands above is read as part of a word. */
const NEIGHBOURS = new Uint8Array(0x3040);

function classify(character: string): Neighbour {
  if (/[\s\u200b]/.test(character)) return Neighbour.Space;
  if (/[\p{L}\p{M}\p{N}]/u.test(character)) return Neighbour.Word;
  if ('([{<¿¡'.includes(character)) return Neighbour.Opening;
  if (/[-‐-―—_*]/.test(character)) return Neighbour.Dash;
  return '.,;:!?)]}>…、。'.includes(character) ? Neighbour.Closing : Neighbour.Other;
}

function neighbour(text: string, at: number): Neighbour {
  const code = text.charCodeAt(at);
  if (Number.isNaN(code)) return Neighbour.Space;
  if (code >= NEIGHBOURS.length) return Neighbour.Word;
  return (NEIGHBOURS[code] || (NEIGHBOURS[code] = classify(String.fromCharCode(code)) + 1)) - 1;
}
