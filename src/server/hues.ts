import type { DocumentLayer } from '../engine/index';
import { HUES, NEUTRAL_HUE } from '../protocol';

/**
 * Which colour each speaker of a document has. The most quoted get one first; after that a speaker keeps it while the text is
 * edited, even where an edit takes the name away for a moment.
 */
export class Hues {
  readonly #hues = new Map<string, number>();

  /** 1 to HUES, NEUTRAL_HUE, or 0 for somebody who is not quoted. */
  of(key: string): number {
    return this.#hues.get(key) ?? 0;
  }

  /** Takes the speakers of the next version of the document, distinct keys, the most quoted first. */
  assign(speakers: readonly string[]): void {
    const present = new Set(speakers);
    // Nobody coloured is left: this is another text.
    if (!speakers.some((key) => this.#colored(key))) this.#hues.clear();
    for (const key of this.#hues.keys()) if (!present.has(key) && !this.#colored(key)) this.#hues.delete(key);
    const taken = new Set(speakers.map((key) => this.of(key)));
    for (const key of speakers) {
      if (this.#hues.has(key)) continue;
      const hue = lowestFree(taken);
      if (hue !== NEUTRAL_HUE) this.#forgetOwner(hue);
      taken.add(hue);
      this.#hues.set(key, hue);
    }
  }

  #colored(key: string): boolean {
    const hue = this.of(key);
    return hue > 0 && hue <= HUES;
  }

  /** Somebody no longer quoted gives up a colour only when it is needed. */
  #forgetOwner(hue: number): void {
    for (const [key, owned] of this.#hues) if (owned === hue) this.#hues.delete(key);
  }
}

function lowestFree(taken: ReadonlySet<number>): number {
  for (let hue = 1; hue <= HUES; hue++) if (!taken.has(hue)) return hue;
  return NEUTRAL_HUE;
}

/**
 * The keys of those quoted, the most quoted first, then in order of the text. Marks without speech behind them do not count.
 * `keyOf` gives the key of the one whom the reader has merged somebody into.
 */
export function rankSpeakers({ people, said }: DocumentLayer, keyOf: (key: string) => string): string[] {
  const counts = new Map<string, number>();
  for (const block of said.quotations)
    for (const { speakers, kind } of block)
      for (const speaker of speakers) {
        const own = kind === 'other' ? undefined : people.entities[speaker]?.key;
        if (own === undefined) continue;
        const key = keyOf(own);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([key]) => key);
}
