import type { Hover, Position } from 'vscode-languageserver';
import {
  type Candidate,
  type DateExpression,
  DOUBTFUL,
  type Entity,
  explain,
  quotationDay,
  type Mention,
  type Span,
  type Why,
} from '../../engine/index';
import { spokenOf } from '../../corpus/index';
import * as say from '../messages';
import { isQuotation, type Said, saidByCue } from '../said';
import { fullestMention, type Snapshot } from '../snapshot';
import { describeValue, inWords, weekdayInWords } from '../values';
import type { HoverWriter } from '../writer';

/** What is known of the words at a position, in at most six lines; null where nothing is. */
export function hover(snapshot: Snapshot, position: Position, write: HoverWriter): Hover | null {
  const offset = snapshot.offsetAt(position),
    card = new Card(snapshot, write);
  const found = snapshot.mentionAt(offset);
  if (found) return found.entity ? card.mention(found.mention, found.entity) : card.unclear(found.mention);
  const date = snapshot.at(snapshot.article.dates, offset);
  if (date) return card.date(date);
  const said =
    saidByCue(snapshot, offset) ??
    snapshot.at(snapshot.article.quotations, offset) ??
    snapshot.at(snapshot.article.statements, offset);
  return said && card.said(said);
}

/** More days than this are not listed as possible. */
const MOST_DAYS = 4;
/** More people than this are not listed as considered. */
const MOST_CANDIDATES = 3;
/** Roles beside the first, and people who speak of somebody, that a card has room for. */
const MOST_ROLES = 2,
  MOST_SPEAKERS = 3;

class Card {
  constructor(
    private readonly snapshot: Snapshot,
    private readonly write: HoverWriter,
  ) {}

  said(said: Said): Hover {
    const { snapshot, write } = this,
      speakers = said.speakers.flatMap((id) => snapshot.entity(id) ?? []),
      speechless = isQuotation(said) && said.kind === 'other';
    return this.#hover(said.span, [
      speechless ? '' : this.#people(speakers) || write.strong(say.SPEAKER_NOT_CLEAR),
      this.#joined([this.#kind(said), this.#day(said)]),
      this.#why(said.why),
      this.#considered(said.candidates, said.speaker),
      this.#joined([
        said.source ? this.#link(say.GO_TO_SOURCE, said.source) : '',
        this.#evidenceLink(said.why, [said.source, said.span]),
      ]),
    ]);
  }

  mention(mention: Mention, entity: Entity): Hover {
    const full = fullestMention(this.snapshot, entity);
    return this.#hover(mention.span, [
      this.#person(entity),
      this.write.text(
        [
          say.mentionedAs(say.ENTITY_TYPE[entity.type], say.MENTION_FORM[mention.form]),
          ...(mention.why.confidence < DOUBTFUL ? [say.NOT_CERTAIN] : []),
          ...this.#furtherRoles(entity),
          ...this.#merged(entity),
        ].join(' · '),
      ),
      this.#why(mention.why),
      this.#considered(mention.candidates, entity.id),
      this.#spokenOf(entity),
      this.#joined([
        full && full !== mention ? this.#link(say.GO_TO_FULL_NAME, full.span) : '',
        this.#evidenceLink(mention.why, [mention.span, full?.span ?? null]),
      ]),
    ]);
  }

  unclear({ span, why, candidates }: Mention): Hover {
    return this.#hover(span, [
      this.write.strong(say.NOT_CLEAR_WHO),
      this.#why(why),
      say.couldBeOneOf(this.#joined(candidates.map(({ entity }) => this.#named(entity)))),
    ]);
  }

  date(date: DateExpression): Hover {
    const { write } = this;
    return this.#hover(date.span, [
      this.#value(date),
      this.#conflict(date),
      this.#why(date.why),
      date.candidates.length
        ? write.text(say.couldBe(date.candidates.slice(0, MOST_DAYS).map((value) => inWords(value) ?? value)))
        : '',
      this.#evidenceLink(date.why, [date.span]),
    ]);
  }

  #hover(span: Span, lines: readonly string[]): Hover {
    return { contents: { kind: this.write.kind, value: this.write.lines(lines) }, range: this.snapshot.range(span) };
  }

  /** Who speaks: one with role and count, several by their names alone. */
  #people(entities: readonly Entity[]): string {
    const { snapshot, write } = this,
      [only] = entities;
    if (only && entities.length === 1) return this.#person(only);
    return this.#joined(
      entities.map((entity) => `${write.swatch(snapshot.hueOf(entity))}${write.strong(entity.name)}`),
    );
  }

  /** Swatch, name, role, count. */
  #person(entity: Entity): string {
    const { snapshot, write } = this,
      role = entity.roles[0];
    const quoted = snapshot.article.quotations.filter(
      ({ speakers, kind }) => kind !== 'other' && speakers.includes(entity.id),
    ).length;
    const count = quoted ? say.quotationCount(quoted) : say.mentionCount(entity.mentions.length);
    return `${write.swatch(snapshot.hueOf(entity))}${write.strong(entity.name)}${role ? `, ${write.text(role)}` : ''} · ${write.text(count)}`;
  }

  /** An entity's name, leading to where it stands in full. */
  #named(id: string): string {
    const entity = this.snapshot.entity(id),
      full = entity && fullestMention(this.snapshot, entity);
    return entity && full ? this.#link(entity.name, full.span) || this.write.text(entity.name) : '';
  }

  #furtherRoles({ roles }: Entity): string[] {
    return roles.length > 1 ? [say.alsoRoles(roles.slice(1, 1 + MOST_ROLES))] : [];
  }

  #merged({ key }: Entity): string[] {
    const names = this.snapshot.merges.namesIn(key);
    return names.length ? [say.mergedByReader(names)] : [];
  }

  /** Who else says something of an entity, the most frequent first. */
  #spokenOf(entity: Entity): string {
    const counts = new Map<string, number>();
    for (const { speakers } of spokenOf(this.snapshot.article, entity))
      for (const speaker of speakers) {
        const name = this.snapshot.entity(speaker)?.name;
        if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    const names = [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_SPEAKERS)
      .map(([name, count]) => say.times(name, count));
    return names.length ? this.write.text(say.spokenOfBy(names)) : '';
  }

  #kind(said: Said): string {
    let kind = isQuotation(said) ? say.QUOTATION_KIND[said.kind] : say.STATEMENT_ACT[said.act];
    if (isQuotation(said) ? said.continues !== null : said.negated)
      kind = isQuotation(said) ? say.continued(kind) : say.negated(kind);
    return this.write.text(said.cue ? say.cueWords(kind, this.snapshot.textOf(said.cue)) : kind);
  }

  /** "3 Dec 2022 · 2022-12-03": in words where they say more than the value, and the value. */
  #value(date: DateExpression): string {
    const words = inWords(date.value);
    return words
      ? this.#joined([this.write.strong(words), this.write.text(date.value)])
      : this.write.strong(describeValue(date));
  }

  #conflict({ span, value }: DateExpression): string {
    const { article } = this.snapshot,
      issue = article.issues.find((each) => each.span[0] === span[0] && each.span[1] === span[1]),
      weekday = weekdayInWords(value);
    switch (issue?.kind) {
      case 'weekday-mismatch':
        return this.write.text(weekday ? say.weekdayIsAnother(inWords(value) ?? value, weekday) : say.WEEKDAY_NOT_NEAR);
      case 'impossible-date':
        return this.write.text(say.NO_SUCH_DAY);
      case 'two-dates':
        return this.write.text(say.alsoDated(inWords(article.published.value ?? '') ?? ''));
      default:
        return '';
    }
  }

  #day(said: Said): string {
    const { value, from, words } = quotationDay(this.snapshot.document.getText(), this.snapshot.article, said);
    if (value === null) return '';
    const day = inWords(value) ?? describeValue({ value, type: 'DATE' }),
      told = words ? this.snapshot.textOf(words) : '';
    return this.write.text(
      from === 'article'
        ? say.dayOfArticle(day)
        : from === 'paragraph'
          ? say.dayLastNamed(day, told)
          : say.dayTold(day, told),
    );
  }

  #why(why: Why): string {
    return this.write.text(explain(why, this.snapshot.document.getText()));
  }

  #considered(candidates: readonly Candidate[], chosen: string | null): string {
    const names = candidates
      .filter(({ entity }) => entity !== chosen)
      .flatMap(({ entity }) => this.snapshot.entity(entity)?.name ?? []);
    return names.length ? this.write.text(say.alsoConsidered([...new Set(names)].slice(0, MOST_CANDIDATES))) : '';
  }

  /** A link to the evidence, unless the reader looks at it already or another link leads there. */
  #evidenceLink({ evidence }: Why, linked: readonly (Span | null)[]): string {
    const near = evidence === null || linked.some((span) => span && span[0] <= evidence[0] && evidence[1] <= span[1]);
    return near ? '' : this.#link(say.GO_TO_EVIDENCE, evidence);
  }

  #link(label: string, span: Span): string {
    return this.write.link(label, this.snapshot.uri, this.snapshot.flat(span));
  }

  #joined(parts: readonly string[]): string {
    return parts.filter(Boolean).join(' · ');
  }
}
