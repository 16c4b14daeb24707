/** Scores frames by themselves against a gold set, as near to ../shared/score/score.mjs as frames alone allow. */
import type { Frame } from '../../src/engine/layers';
import type { Span } from '../../src/engine/model';
import { overlap, shift } from '../../src/engine/span';
import type { GoldArticle, GoldBlock } from './frame-data';

interface Told {
  readonly span: Span;
  readonly source: Span | null;
  readonly cue: Span;
  readonly text: string;
  readonly quoted: boolean;
}

const iou = (a: Span, b: Span): number => {
  const common = overlap(a, b);
  return common / (a[1] - a[0] + b[1] - b[0] - common);
};

export class Tally {
  gold = 0;
  told = 0;
  hit = 0;
  sources = 0;
  sourcesRight = 0;
  cues = 0;
  cuesRight = 0;
  mentions = 0;
  mentionsRight = 0;
  thoughts = 0;
  thoughtsIgnored = 0;
  nested = 0;
  nestedHit = 0;
  readonly errors: string[] = [];

  article({ name, blocks, gold }: GoldArticle, frames: readonly (readonly Frame[])[]): void {
    const asked = (span: Span): boolean =>
      !gold.annotated || gold.annotated.some((region) => overlap(region, span) > 0);
    const want = gold.statements.filter((item) => !item.ignore && asked(item.span));
    const skip = gold.statements.filter((item) => item.ignore);
    const counts = (told: Told): boolean => asked(told.span) && !skip.some((item) => iou(item.span, told.span) > 0.5);
    const told = blocks.flatMap((block, index) => toldIn(block, frames[index] ?? [], false)).filter(counts);
    const thoughts = blocks.flatMap((block, index) => toldIn(block, frames[index] ?? [], true));
    this.thoughts += thoughts.length;
    this.thoughtsIgnored += thoughts.filter((told) => asked(told.span) && !counts(told)).length;
    this.#statements(name, want, told);
    this.#quotes(name, gold, blocks, frames);
  }

  #statements(name: string, want: GoldArticle['gold']['statements'], told: readonly Told[]): void {
    const pairs = want
      .flatMap((item) => told.map((one) => ({ item, one, score: iou(item.span, one.span) })))
      .filter(({ score }) => score >= 0.5);
    pairs.sort((a, b) => b.score - a.score);
    const usedGold = new Set<unknown>(),
      usedTold = new Set<unknown>();
    for (const { item, one } of pairs) {
      if (usedGold.has(item) || usedTold.has(one)) continue;
      usedGold.add(item).add(one);
      usedTold.add(one);
      if (one.quoted) this.nestedHit++;
      if (!item.mention) continue;
      if (one.source && overlap(one.source, item.mention.span) > 0) this.sourcesRight++;
      else this.errors.push(`source ${name}: “${item.mention.text}” [${item.cue?.text ?? ''}], found ${one.text}`);
    }
    this.gold += want.length;
    this.told += told.length;
    this.hit += usedTold.size;
    this.nested += told.filter((one) => one.quoted).length;
    this.sources += want.filter((item) => item.mention).length;
    for (const item of want)
      if (!usedGold.has(item)) {
        const near = told.find((one) => item.cue && overlap(one.cue, item.cue.span) > 0);
        this.errors.push(
          `${near ? 'bounds' : 'missed'} ${name}: [${item.cue?.text ?? ''}] ${item.text.slice(0, 110)} {${item.mention?.text ?? ''}}${near ? ` found ${near.text}` : ''}`,
        );
      }
    for (const one of told)
      if (!usedTold.has(one) && !want.some((item) => item.cue && overlap(one.cue, item.cue.span) > 0))
        this.errors.push(`extra ${name}: ${one.quoted ? 'NESTED ' : ''}${one.text}`);
  }

  #quotes(
    name: string,
    gold: GoldArticle['gold'],
    blocks: readonly GoldBlock[],
    frames: readonly (readonly Frame[])[],
  ): void {
    for (const quote of gold.quotes) {
      if (!quote.cue) continue;
      const block = blocks.findIndex(
        ({ start, layer }) => start <= quote.span[0] && quote.span[1] <= start + layer.text.length,
      );
      const home = blocks[block],
        cue = quote.cue.span;
      if (!home || cue[0] < home.start || cue[1] > home.start + home.layer.text.length) continue;
      const holding = (frames[block] ?? []).filter((frame) =>
        frame.content.some(
          (piece) => overlap(shift(piece, home.start), quote.span) * 2 > quote.span[1] - quote.span[0],
        ),
      );
      const length = (frame: Frame): number => frame.content.reduce((sum, [from, to]) => sum + to - from, 0);
      const isQuoting = (frame: Frame): boolean =>
        frame.content.some((piece) => home.marks.some((mark) => overlap(mark.span, piece) > 0));
      // A quotation in a sentence of its own goes on with the one before it, which attribution/ sees to.
      const frame =
        holding.sort((a, b) => length(a) - length(b))[0] ??
        (frames[block] ?? []).filter((one) => one.cue[0] + home.start < quote.span[0] && isQuoting(one)).at(-1);
      this.cues++;
      const right = frame && overlap(shift(frame.cue, home.start), cue) > 0;
      if (right) this.cuesRight++;
      const at = (span: Span): string => home.layer.text.slice(span[0], span[1]);
      if (!right)
        this.errors.push(
          `cue ${name}: [${quote.cue.text}] {${quote.mention?.text ?? ''}} ${at(shift(quote.span, -home.start)).slice(0, 60)}; found ${frame ? at(frame.cue) : 'none'}`,
        );
      if (!quote.mention) continue;
      this.mentions++;
      if (frame?.source && overlap(shift(frame.relative ?? frame.source, home.start), quote.mention.span) > 0)
        this.mentionsRight++;
      else if (right)
        this.errors.push(
          `mention ${name}: [${quote.cue.text}] {${quote.mention.text}}; found ${frame.source ? at(frame.source) : 'none'}`,
        );
    }
  }
}

/** What attribution will make of the frames: each piece that is not all marked is a statement. */
function toldIn({ start, layer, marks }: GoldBlock, frames: readonly Frame[], areThoughts: boolean): Told[] {
  return frames
    .filter((frame) => (frame.act === 'thought') === areThoughts)
    .flatMap((frame) =>
      frame.content
        .filter((piece) => {
          const marked = marks
            .filter((mark) => mark.inside === null)
            .reduce((sum, mark) => sum + overlap(mark.span, piece), 0);
          return piece[1] - piece[0] - marked > 2;
        })
        .map((piece) => ({
          span: shift(piece, start),
          source: (frame.relative ?? frame.source) && shift(frame.relative ?? frame.source ?? [0, 0], start),
          cue: shift(frame.cue, start),
          quoted: frame.outer !== null,
          text: `{${frame.source ? layer.text.slice(frame.source[0], frame.source[1]) : ''}} [${layer.text.slice(frame.cue[0], frame.cue[1])}] ${layer.text.slice(piece[0], piece[1]).slice(0, 140)} (${frame.why.confidence.toFixed(2)})`,
        })),
    );
}

export function printFigures(tally: Tally, errors: number): void {
  const precision = tally.hit / tally.told,
    recall = tally.hit / tally.gold;
  console.log(
    `statements F1 ${((2 * precision * recall) / (precision + recall)).toFixed(4)}  P ${precision.toFixed(4)}  R ${recall.toFixed(4)}  (${tally.gold} gold, ${tally.told} told)`,
  );
  console.log(
    `sources ${(tally.sourcesRight / tally.sources).toFixed(4)}; of those matched ${(tally.sourcesRight / tally.hit).toFixed(4)}`,
  );
  console.log(
    `quotes whose cue is in their block: cues ${(tally.cuesRight / tally.cues).toFixed(4)}  mentions ${(tally.mentionsRight / tally.mentions).toFixed(4)}  (${tally.cues})`,
  );
  console.log(
    `nested told ${tally.nested}, of them right ${tally.nestedHit}; thoughts told ${tally.thoughts}, of them ignored by the gold ${tally.thoughtsIgnored}`,
  );
  const kinds = new Map<string, number>();
  for (const error of tally.errors)
    kinds.set(error.split(' ')[0] ?? '', (kinds.get(error.split(' ')[0] ?? '') ?? 0) + 1);
  console.log('errors', [...kinds].map(([kind, count]) => `${kind} ${count}`).join('  '));
  const step = Math.max(1, Math.floor(tally.errors.length / Math.max(1, errors)));
  for (let i = 0, shown = 0; shown < errors && i < tally.errors.length; i += step, shown++)
    console.log('  ' + (tally.errors[i] ?? '').replace(/\s+/g, ' '));
}
