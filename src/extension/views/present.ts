import * as vscode from 'vscode';
import { MERGED, type Row, type RowKind } from '../../protocol';
import { Color, InternalCommand, speakerColor } from '../manifest';
import type { Scope } from './panel';
import { readable, weekdayOf } from './timex';

/** The words of a row, and what a screen reader says instead where the words alone do not tell. */
interface Words {
  readonly label: string;
  readonly description: string;
  readonly spoken: string;
}

const TYPE_LABELS: Readonly<Record<string, () => string>> = {
  person: () => vscode.l10n.t('People'),
  organization: () => vscode.l10n.t('Organizations'),
  place: () => vscode.l10n.t('Places'),
  group: () => vscode.l10n.t('Groups'),
  event: () => vscode.l10n.t('Events'),
};

/** What is worth saying of a quotation's kind or a mention's form; the plain case needs no word. */
const VARIANT_LABELS: Readonly<Record<string, () => string>> = {
  partial: () => vscode.l10n.t('partial'),
  turn: () => vscode.l10n.t('turn'),
  statement: () => vscode.l10n.t('reported'),
  other: () => vscode.l10n.t('no speech'),
  role: () => vscode.l10n.t('role'),
  pronoun: () => vscode.l10n.t('pronoun'),
};

const FORM_LABELS: Readonly<Record<string, () => string>> = {
  name: () => vscode.l10n.t('By name'),
  role: () => vscode.l10n.t('By role'),
  pronoun: () => vscode.l10n.t('By pronoun'),
};

const SPOKEN_VARIANTS: Readonly<Record<string, () => string>> = {
  direct: () => vscode.l10n.t('direct quotation'),
  partial: () => vscode.l10n.t('partial quotation'),
  turn: () => vscode.l10n.t('turn of a conversation'),
  statement: () => vscode.l10n.t('reported speech'),
};

const dotted = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' · ');
const listed = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(', ');
const counted = (one: string, many: string, count: number): string => (count === 1 ? one : many);

/** What is wrong with a date; `detail` is its value, or the text's other date for itself. */
const CONFLICTS: Readonly<Record<string, (detail: string) => string>> = {
  'weekday-mismatch': (detail) =>
    weekdayOf(detail) ? vscode.l10n.t('is a {0}', weekdayOf(detail)) : vscode.l10n.t('another weekday'),
  'impossible-date': () => vscode.l10n.t('no such day'),
  'same-text': (detail) => vscode.l10n.t('the same text has {0} elsewhere', readable(detail)),
  'two-dates': (detail) => vscode.l10n.t('also dated {0}', readable(detail)),
};

/** When a quotation was said and what tells it ("3 Dec 2022, in remarks broadcast on Saturday"); empty where nothing does. */
function dayOf({ day }: Row): string {
  if (!day) return '';
  const value = readable(day.value);
  switch (day.from) {
    case 'clause':
    case 'speaker':
      return day.words === value ? value : `${value}, ${day.words}`;
    case 'paragraph':
      return vscode.l10n.t('{0}, the day last named in its paragraph', value);
    case 'article':
      return vscode.l10n.t('{0}, the date of the text', value);
  }
}

/** Characters of a row that a side panel of the usual width shows: of a topmost one, and of one below another. */
const TOP_LENGTH = 34,
  LOWER_LENGTH = 27,
  LEAST_DETAIL = 10;

/** What is said of a name beside it, cut so that the count after it can be seen. */
function beside({ label, detail }: Row, rowLength: number): string {
  const length = Math.max(LEAST_DETAIL, rowLength - label.length);
  return detail.length > length ? `${detail.slice(0, length - 1).trimEnd()}…` : detail;
}

const quotations = (count: number): string =>
  counted(vscode.l10n.t('1 quotation'), vscode.l10n.t('{0} quotations', count), count);
const mentions = (count: number): string =>
  counted(vscode.l10n.t('1 mention'), vscode.l10n.t('{0} mentions', count), count);

function place({ location }: Row, scope: Scope): { shown: string; spoken: string } {
  if (!location) return { shown: '', spoken: '' };
  const line = location.range[0] + 1,
    path = vscode.Uri.parse(location.uri).path;
  const file = path.slice(path.lastIndexOf('/') + 1);
  return scope === 'open'
    ? { shown: `${file}:${line}`, spoken: vscode.l10n.t('{0}, line {1}', file, line) }
    : { shown: String(line), spoken: vscode.l10n.t('line {0}', line) };
}

/** Words that are shown and spoken alike but for the count, which is spoken with what it counts. */
const countedWords = (label: string, count: number, spoken = String(count), name = label): Words => ({
  label,
  description: String(count),
  spoken: listed(name, spoken),
});

/** A row of a speaker or a quotation. */
function speakerWords(row: Row, scope: Scope): Words | null {
  const { label, detail, count, variant } = row;
  switch (row.kind) {
    case 'speaker':
      return {
        label,
        description: dotted(beside(row, TOP_LENGTH), String(count)),
        spoken: listed(label, detail, quotations(count)),
      };
    case 'unclear-speaker':
      return countedWords(vscode.l10n.t('Speaker not clear'), count, quotations(count));
    case 'quotation': {
      const where = place(row, scope),
        day = row.day ? readable(row.day.value) : '';
      const kind = VARIANT_LABELS[variant]?.(),
        doubtful = row.doubtful ? vscode.l10n.t('doubtful') : '',
        doubt = row.doubtful ? vscode.l10n.t('speaker not certain') : '';
      return {
        label,
        description: dotted(where.shown, kind, doubtful, day),
        spoken: listed(SPOKEN_VARIANTS[variant]?.(), label, where.spoken, doubt, dayOf(row)),
      };
    }
    default:
      return null;
  }
}

/** A row of a name or a mention of it. */
function nameWords(row: Row, scope: Scope): Words | null {
  const { label, detail, count, variant } = row;
  switch (row.kind) {
    case 'entity-type':
      return countedWords(TYPE_LABELS[label]?.() ?? label, count);
    case 'entity':
      return {
        label,
        description: dotted(beside(row, LOWER_LENGTH), String(count)),
        spoken: listed(label, detail, mentions(count)),
      };
    case 'mention-form':
      return countedWords(FORM_LABELS[label]?.() ?? label, count, mentions(count));
    case 'spoken-of':
      return countedWords(vscode.l10n.t('Spoken of by others'), count);
    case 'mention': {
      const where = place(row, scope);
      return {
        label,
        description: dotted(where.shown, detail),
        spoken: listed(label, VARIANT_LABELS[variant]?.(), where.spoken),
      };
    }
    default:
      return null;
  }
}

/** A row of a date, of several, or of what is wrong with one. */
function dateWords(row: Row, scope: Scope): Words | null {
  const { label, detail, count, variant } = row;
  switch (row.kind) {
    case 'period':
      return countedWords(readable(label), count, vscode.l10n.t('{0} dates', count));
    case 'date': {
      const where = place(row, scope);
      return {
        label: readable(label),
        description: dotted(detail === readable(label) ? '' : detail, where.shown),
        spoken: listed(readable(label), detail, where.spoken),
      };
    }
    case 'date-conflicts':
      return countedWords(
        vscode.l10n.t('Does not agree'),
        count,
        String(count),
        vscode.l10n.t('Dates that do not agree'),
      );
    case 'date-conflict': {
      const conflict = CONFLICTS[variant]?.(detail) ?? '',
        where = place(row, scope);
      return { label, description: dotted(conflict, where.shown), spoken: listed(label, conflict, where.spoken) };
    }
    case 'durations':
      return countedWords(vscode.l10n.t('How long, how often'), count);
    case 'unknown-dates':
      return countedWords(vscode.l10n.t('Not known'), count, String(count), vscode.l10n.t('Dates not known'));
    default:
      return null;
  }
}

const wordsOf = (row: Row, scope: Scope): Words =>
  speakerWords(row, scope) ??
  nameWords(row, scope) ??
  dateWords(row, scope) ?? { label: row.label, description: '', spoken: row.label };

const QUOTATION_ICONS: Readonly<Record<string, string>> = {
  direct: 'quote',
  partial: 'whole-word',
  turn: 'comment-unresolved',
  statement: 'comment',
  other: 'dash',
};

const KIND_ICONS: Readonly<Partial<Record<RowKind, string>>> = {
  'spoken-of': 'comment-discussion',
  durations: 'watch',
  'unknown-dates': 'question',
  'date-conflicts': 'warning',
  'date-conflict': 'warning',
};

/** A point in time, a stretch of it, or a point that the text leaves open. */
function dateIcon(type: string, doubtful: boolean): string {
  if (doubtful) return 'circle-outline';
  return type === 'DURATION' || type === 'SET' ? 'watch' : 'calendar';
}

/** A swatch in the speaker's colour, hollow where nobody or nobody certain has it; else a sign for the kind of row. */
function iconOf({ kind, hue, variant, doubtful }: Row): vscode.ThemeIcon | undefined {
  const color = new vscode.ThemeColor(speakerColor(hue));
  switch (kind) {
    case 'speaker':
      return new vscode.ThemeIcon(doubtful ? 'circle-outline' : 'circle-filled', color);
    case 'unclear-speaker':
      return new vscode.ThemeIcon('circle-outline', color);
    case 'quotation':
      return new vscode.ThemeIcon(QUOTATION_ICONS[variant] ?? 'quote', color);
    case 'entity':
      return new vscode.ThemeIcon(hue > 0 ? 'circle-filled' : 'circle-small-filled', color);
    case 'period':
    case 'date':
      return new vscode.ThemeIcon(dateIcon(variant, doubtful), new vscode.ThemeColor(Color.date));
    default:
      return KIND_ICONS[kind] ? new vscode.ThemeIcon(KIND_ICONS[kind]) : undefined;
  }
}

/** Longer periods than a day are open from the start, so that the view reads in order of time at once. */
const A_DAY = '2025-06-03';

/** How a row looks in its tree. A row that opens nothing below it goes to its place in the text when chosen. */
export function present(row: Row, scope: Scope): vscode.TreeItem {
  const { label, description, spoken } = wordsOf(row, scope);
  const open =
    (row.kind === 'entity-type' && row.label === 'person') ||
    row.kind === 'date-conflicts' ||
    (row.kind === 'period' && row.label.length < A_DAY.length);
  const item = new vscode.TreeItem(
    label,
    row.expandable
      ? open
        ? vscode.TreeItemCollapsibleState.Expanded
        : vscode.TreeItemCollapsibleState.Collapsed
      : vscode.TreeItemCollapsibleState.None,
  );
  item.id = row.id;
  item.description = description;
  item.tooltip = new vscode.MarkdownString().appendText(
    row.kind === 'quotation' ? [label, dayOf(row)].filter(Boolean).join('\n\n') : spoken,
  );
  item.accessibilityInformation = { label: spoken };
  item.contextValue = [row.kind, row.location ? 'located' : '', row.variant === MERGED ? MERGED : '']
    .filter(Boolean)
    .join(' ');
  const icon = iconOf(row);
  if (icon) item.iconPath = icon;
  if (row.location && !row.expandable) {
    item.command = {
      command: InternalCommand.reveal,
      title: vscode.l10n.t('Show in the text'),
      arguments: [row.location.uri, row.location.range],
    };
  }
  return item;
}
