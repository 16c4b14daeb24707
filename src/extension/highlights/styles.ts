import * as vscode from 'vscode';
import { MarkKind } from '../../protocol';
import { background, Color, partialBackground, speakerColor } from '../manifest';
import type { ColorBy, HighlightKind } from '../settings';

/** How a stretch looks: what it is, whose, and whether that is doubtful. */
export interface Style {
  readonly kind: MarkKind;
  readonly doubtful: boolean;
  readonly hue: number;
}

/** The name that settings know a kind of mark by. */
export const KIND_NAMES: Readonly<Record<MarkKind, HighlightKind>> = {
  [MarkKind.Direct]: 'direct',
  [MarkKind.Partial]: 'partial',
  [MarkKind.Other]: 'other',
  [MarkKind.Statement]: 'statement',
  [MarkKind.Source]: 'source',
  [MarkKind.Cue]: 'cue',
  [MarkKind.Date]: 'date',
  [MarkKind.Name]: 'name',
  [MarkKind.Turn]: 'turn',
};

type Look = vscode.DecorationRenderOptions;

const color = (id: string): vscode.ThemeColor => new vscode.ThemeColor(id);

/** A line below the words, at the same height for every kind; it stands in a layer of its own and moves nothing. */
function underline(style: 'solid' | 'dashed' | 'dotted', id: string): Look {
  return { borderWidth: '0 0 1px 0', borderStyle: style, borderColor: color(id) };
}

function frame(style: 'solid' | 'dashed' | 'dotted', id: string): Look {
  return { borderWidth: '1px', borderStyle: style, borderColor: color(id), borderRadius: '3px' };
}

/** Half as strong as the words themselves, whatever their colour. */
const FAINT_WAVES = 'underline wavy color-mix(in srgb, currentcolor 50%, transparent) 1px';

/** A tint; hollow where the speaker is doubtful; an outline in high contrast, which has no tints. */
function direct({ doubtful }: Style, id: string, highContrast: boolean): Look {
  if (doubtful) return frame('dotted', id);
  if (highContrast) return frame('solid', id);
  return { backgroundColor: color(background(id)), borderRadius: '3px' };
}

function partial({ doubtful }: Style, id: string, highContrast: boolean): Look {
  if (doubtful) return { ...underline('dashed', id), textDecoration: FAINT_WAVES };
  if (highContrast) return frame('dashed', id);
  return { ...underline('dashed', id), backgroundColor: color(partialBackground(id)), borderRadius: '3px 3px 0 0' };
}

/** The words that name a speaker; who has no colour, being quoted nowhere, keeps the line of any other name. */
function source({ doubtful }: Style, id: string | null): Look {
  const words = id === null ? underline('solid', Color.nameUnderline) : { color: color(id) };
  return doubtful ? { ...words, textDecoration: FAINT_WAVES } : words;
}

const KIND_COLORS: Readonly<Partial<Record<MarkKind, string>>> = {
  [MarkKind.Direct]: Color.direct,
  [MarkKind.Turn]: Color.direct,
  [MarkKind.Partial]: Color.partial,
  [MarkKind.Statement]: Color.statement,
  [MarkKind.Source]: Color.source,
};

/** The colour that says whose (or what) a stretch is, in the text and on the overview ruler. */
export function colorOf({ kind, hue }: Style, colorBy: ColorBy): string {
  return (colorBy === 'kind' ? KIND_COLORS[kind] : undefined) ?? speakerColor(hue);
}

/** What the editor is asked to draw for a style. Only colours, lines and slant: nothing that would shift the text. */
export function lookOf(style: Style, colorBy: ColorBy, highContrast: boolean): vscode.DecorationRenderOptions {
  const id = colorOf(style, colorBy);
  switch (style.kind) {
    case MarkKind.Direct:
    case MarkKind.Turn:
      return direct(style, id, highContrast);
    case MarkKind.Partial:
      return partial(style, id, highContrast);
    case MarkKind.Other:
      return underline('dotted', Color.otherUnderline);
    case MarkKind.Statement:
      return style.doubtful ? { textDecoration: FAINT_WAVES } : underline('dotted', id);
    case MarkKind.Source:
      return source(style, colorBy === 'kind' || style.hue > 0 ? id : null);
    case MarkKind.Cue:
      return { fontStyle: 'italic', ...(!highContrast && { opacity: '0.85' }) };
    case MarkKind.Date:
      return { ...underline('solid', Color.dateUnderline), color: color(Color.date) };
    case MarkKind.Name:
      return underline('solid', Color.nameUnderline);
  }
}

/** A mark on the overview ruler and nothing in the text. */
export function rulerLook(style: Style, colorBy: ColorBy): vscode.DecorationRenderOptions {
  return { overviewRulerColor: color(colorOf(style, colorBy)), overviewRulerLane: vscode.OverviewRulerLane.Right };
}

/** Quotations are on the ruler; what stands within the writer's own words is not. */
export function onRuler(kind: MarkKind): boolean {
  return kind === MarkKind.Direct || kind === MarkKind.Partial || kind === MarkKind.Turn;
}

const DOUBT = 1,
  KIND_STEP = 2,
  HUE_STEP = 32;

/** One number for a style, so that styles can be keys and members of sets. */
export function keyOf({ kind, doubtful, hue }: Style): number {
  return hue * HUE_STEP + kind * KIND_STEP + (doubtful ? DOUBT : 0);
}

export function styleOf(key: number): Style {
  return { hue: Math.floor(key / HUE_STEP), kind: (key % HUE_STEP) >> 1, doubtful: (key & DOUBT) !== 0 };
}

/** Decoration types, made when first needed and all made anew when the theme or the settings change what they look like. */
export class Palette implements vscode.Disposable {
  readonly #types = new Map<string, vscode.TextEditorDecorationType>();

  constructor(
    private readonly colorBy: ColorBy,
    private readonly highContrast: boolean,
  ) {}

  text(style: Style): vscode.TextEditorDecorationType {
    return this.#type(`text ${keyOf(style)}`, () => lookOf(style, this.colorBy, this.highContrast));
  }

  ruler(style: Style): vscode.TextEditorDecorationType {
    return this.#type(`ruler ${colorOf(style, this.colorBy)}`, () => rulerLook(style, this.colorBy));
  }

  #type(key: string, look: () => Look): vscode.TextEditorDecorationType {
    const known = this.#types.get(key);
    if (known) return known;
    const made = vscode.window.createTextEditorDecorationType({
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
      ...look(),
    });
    this.#types.set(key, made);
    return made;
  }

  dispose(): void {
    for (const type of this.#types.values()) type.dispose();
    this.#types.clear();
  }
}
