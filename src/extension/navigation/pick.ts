import * as vscode from 'vscode';
import type { Session } from '../connection/session';
import type { Row } from '../../protocol';
import { reveal } from '../reveal';
import { present } from '../views/present';
import { quotationsBySpeaker, type SpeakerQuotations } from './speakers';

interface QuotationItem extends vscode.QuickPickItem {
  readonly row?: Row;
}

function itemsOf({ speaker, quotations }: SpeakerQuotations): QuotationItem[] {
  const name = present(speaker, 'file').label;
  const label = typeof name === 'string' ? name : '';
  return [
    { label, kind: vscode.QuickPickItemKind.Separator },
    ...quotations.map((row) => ({
      label: row.label,
      description: vscode.l10n.t('line {0}', (row.location?.range[0] ?? 0) + 1),
      detail: [label, speaker.detail].filter(Boolean).join(', '),
      row,
    })),
  ];
}

/** Lists the quotations of the text in the active editor under their speakers, and goes to the one chosen. */
export async function pickQuotation(session: Session): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const items = quotationsBySpeaker(session, editor.document.uri).then((speakers) => speakers.flatMap(itemsOf));
  const picked = await vscode.window.showQuickPick<QuotationItem>(items, {
    title: vscode.l10n.t('Go to a quotation'),
    placeHolder: vscode.l10n.t('A speaker’s name or words of the quotation'),
    matchOnDetail: true,
  });
  const location = picked?.row?.location;
  if (location) await reveal(vscode.Uri.parse(location.uri), location.range, true);
}
