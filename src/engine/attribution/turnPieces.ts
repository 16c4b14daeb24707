import type { BlockLayer, People, Place, PlacedCandidate, PlacedWhy } from '../layers';
import type { BlockKind, Span } from '../model';
import type { LabelWords } from '../text/words';
import type { Interview } from './interview';
import type { Labelled } from './turnPattern';

/** What of a turn stands in one block. */
export interface TurnPiece {
  readonly at: number;
  readonly span: Span;
  readonly source: Place | null;
  readonly speaker: number | null;
  readonly why: PlacedWhy;
  readonly candidates: readonly PlacedCandidate[];
  /** How many blocks before this one the piece before stands, or 0 for the first. */
  readonly goesOn: number;
}

/** Whom a label means is as sure as the name; who asks and who answers is told by the text around. */
const NAMED = 0.95,
  TOLD = 0.75;
/** So many paragraphs between two labels are still one turn, whatever they say. */
const MOST_PARAGRAPHS = 12;
/** A line of no more code units that no stop ends is a heading. */
const LONGEST_HEADING = 60;
const PROSE: ReadonlySet<BlockKind> = new Set(['body', 'headline', 'dateline']);

/** Cuts the blocks of an article into turns: from each label to the next, or to where nobody speaks any more. */
export class TurnCutter {
  readonly #pieces: TurnPiece[] = [];

  constructor(
    private readonly layers: readonly BlockLayer[],
    private readonly people: People,
    private readonly interview: Interview,
    private readonly words: LabelWords,
  ) {}

  cut(labels: readonly Labelled[]): readonly TurnPiece[] {
    labels.forEach((one, index) => this.#turn(one, labels[index + 1]?.at ?? null));
    return this.#pieces;
  }

  #turn(one: Labelled, next: number | null): void {
    const { at, label } = one,
      end = next ?? this.layers.length,
      isWhole = label.form === 'record' || (next !== null && next - at <= MOST_PARAGRAPHS + 1);
    const speaker = this.#speaker(one);
    let last = label.alone ? -1 : this.#first(at, one, speaker);
    for (let block = at + 1; block < end; block++) {
      const layer = this.layers[block];
      if (!layer || !PROSE.has(layer.kind) || isBesides(layer.text)) continue;
      const isFirst = last < 0;
      if (!isFirst && isHeading(layer.text)) continue;
      if (!isFirst && this.#isAbout(block, speaker.speaker)) {
        if (isWhole) continue;
        return;
      }
      if (!isFirst && !isWhole && !this.#isSpoken(layer)) return;
      this.#add(
        block,
        0,
        isFirst ? { ...speaker, source: { back: block - at, span: label.name } } : speaker,
        isFirst ? 0 : block - last,
        at,
      );
      last = block;
    }
  }

  /** The words right behind the label; nothing where they are one quotation, whose marks say it all. */
  #first(at: number, { label }: Labelled, speaker: Speaker): number {
    const layer = this.layers[at],
      end = layer?.text.trimEnd().length ?? 0;
    if (layer?.marks.some(({ span }) => span[0] <= label.begins && span[1] >= end)) return at;
    return this.#add(at, label.begins, { ...speaker, source: { back: 0, span: label.name } }, 0, at) ? at : -1;
  }

  #add(at: number, from: number, speaker: Speaker, goesOn: number, label: number): boolean {
    const end = this.layers[at]?.text.trimEnd().length ?? 0;
    if (end <= from) return false;
    const { source, rule, confidence, candidates } = speaker,
      evidence = { back: at - label, span: speaker.name };
    this.#pieces.push({
      at,
      span: [from, end],
      source,
      speaker: speaker.speaker,
      why: { rule: goesOn ? 'turn-goes-on' : rule, evidence, confidence },
      candidates,
      goesOn,
    });
    return true;
  }

  #speaker({ label, mention }: Labelled): Speaker {
    const { form, name } = label,
      isLetter = form === 'question' || form === 'answer';
    const said = form === 'question' ? this.interview.asks : form === 'answer' ? this.interview.answers : mention;
    return {
      source: null,
      name,
      speaker: said?.entity ?? null,
      rule: isLetter ? `turn-${form}` : 'turn',
      confidence: isLetter ? TOLD : NAMED,
      candidates: (isLetter ? null : said)?.candidates ?? [],
    };
  }

  #isSpoken({ tokens }: BlockLayer): boolean {
    return tokens.lower.some((word) => this.words.own.has(word));
  }

  /** Whether a paragraph between turns tells of the speaker: it names it, and says neither "I" nor "we". */
  #isAbout(block: number, speaker: number | null): boolean {
    const layer = this.layers[block];
    if (speaker === null || !layer || this.#isSpoken(layer)) return false;
    return (this.people.mentions[block] ?? []).some(({ entity, form }) => form === 'name' && entity === speaker);
  }
}

interface Speaker {
  readonly source: Place | null;
  readonly name: Span;
  readonly speaker: number | null;
  readonly rule: string;
  readonly confidence: number;
  readonly candidates: readonly PlacedCandidate[];
}

/** "(Laughter.)": what happens while somebody speaks. */
function isBesides(text: string): boolean {
  return /^[*_]{0,2}[([]/.test(text) && /[)\]][.*_]{0,3}\s*$/.test(text);
}

function isHeading(text: string): boolean {
  return text.length <= LONGEST_HEADING && /[\p{L}\p{N}]\s*$/u.test(text);
}
