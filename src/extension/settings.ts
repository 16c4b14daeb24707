import * as vscode from 'vscode';
import { DEFAULT_SETTINGS, type ServerSettings } from '../protocol';
import { SECTION, Setting } from './manifest';

/** The stretches that a reader can show or hide, as `highlight.kinds` names them. */
export const HIGHLIGHT_KINDS = [
  'direct',
  'partial',
  'turn',
  'statement',
  'other',
  'source',
  'cue',
  'date',
  'name',
] as const;
export type HighlightKind = (typeof HIGHLIGHT_KINDS)[number];
export type ColorBy = 'speaker' | 'kind';

export interface HighlightSettings {
  readonly enabled: boolean;
  readonly colorBy: ColorBy;
  readonly kinds: ReadonlySet<HighlightKind>;
  readonly overviewRuler: boolean;
}

export interface FileSettings {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

type Name = (typeof Setting)[keyof typeof Setting];

function read<T>(name: Name, scope: vscode.ConfigurationScope | undefined, fallback: T): T {
  return vscode.workspace.getConfiguration(SECTION, scope).get<T>(name, fallback);
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

export function highlightSettings(scope?: vscode.ConfigurationScope): HighlightSettings {
  const kinds = strings(read<unknown>(Setting.kinds, scope, HIGHLIGHT_KINDS));
  return {
    enabled: read(Setting.highlight, scope, true),
    colorBy: read<string>(Setting.colorBy, scope, 'speaker') === 'kind' ? 'kind' : 'speaker',
    kinds: new Set(HIGHLIGHT_KINDS.filter((kind) => kinds.includes(kind))),
    overviewRuler: read(Setting.overviewRuler, scope, true),
  };
}

export function fileSettings(scope: vscode.ConfigurationScope): FileSettings {
  return {
    include: strings(read<unknown>(Setting.include, scope, ['**'])),
    exclude: strings(read<unknown>(Setting.exclude, scope, [])),
  };
}

export function serverSettings(): ServerSettings {
  const size = read<unknown>(Setting.maxFileSize, undefined, DEFAULT_SETTINGS.maxFileSize);
  return { maxFileSize: typeof size === 'number' && size >= 0 ? size : DEFAULT_SETTINGS.maxFileSize };
}

/** Writes a setting where the reader has it already: in the workspace if it is set there, else for the user. */
export async function writeSetting(name: Name, value: unknown): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(SECTION);
  const inWorkspace = configuration.inspect(name)?.workspaceValue !== undefined;
  await configuration.update(
    name,
    value,
    inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global,
  );
}

/** Calls `changed` when one of the settings named changes, anywhere. */
export function onSettings(names: readonly Name[], changed: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (names.some((name) => event.affectsConfiguration(`${SECTION}.${name}`))) changed();
  });
}
