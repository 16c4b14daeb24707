import { carry, type Change } from '../kept';
import type {
  BlockLayer,
  People,
  PlacedAttribution,
  PlacedMention,
  PlacedQuotation,
  PlacedStatement,
  Said,
  TurnLabel,
} from '../layers';
import { contains, overlap } from '../span';
import type { LabelWords } from '../text/words';
import { readInterview } from './interview';
import { TurnCutter, type TurnPiece } from './turnPieces';
import { findTurns, type Labelled, readLabelled } from './turnPattern';

type Mentions = readonly PlacedMention[];
const NO_MENTIONS: Mentions = [];

/** What was last made of a block that somebody's turn stands in. */
interface Made {
  readonly piece: TurnPiece;
  readonly mentions: Mentions;
  readonly shifted: boolean;
  readonly quotationsBefore: readonly PlacedQuotation[];
  readonly statementsBefore: readonly PlacedStatement[];
  readonly quotations: readonly PlacedQuotation[];
  readonly statements: readonly PlacedStatement[];
}

/**
 * Adds the turns of interviews, debates and transcripts to what was said, for one version of an article after another: each a
 * quotation without marks of the one whom its label names. Most articles have no label, and cost nothing.
 */
export class Turns {
  #labels: readonly (TurnLabel | null)[] = [];
  #made: readonly (Made | null)[] = [];

  constructor(private readonly words: LabelWords) {}

  read(layers: readonly BlockLayer[], change: Change, people: People, said: Said): Said {
    const labels = carry(this.#labels, change, null),
      made = carry(this.#made, change, null);
    for (let at = change.from; at < change.to; at++) labels[at] = layers[at]?.label ?? null;
    this.#labels = labels;
    const pieces = this.#pieces(layers, labels, people);
    if (pieces.length === 0) {
      this.#made = made.fill(null);
      return said;
    }
    const byBlock = new Map(pieces.map((piece) => [piece.at, piece])),
      quotations = said.quotations.slice(),
      statements = said.statements.slice();
    for (let at = 0; at < made.length; at++) {
      const piece = byBlock.get(at);
      if (!piece) {
        made[at] = null;
        continue;
      }
      const one = this.#make(
        layers[at],
        piece,
        made[at] ?? null,
        said,
        at,
        byBlock,
        people.mentions[at] ?? NO_MENTIONS,
      );
      made[at] = one;
      quotations[at] = one.quotations;
      statements[at] = one.statements;
    }
    this.#made = made;
    return { ...said, quotations, statements };
  }

  #pieces(layers: readonly BlockLayer[], labels: readonly (TurnLabel | null)[], people: People): readonly TurnPiece[] {
    const labelled: Labelled[] = [];
    for (let at = 0; at < labels.length; at++) {
      const label = labels[at],
        layer = label ? layers[at] : undefined;
      if (label && layer) labelled.push(readLabelled(at, layer, label, people.mentions[at] ?? [], people.entities));
    }
    const turns = labelled.length > 0 ? findTurns(labelled) : [],
      [first] = turns;
    if (!first) return [];
    const interview = turns.some(({ label }) => label.form === 'question' || label.form === 'answer')
      ? readInterview(layers, people.mentions, people.entities, first.at, this.words)
      : { asks: null, answers: null };
    return new TurnCutter(layers, people, interview, this.words).cut(turns);
  }

  #make(
    layer: BlockLayer | undefined,
    piece: TurnPiece,
    known: Made | null,
    said: Said,
    at: number,
    byBlock: ReadonlyMap<number, TurnPiece>,
    mentions: Mentions,
  ): Made {
    const quotationsBefore = said.quotations[at] ?? [],
      statementsBefore = said.statements[at] ?? [],
      goesOn = quotationsBefore[0]?.continues ?? null,
      shifted = goesOn !== null && byBlock.has(at - goesOn.back);
    if (
      known?.quotationsBefore === quotationsBefore &&
      known.statementsBefore === statementsBefore &&
      known.mentions === mentions &&
      known.shifted === shifted &&
      isSame(known.piece, piece)
    )
      return { ...known, piece };
    const text = layer?.text ?? '';
    return {
      piece,
      mentions,
      shifted,
      quotationsBefore,
      statementsBefore,
      quotations: [turnOf(piece), ...quotationsBefore.map((one) => this.#inTurn(one, piece, shifted, text, mentions))],
      statements: statementsBefore.map((one) => this.#statement(one, piece, text, mentions)),
    };
  }

  /** A quotation of the turn's block: what it names nobody for is the speaker's own, or what the speaker tells of "I". */
  #inTurn(
    one: PlacedQuotation,
    { span, speaker, why }: TurnPiece,
    shifted: boolean,
    text: string,
    mentions: Mentions,
  ): PlacedQuotation {
    const isInside = contains(span, one.span),
      inside = one.inside === null ? (isInside ? 0 : null) : one.inside + 1,
      continues =
        one.continues && shifted ? { back: one.continues.back, index: one.continues.index + 1 } : one.continues;
    const placed = { ...one, inside, continues };
    if (!isInside || one.kind === 'other' || speaker === null) return placed;
    const own = this.#withoutAddress(one, text);
    if (isOfAnother(own, speaker, mentions)) return { ...placed, ...NOT_SPEAKER };
    if (!this.#isOwn(own, text)) return placed;
    const confidence = Math.round(why.confidence * OWN * 100) / 100;
    return {
      ...placed,
      source: own.source,
      speaker,
      speakers: [speaker],
      why: { rule: 'inside-turn', evidence: why.evidence, confidence },
      candidates: [],
    };
  }

  /** "Mr. President, I called it ...": the source is who speaks, not who is spoken to. */
  #withoutAddress(one: PlacedQuotation, text: string): PlacedQuotation {
    const { source } = one,
      subject = source?.back === 0 ? SUBJECT.exec(text.slice(source.span[1], source.span[1] + 20)) : null;
    if (!source || !subject || !this.words.own.has((subject[2] ?? '').toLowerCase())) return one;
    const start = source.span[1] + (subject[1] ?? '').length;
    return { ...one, speaker: null, source: { back: 0, span: [start, start + (subject[2] ?? '').length] } };
  }

  #isOwn({ source, speaker, why }: PlacedQuotation, text: string): boolean {
    if (source) return speaker === null && this.#isFirstPerson(text, source.back, source.span);
    return speaker === null || FROM_OTHERS.has(why.rule);
  }

  #statement(one: PlacedStatement, { span, speaker }: TurnPiece, text: string, mentions: Mentions): PlacedStatement {
    if (speaker !== null && overlap(one.span, span) > 0 && isOfAnother(one, speaker, mentions))
      return { ...one, ...NOT_SPEAKER };
    return one.speaker === null &&
      speaker !== null &&
      one.source &&
      overlap(one.span, span) > 0 &&
      this.#isFirstPerson(text, one.source.back, one.source.span)
      ? { ...one, speaker, speakers: [speaker] }
      : one;
  }

  #isFirstPerson(text: string, back: number, [from, to]: readonly [number, number]): boolean {
    return back === 0 && this.words.own.has(text.slice(from, to).toLowerCase());
  }
}

/** A comma and the word behind it. */
const SUBJECT = /^(,\s{1,4})(\p{L}+)(?=\s)/u;
/** Marks that nobody else is named for may yet be somebody else's. */
const OWN = 0.6;
/** What was taken from the paragraphs before, which are another's turn. */
const FROM_OTHERS: ReadonlySet<string> = new Set(['running-speaker', 'exchange']);

/** Whether somebody whom a turn speaks of ("my colleague", "the senator") was taken for the one who speaks. */
function isOfAnother({ source, speaker }: PlacedAttribution, own: number, mentions: Mentions): boolean {
  if (!source || source.back !== 0 || speaker !== own) return false;
  const naming = mentions.filter(({ entity, span }) => entity === own && overlap(span, source.span) > 0);
  return naming.length > 0 && naming.every(({ form }) => form !== 'name');
}

const NOT_SPEAKER = { speaker: null, speakers: [], candidates: [] };

function turnOf({ span, source, speaker, why, candidates, goesOn }: TurnPiece): PlacedQuotation {
  return {
    span,
    kind: 'turn',
    source,
    cue: null,
    speaker,
    speakers: speaker === null ? [] : [speaker],
    why,
    candidates,
    continues: goesOn ? { back: goesOn, index: 0 } : null,
    inside: null,
  };
}

function isSame(a: TurnPiece, b: TurnPiece): boolean {
  return (
    a.speaker === b.speaker &&
    a.goesOn === b.goesOn &&
    a.candidates === b.candidates &&
    a.span[0] === b.span[0] &&
    a.span[1] === b.span[1] &&
    a.why.rule === b.why.rule &&
    a.why.evidence?.back === b.why.evidence?.back &&
    a.why.evidence?.span[0] === b.why.evidence?.span[0] &&
    a.why.evidence?.span[1] === b.why.evidence?.span[1] &&
    a.source?.back === b.source?.back
  );
}
