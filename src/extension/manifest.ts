/**
 * Every id that package.json and the code share. Nothing else in src/extension writes one out; test/manifest.test.ts holds this
 * file, package.json and package.nls.json together.
 */
import { hueColor, HUES, NEUTRAL_HUE, REVEAL_COMMAND, type ViewId } from '../protocol';

/** Commands that a reader can find in the command palette, a menu or under a key. */
export const Command = {
  goToNextQuotation: 'onTheRecord.goToNextQuotation',
  goToPreviousQuotation: 'onTheRecord.goToPreviousQuotation',
  goToNextQuotationOfSpeaker: 'onTheRecord.goToNextQuotationOfSpeaker',
  goToPreviousQuotationOfSpeaker: 'onTheRecord.goToPreviousQuotationOfSpeaker',
  goToNextMention: 'onTheRecord.goToNextMention',
  goToPreviousMention: 'onTheRecord.goToPreviousMention',
  goToNextDate: 'onTheRecord.goToNextDate',
  goToPreviousDate: 'onTheRecord.goToPreviousDate',
  goToQuotation: 'onTheRecord.goToQuotation',
  goToSource: 'onTheRecord.goToSource',
  copyQuotation: 'onTheRecord.copyQuotation',
  setPublished: 'onTheRecord.setPublished',
  mergeEntities: 'onTheRecord.mergeEntities',
  separateEntities: 'onTheRecord.separateEntities',
  undoCorrection: 'onTheRecord.undoCorrection',
  redoCorrection: 'onTheRecord.redoCorrection',
  toggleHighlights: 'onTheRecord.toggleHighlights',
  toggleFileHighlights: 'onTheRecord.toggleFileHighlights',
  chooseHighlights: 'onTheRecord.chooseHighlights',
  filterRows: 'onTheRecord.filterRows',
  clearFilter: 'onTheRecord.clearFilter',
  showThisFile: 'onTheRecord.showThisFile',
  showOpenFiles: 'onTheRecord.showOpenFiles',
  restartServer: 'onTheRecord.restartServer',
} as const;

/** Commands that only rows, hovers and the status item call; they stay out of the palette and of package.json. */
export const InternalCommand = { reveal: REVEAL_COMMAND } as const;

export const View: Readonly<Record<ViewId, string>> = {
  speakers: 'onTheRecord.speakers',
  entities: 'onTheRecord.entities',
  dates: 'onTheRecord.dates',
};

/** Keys that `when` clauses read. */
export const Context = {
  /** What the text in the active editor is: a DocumentState, 'waiting', 'failed', or 'none' where it is no article. */
  state: 'onTheRecord.state',
  /** What the side panel lists: 'file' or 'open'. */
  scope: 'onTheRecord.scope',
  filtered: 'onTheRecord.filtered',
  /** Whether there is a correction to undo, or an undone one to do again. */
  canUndo: 'onTheRecord.canUndo',
  canRedo: 'onTheRecord.canRedo',
} as const;

/** The section that all settings stand in, and each one's name within it. */
export const SECTION = 'onTheRecord';
export const Setting = {
  include: 'files.include',
  exclude: 'files.exclude',
  maxFileSize: 'maxFileSize',
  highlight: 'highlight.enabled',
  colorBy: 'highlight.colorBy',
  kinds: 'highlight.kinds',
  overviewRuler: 'highlight.overviewRuler',
} as const;

/** Colours that a theme or a reader may change; those of the speakers are `hueColor` of protocol.ts. */
export const Color = {
  direct: 'onTheRecord.direct',
  partial: 'onTheRecord.partial',
  statement: 'onTheRecord.statement',
  source: 'onTheRecord.source',
  date: 'onTheRecord.date',
  dateUnderline: 'onTheRecord.dateUnderline',
  nameUnderline: 'onTheRecord.nameUnderline',
  otherUnderline: 'onTheRecord.otherUnderline',
} as const;

/** The colour behind a direct quotation of the speaker (or kind) that `color` stands for; and behind a partial one. */
export const background = (color: string): string => `${color}Background`;
export const partialBackground = (color: string): string => `${color}PartialBackground`;

/** The colour of a hue; nobody's (0) is that of the later speakers. */
export const speakerColor = (hue: number): string => hueColor(hue) ?? `${hueColor(NEUTRAL_HUE)}`;

/** Every colour id, as package.json contributes them. */
export function allColors(): string[] {
  const speakers = Array.from({ length: HUES + 1 }, (_, index) => speakerColor(index + 1));
  return [
    ...speakers.flatMap((color) => [color, background(color), partialBackground(color)]),
    ...Object.values(Color),
    background(Color.direct),
    partialBackground(Color.partial),
  ];
}
