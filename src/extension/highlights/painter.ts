import * as vscode from 'vscode';
import type { Marks } from '../annotations/marks';
import type { Annotated, Change } from '../annotations/store';
import type { HighlightSettings } from '../settings';
import { keyOf, KIND_NAMES, onRuler, Palette, type Style, styleOf } from './styles';

/** Texts with more marks than this are decorated around what is visible, not as a whole. */
const WHOLE_TEXT_MARKS = 2000;
/** Lines above and below the visible ones that are decorated in a long text. */
const MARGIN_LINES = 250;

/** Line numbers, the last one included. */
interface Window {
  readonly first: number;
  readonly last: number;
}

const WHOLE: Window = { first: 0, last: Number.MAX_SAFE_INTEGER };

/** What an editor has been asked to show. */
export interface Painted {
  /** Key of a style (styles.ts) -> the ranges asked for. */
  readonly text: Map<number, readonly vscode.Range[]>;
  readonly ruler: Map<vscode.TextEditorDecorationType, readonly vscode.Range[]>;
  window: Window;
  /** Styles that have changed since they were painted. */
  readonly due: Set<number>;
}

/**
 * Shows the marks of documents in editors. Between an edit and the server's answer the editor itself moves what it shows; after the
 * answer only styles of which a mark has come or gone are painted again.
 */
export class Painter implements vscode.Disposable {
  readonly #painted = new Map<vscode.TextEditor, Painted>();
  #palette: Palette;

  constructor(
    private settings: HighlightSettings,
    private highContrast: boolean,
  ) {
    this.#palette = new Palette(settings.colorBy, highContrast);
  }

  /** Other colours or other kinds: everything shown is taken back, to be painted anew. */
  restyle(settings: HighlightSettings, highContrast: boolean): void {
    this.#palette.dispose();
    this.#painted.clear();
    this.settings = settings;
    this.highContrast = highContrast;
    this.#palette = new Palette(settings.colorBy, this.highContrast);
  }

  /** What an editor has been asked to show, or undefined where it shows nothing. */
  painted(editor: vscode.TextEditor): Painted | undefined {
    return this.#painted.get(editor);
  }

  /** Remembers what a change of the marks makes due in an editor. */
  note(editor: vscode.TextEditor, { before, after, from, removed, inserted }: Change): void {
    const painted = this.#painted.get(editor);
    if (!painted) return;
    for (let index = from; index < from + removed; index++) painted.due.add(keyOf(markStyle(before, index)));
    for (let index = from; index < from + inserted; index++) painted.due.add(keyOf(markStyle(after, index)));
  }

  /** Brings an editor up to date with the marks of its document; does nothing while they belong to an older text. */
  paint(editor: vscode.TextEditor, { version, marks }: Annotated): void {
    if (version !== editor.document.version) return;
    const known = this.#painted.get(editor);
    const stays = known && known.window !== WHOLE && marks.count > WHOLE_TEXT_MARKS && covers(known.window, editor);
    const window = stays ? known.window : windowFor(editor, marks);
    const all = !known || known.window.first !== window.first || known.window.last !== window.last;
    const painted: Painted = known ?? { text: new Map(), ruler: new Map(), window, due: new Set() };
    painted.window = window;
    this.#painted.set(editor, painted);
    if (!all && painted.due.size === 0) return;
    this.#paintText(editor, marks, painted, all);
    if (!known || [...painted.due].some((key) => onRuler(styleOf(key).kind))) this.#paintRuler(editor, marks, painted);
    painted.due.clear();
  }

  /** Takes everything away from an editor. */
  clear(editor: vscode.TextEditor): void {
    const painted = this.#painted.get(editor);
    if (!painted) return;
    for (const key of painted.text.keys()) editor.setDecorations(this.#palette.text(styleOf(key)), []);
    for (const type of painted.ruler.keys()) editor.setDecorations(type, []);
    this.#painted.delete(editor);
  }

  /** Forgets editors that are gone. */
  keep(visible: readonly vscode.TextEditor[]): void {
    for (const editor of this.#painted.keys()) if (!visible.includes(editor)) this.#painted.delete(editor);
  }

  dispose(): void {
    this.#palette.dispose();
    this.#painted.clear();
  }

  #paintText(editor: vscode.TextEditor, marks: Marks, painted: Painted, all: boolean): void {
    const ranges = this.#collect(marks, painted.window, (key) => all || painted.due.has(key));
    for (const key of new Set([...ranges.keys(), ...(all ? painted.text.keys() : painted.due)])) {
      const wanted = ranges.get(key) ?? [];
      if (wanted.length === 0 && !painted.text.has(key)) continue;
      editor.setDecorations(this.#palette.text(styleOf(key)), wanted);
      if (wanted.length > 0) painted.text.set(key, wanted);
      else painted.text.delete(key);
    }
  }

  #paintRuler(editor: vscode.TextEditor, marks: Marks, painted: Painted): void {
    const ranges = new Map<vscode.TextEditorDecorationType, vscode.Range[]>();
    for (const type of painted.ruler.keys()) ranges.set(type, []);
    if (this.settings.overviewRuler) {
      for (const [key, found] of this.#collect(marks, WHOLE, (candidate) => onRuler(styleOf(candidate).kind))) {
        const type = this.#palette.ruler(styleOf(key));
        ranges.set(type, [...(ranges.get(type) ?? []), ...found]);
      }
    }
    painted.ruler.clear();
    for (const [type, found] of ranges) {
      editor.setDecorations(type, found);
      if (found.length > 0) painted.ruler.set(type, found);
    }
  }

  /** The ranges within a window, by the key of their style, of the styles that are wanted and switched on. */
  #collect(marks: Marks, { first, last }: Window, wanted: (key: number) => boolean): Map<number, vscode.Range[]> {
    const found = new Map<number, vscode.Range[]>();
    for (let index = marks.firstFrom(first); index < marks.count && marks.startLine(index) <= last; index++) {
      const style = markStyle(marks, index),
        key = keyOf(style);
      if (!wanted(key) || !this.settings.kinds.has(KIND_NAMES[style.kind])) continue;
      const range = new vscode.Range(...marks.range(index)),
        list = found.get(key);
      if (list) list.push(range);
      else found.set(key, [range]);
    }
    return found;
  }
}

function markStyle(marks: Marks, index: number): Style {
  return { kind: marks.kind(index), doubtful: marks.doubtful(index), hue: marks.hue(index) };
}

function windowFor({ visibleRanges, selection }: vscode.TextEditor, marks: Marks): Window {
  if (marks.count <= WHOLE_TEXT_MARKS) return WHOLE;
  // An editor that has just been opened has no visible range yet.
  const first = visibleRanges[0]?.start ?? selection.active,
    last = visibleRanges[visibleRanges.length - 1]?.end ?? selection.active;
  return { first: Math.max(0, first.line - MARGIN_LINES), last: last.line + MARGIN_LINES };
}

/** Whether what an editor shows is decorated, the next page up and down included. */
function covers({ first, last }: Window, { visibleRanges, document }: vscode.TextEditor): boolean {
  return visibleRanges.every(({ start, end }) => {
    const page = Math.max(1, end.line - start.line);
    return first <= Math.max(0, start.line - page) && last >= Math.min(document.lineCount - 1, end.line + page);
  });
}
