import * as vscode from 'vscode';
import { LANGUAGE } from './connection/documents';

/**
 * Has the editor ask for outlines again after a correction, which changes no text. It does so only where those who may answer change:
 * so one who knows nothing takes the place of another.
 */
export class OutlineRefresh implements vscode.Disposable {
  #nobody: vscode.Disposable | undefined;

  refresh(): void {
    const before = this.#nobody;
    this.#nobody = vscode.languages.registerDocumentSymbolProvider(LANGUAGE, { provideDocumentSymbols: () => [] });
    before?.dispose();
  }

  dispose(): void {
    this.#nobody?.dispose();
  }
}
