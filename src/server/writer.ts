import { type FlatRange, hueColor, REVEAL_COMMAND } from '../protocol';

/** Writes the lines of a hover. Whatever comes from a text or a file's name goes through `text` or `strong`, never `raw`. */
export interface HoverWriter {
  readonly kind: 'markdown' | 'plaintext';
  text(words: string): string;
  strong(words: string): string;
  /** A dot in a speaker's colour; empty where it cannot be shown. */
  swatch(hue: number): string;
  /** A link to a place in a document; empty where there are no links. */
  link(label: string, uri: string, range: FlatRange): string;
  /** Puts lines together; empty ones are left out. */
  lines(lines: readonly string[]): string;
}

/** Longer names and phrases are cut here: a hover has six lines, not six pages. */
const LONGEST = 160;

/** One line, no control characters, no directional overrides that would reorder what stands beside them, not too long. */
function tidy(words: string): string {
  const line = words.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…` : line;
}

/** Makes text harmless in markdown with html: each mark that begins a construct of either is escaped, bare addresses included. */
export function escapeMarkdown(words: string): string {
  return tidy(words)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]#+\-.!|~$:@=^]/g, '\\$&');
}

/** `rich`: the client trusts this server's commands and shows its html, as our own extension does. */
export function markdownWriter(rich: boolean): HoverWriter {
  return {
    kind: 'markdown',
    text: escapeMarkdown,
    strong: (words) => (words.trim() ? `**${escapeMarkdown(words)}**` : ''),
    swatch: (hue) => {
      const color = hueColor(hue);
      return rich && color ? `<span style="color:var(--vscode-${color.replaceAll('.', '-')});">●</span> ` : '';
    },
    link: (label, uri, range) =>
      rich ? `[${escapeMarkdown(label)}](command:${REVEAL_COMMAND}?${encode([uri, range])})` : '',
    lines: (lines) => lines.filter(Boolean).join('  \n'),
  };
}

export const plainWriter: HoverWriter = {
  kind: 'plaintext',
  text: tidy,
  strong: tidy,
  swatch: () => '',
  link: () => '',
  lines: (lines) => lines.filter(Boolean).join('\n'),
};

/** The arguments of a command link; brackets are escaped too, as they would end the link. Lone surrogates cannot be encoded and go. */
function encode(args: unknown): string {
  return encodeURIComponent(JSON.stringify(args).replace(/\p{Cs}/gu, '')).replace(/[()]/g, (bracket) =>
    bracket === '(' ? '%28' : '%29',
  );
}
