/** What stands in a text and may be a quotation mark: found in one pass, each sign with what its neighbours make it look like. */

/** Marks pair only within their family: “ ” " „ '' `` are one, ‘ ’ ' ‚ ` another. */
export enum Family { Double, Single, Guillemet, SingleGuillemet, Corner, WhiteCorner }

/** What the sign's own form says ("“" opens, "”" closes, '"' does either), or what its neighbours say. */
export enum Side { Either, Opens, Closes }

/** The signs of a text as parallel arrays, in order. */
export interface Signs {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly family: Uint8Array;
  /** `Side` by form. */
  readonly form: Uint8Array;
  /** `Side` by neighbours: "Opens" after a space and before a word, "Closes" the other way round. */
  readonly looks: Uint8Array;
}

const SIGN = /[“”"„‟＂«»‹›「」『』‘’'‚‛`´]/g;

const FORMS: Readonly<Record<string, readonly [Family, Side]>> = {
  '"': [Family.Double, Side.Either], '＂': [Family.Double, Side.Either],
  '“': [Family.Double, Side.Opens], '„': [Family.Double, Side.Opens], '‟': [Family.Double, Side.Opens], '``': [Family.Double, Side.Opens],
  '”': [Family.Double, Side.Closes], "''": [Family.Double, Side.Either], '’’': [Family.Double, Side.Closes], '‘‘': [Family.Double, Side.Opens],
  "'": [Family.Single, Side.Either], '´': [Family.Single, Side.Either],
  '‘': [Family.Single, Side.Opens], '‚': [Family.Single, Side.Opens], '‛': [Family.Single, Side.Opens], '`': [Family.Single, Side.Opens],
  '’': [Family.Single, Side.Closes],
  '«': [Family.Guillemet, Side.Opens], '»': [Family.Guillemet, Side.Closes],
  '‹': [Family.SingleGuillemet, Side.Opens], '›': [Family.SingleGuillemet, Side.Closes],
  '「': [Family.Corner, Side.Opens], '」': [Family.Corner, Side.Closes],
  '『': [Family.WhiteCorner, Side.Opens], '』': [Family.WhiteCorner, Side.Closes],
};

/** What a neighbour is: the edge of the text counts as space. */
enum Neighbour { Space, Word, Opening, Closing, Dash, Other }

/** Finds every sign. An apostrophe between two letters is no sign. */
export function findSigns(text: string): Signs {
  const start: number[] = [], end: number[] = [], family: number[] = [], form: number[] = [];
  for (SIGN.lastIndex = 0; ;) {
    const at = SIGN.exec(text)?.index;
    if (at === undefined) break;
    const one = text.charAt(at), two = text.charAt(at + 1) === one ? FORMS[one + one] : undefined;
    const length = two && text.charAt(at + 2) !== one ? 2 : 1, [signFamily, side] = (length === 2 ? two : FORMS[one]) ?? [Family.Double, Side.Either];
    SIGN.lastIndex = at + length;
    if (signFamily === Family.Single && isWithinWord(text, at)) continue;
    start.push(at);
    end.push(at + length);
    family.push(signFamily);
    form.push(side);
  }
  return { count: start.length, ...look(text, start, end), family: Uint8Array.from(family), form: Uint8Array.from(form) };
}

/** Neighbours carry over: in `'"No,"` both signs stand after the space. */
function look(text: string, starts: readonly number[], ends: readonly number[]): Pick<Signs, 'start' | 'end' | 'looks'> {
  const count = starts.length, start = Int32Array.from(starts), end = Int32Array.from(ends);
  const left = new Uint8Array(count), right = new Uint8Array(count), looks = new Uint8Array(count);
  for (let i = 0; i < count; i++) left[i] = i > 0 && end[i - 1] === start[i] ? left[i - 1] ?? 0 : neighbour(text, (start[i] ?? 0) - 1);
  for (let i = count - 1; i >= 0; i--) right[i] = i + 1 < count && start[i + 1] === end[i] ? right[i + 1] ?? 0 : neighbour(text, end[i] ?? 0);
  for (let i = 0; i < count; i++) looks[i] = sideOf(left[i] ?? 0, right[i] ?? 0, text, end[i] ?? 0);
  return { start, end, looks };
}

function sideOf(left: Neighbour, right: Neighbour, text: string, end: number): Side {
  if (left === Neighbour.Space || left === Neighbour.Opening) {
    if (right === Neighbour.Space) return Side.Either;
    // "... and then" begins with points; other points after a mark follow it.
    if (right === Neighbour.Closing) return text.startsWith('..', end) || text.charAt(end) === '…' ? Side.Opens : Side.Either;
    return Side.Opens;
  }
  if (right === Neighbour.Space || right === Neighbour.Closing) return Side.Closes;
  return right === Neighbour.Dash && left !== Neighbour.Dash ? Side.Closes : Side.Either;
}

function isWithinWord(text: string, at: number): boolean {
  return neighbour(text, at - 1) === Neighbour.Word && neighbour(text, at + 1) === Neighbour.Word;
}

/** By character code below 0x3040; whatever stands above is read as part of a word. */
const NEIGHBOURS = Uint8Array.from({ length: 0x3040 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[\s\u200b]/.test(character)) return Neighbour.Space;
  if (/[\p{L}\p{M}\p{N}]/u.test(character)) return Neighbour.Word;
  if ('([{<¿¡'.includes(character)) return Neighbour.Opening;
  if (/[-‐-―—_*]/.test(character)) return Neighbour.Dash;
  return '.,;:!?)]}>…、。'.includes(character) ? Neighbour.Closing : Neighbour.Other;
});

function neighbour(text: string, at: number): Neighbour {
  const code = text.charCodeAt(at);
  return Number.isNaN(code) ? Neighbour.Space : NEIGHBOURS[code] ?? Neighbour.Word;
}
