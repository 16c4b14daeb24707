import * as vscode from 'vscode';
import type { AnnotationStore } from '../annotations/store';
import type { Session } from '../connection/session';
import { Command } from '../manifest';
import type { FlatRange, Row } from '../../protocol';
import { reveal } from '../reveal';
import { pickQuotation } from './pick';
import { quotationAtPlace, quotationsBySpeaker } from './speakers';
import {
  type Direction,
  isDate,
  isMention,
  isQuotation,
  type Place,
  quotationAt,
  quotationOfHue,
  step,
  stepMarks,
  type Wanted,
} from './steps';

/** Where a command starts from: a row's place when a row was clicked, else the cursor. */
interface Origin {
  readonly uri: vscode.Uri;
  readonly at: Place;
}

export function originOf(row: Row | undefined): Origin | null {
  if (row?.location)
    return {
      uri: vscode.Uri.parse(row.location.uri),
      at: { line: row.location.range[0], character: row.location.range[1] },
    };
  const editor = vscode.window.activeTextEditor;
  return editor ? { uri: editor.document.uri, at: editor.selection.start } : null;
}

class Navigator {
  constructor(
    private readonly session: Session,
    private readonly annotations: AnnotationStore,
  ) {}

  /** Goes to the next mark of a kind, from what is known here, without asking the server. */
  async stepTo(wanted: Wanted, direction: Direction): Promise<void> {
    const origin = originOf(undefined);
    const marks = origin && this.annotations.get(origin.uri)?.marks;
    const range = marks && stepMarks(marks, wanted, origin.at, direction);
    if (origin && range) await reveal(origin.uri, range, true);
  }

  /** Goes to the next quotation of the speaker at the cursor; where nobody is quoted there, to the next quotation. */
  async stepToSpeaker(direction: Direction, row?: Row): Promise<void> {
    const origin = originOf(row);
    const marks = origin && this.annotations.get(origin.uri)?.marks;
    if (!origin || !marks) return;
    const here = quotationAt(marks, origin.at);
    const wanted = here < 0 ? isQuotation : quotationOfHue(marks.hue(here));
    const range = wanted
      ? stepMarks(marks, wanted, origin.at, direction)
      : await this.#stepAmongRows(origin, direction);
    if (range) await reveal(origin.uri, range, true);
  }

  /** Shows the words that name who said what the cursor (or the row) is at. */
  async goToSource(row?: Row): Promise<void> {
    const origin = originOf(row);
    const quotation = origin && (await quotationAtPlace(this.session, origin.uri, origin.at));
    if (origin && quotation?.source) await reveal(origin.uri, quotation.source, true);
    else
      vscode.window.setStatusBarMessage(
        quotation ? vscode.l10n.t('The text names no source here.') : vscode.l10n.t('No quotation here.'),
        4000,
      );
  }

  async #stepAmongRows({ uri, at }: Origin, direction: Direction): Promise<FlatRange | null> {
    const isHere = ([line, character]: FlatRange): boolean => line === at.line && character <= at.character;
    for (const { quotations } of await quotationsBySpeaker(this.session, uri)) {
      const ranges = quotations.flatMap(({ location }) => (location ? [location.range] : []));
      const rangeOf = (index: number): FlatRange => ranges[index] ?? [0, 0, 0, 0];
      if (ranges.some(isHere)) return rangeOf(step(ranges.length, () => true, rangeOf, at, direction));
    }
    return null;
  }
}

/** Keys and commands that move from quotation to quotation, name to name, date to date. */
export function register(context: vscode.ExtensionContext, session: Session, annotations: AnnotationStore): void {
  const navigator = new Navigator(session, annotations);
  const handlers: Readonly<Record<string, (row?: Row) => Promise<void>>> = {
    [Command.goToNextQuotation]: () => navigator.stepTo(isQuotation, 1),
    [Command.goToPreviousQuotation]: () => navigator.stepTo(isQuotation, -1),
    [Command.goToNextQuotationOfSpeaker]: (row) => navigator.stepToSpeaker(1, row),
    [Command.goToPreviousQuotationOfSpeaker]: (row) => navigator.stepToSpeaker(-1, row),
    [Command.goToNextMention]: () => navigator.stepTo(isMention, 1),
    [Command.goToPreviousMention]: () => navigator.stepTo(isMention, -1),
    [Command.goToNextDate]: () => navigator.stepTo(isDate, 1),
    [Command.goToPreviousDate]: () => navigator.stepTo(isDate, -1),
    [Command.goToSource]: (row) => navigator.goToSource(row),
    [Command.goToQuotation]: () => pickQuotation(session),
  };
  for (const [id, handler] of Object.entries(handlers))
    context.subscriptions.push(vscode.commands.registerCommand(id, handler));
}
