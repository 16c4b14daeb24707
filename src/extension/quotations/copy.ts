import * as vscode from 'vscode';
import type { Session } from '../connection/session';
import { Command } from '../manifest';
import { originOf } from '../navigation/index';
import { quotationAtPlace } from '../navigation/speakers';
import type { QuotationResult, Row } from '../../protocol';

/** A quotation as one pastes it: its words as they stand, who said them, and where that can be looked up. */
export function quoteWithAttribution({ text, speaker, role, published, range }: QuotationResult, file: string): string {
  const who = speaker === null ? vscode.l10n.t('speaker not clear') : [speaker, role].filter(Boolean).join(', ');
  const where = [vscode.l10n.t('{0}, line {1}', file, range[0] + 1), published].filter(Boolean).join(', ');
  return `${text.replace(/\s*\r?\n\s*/g, ' ')} – ${who} (${where})`;
}

/** Copies the quotation at the cursor (or of a row) together with its attribution. */
export function register(context: vscode.ExtensionContext, session: Session): void {
  context.subscriptions.push(
    vscode.commands.registerCommand(Command.copyQuotation, async (row?: Row) => {
      const origin = originOf(row);
      const quotation = origin && (await quotationAtPlace(session, origin.uri, origin.at));
      if (!origin || !quotation) {
        vscode.window.setStatusBarMessage(vscode.l10n.t('No quotation here.'), 4000);
        return;
      }
      const { path } = origin.uri;
      await vscode.env.clipboard.writeText(quoteWithAttribution(quotation, path.slice(path.lastIndexOf('/') + 1)));
      vscode.window.setStatusBarMessage(vscode.l10n.t('Quotation copied'), 4000);
    }),
  );
}
