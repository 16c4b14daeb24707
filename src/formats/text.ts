/** The article for a terminal: its text with what was found marked, then who said what. */
import type { Article, Attribution, Entity, Span } from '../engine/index';
import { bySpan } from '../engine/index';
import { oneLine } from '../corpus/index';

/** What a stretch of the text is painted as; a speaker's number counts from 0, most quoted first. */
export type Paint =
  { readonly as: 'speaker'; readonly number: number } | { readonly as: 'cue' | 'date' | 'unclear' | 'title' | 'faint' };

/** Gives a stretch of text its look; `plain` leaves it as it is. */
export type Painter = (text: string, paint: Paint) => string;
export const plain: Painter = (text) => text;

interface Stretch {
  readonly span: Span;
  readonly paint: Paint;
}

/** The article's text with its quotations, sources, cues and dates painted, then a list of who said what and one of dates. */
export function toText(article: Article, text: string, name: string, painter: Painter = plain): string {
  const speakers = bySpeaker(article);
  const order = new Map(speakers.map(({ entity }, number) => [entity?.id ?? null, number]));
  const paintOf = (speaker: string | null): Paint =>
    speaker === null ? { as: 'unclear' } : { as: 'speaker', number: order.get(speaker) ?? 0 };
  const stretches: Stretch[] = article.dates.map(({ span }) => ({ span, paint: { as: 'date' } }));
  for (const said of [...article.quotations.filter(({ kind }) => kind !== 'other'), ...article.statements]) {
    if ('kind' in said) stretches.push({ span: said.span, paint: paintOf(said.speaker) });
    if (said.source) stretches.push({ span: said.source, paint: paintOf(said.speaker) });
    if (said.cue) stretches.push({ span: said.cue, paint: { as: 'cue' } });
  }
  const lines = [painter(name, { as: 'title' }), '', paintText(printable(text), stretches, painter).trimEnd(), ''];
  if (speakers.length)
    lines.push(
      painter('Who said what', { as: 'title' }),
      ...speakers.flatMap((speaker) => listSpeaker(speaker, text, paintOf, painter)),
      '',
    );
  if (article.dates.length)
    lines.push(
      painter('Dates', { as: 'title' }),
      ...article.dates.map(({ span, value }) => `  ${value}  ${painter(wordsAt(text, span), { as: 'date' })}`),
      '',
    );
  return lines.join('\n');
}

interface Speaker {
  readonly entity: Entity | null;
  readonly said: readonly (Attribution & { readonly span: Span })[];
}

/** Speakers, most quoted first, those not known last, each with quotations and statements in order. */
function bySpeaker(article: Article): Speaker[] {
  const entities = new Map(article.entities.map((entity) => [entity.id, entity]));
  const groups = new Map<string | null, (Attribution & { readonly span: Span })[]>();
  for (const said of [...article.quotations.filter(({ kind }) => kind !== 'other'), ...article.statements].sort(
    bySpan,
  )) {
    for (const speaker of said.speakers.length ? said.speakers : [null]) {
      const group = groups.get(speaker);
      if (group) group.push(said);
      else groups.set(speaker, [said]);
    }
  }
  const speakers = [...groups].map(([id, said]) => ({ entity: id === null ? null : (entities.get(id) ?? null), said }));
  return speakers.sort((a, b) => Number(!a.entity) - Number(!b.entity) || b.said.length - a.said.length);
}

function listSpeaker(
  { entity, said }: Speaker,
  text: string,
  paintOf: (speaker: string | null) => Paint,
  painter: Painter,
): string[] {
  const role = entity?.roles[0];
  const head = `  ${painter(entity?.name ?? 'Speaker not clear', paintOf(entity?.id ?? null))}${role ? painter(`, ${role}`, { as: 'faint' }) : ''}`;
  return [head, ...said.map(({ span }) => `    ${wordsAt(text, span)}`)];
}

/** Paints stretches that may overlap: the one that starts last, or of two that start together the shorter, wins. */
function paintText(text: string, stretches: readonly Stretch[], painter: Painter): string {
  const edges = [...new Set([0, text.length, ...stretches.flatMap(({ span }) => span)])].sort((a, b) => a - b);
  const waiting = [...stretches].sort(bySpan).reverse();
  let open: Stretch[] = [],
    out = '';
  edges.forEach((from, index) => {
    const to = edges[index + 1] ?? text.length;
    open = open.filter(({ span }) => span[1] > from);
    for (let next = waiting.at(-1); next && next.span[0] <= from; next = waiting.at(-1))
      open.push(...waiting.splice(-1));
    const top = open.at(-1),
      piece = text.slice(from, to);
    out += top && piece ? painter(piece, top.paint) : piece;
  });
  return out;
}

/** Control characters could drive a terminal: all but tab and line ends become a replacement character of the same length. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd');
}

function wordsAt(text: string, span: Span): string {
  return printable(oneLine(text.slice(span[0], span[1])));
}
