import { Tag } from '../layers';
import { contains } from '../span';
import { subjectOf } from './clauses';
import { DASHES, isVerb, NO_PATH, Origin, type Proposal, type Reading, reportedBefore } from './proposals';
import { Named } from './view';
import type { AttributionVocabulary } from './vocabulary';

/** The one way to attribute a quotation where its form leaves no doubt; null where the weights must choose. */
export function certainProposal(reading: Reading, index: number, words: AttributionVocabulary): Proposal | null {
  return ofNoun(reading, index) ?? ofSubject(reading, index, words) ?? ofSignature(reading, index);
}

/** How many tokens before the marks a noun that reports them may stand. */
const NOUN_REACH = 16;

/** "A plea from the minister for “patience”", "the minister’s claim that it was “safe”": a noun reports these marked words. */
function ofNoun({ view, frames }: Reading, index: number): Proposal | null {
  const {
      layer: { marks },
      quotations,
    } = view,
    quoted = quotations[index],
    marked = marks[quoted?.mark ?? -1]?.span;
  for (
    let cue = (quoted?.from ?? 0) - 1;
    marked && quoted && cue >= Math.max(view.from, quoted.from - NOUN_REACH);
    cue--
  ) {
    const frame = frames.at(cue),
      found = frames.get(frame),
      content = found?.content[0];
    if (!found || !content || !contains(content, marked)) continue;
    // A verb between the noun and the marks reports them itself.
    if (found.why.rule !== 'cue-noun' || !found.source) return null;
    const source = view.rangeOf(found.source);
    return {
      origin: Origin.Reported,
      cue: { from: cue, to: cue + 1 },
      source,
      like: -1,
      frame,
      path: { ...NO_PATH, tokens: quoted.from - cue },
      rank: source.from > cue ? -1 : 0,
    };
  }
  return null;
}

/** How many words may stand between a verb and the colon or comma that leads to its marks: "told the harbour office:". */
const LONGEST_ADDRESSEE = 4;

/** "His wife told him: “Go.”" The last clause before the marks reports them, whatever is told around it. */
function ofSubject({ view, frames }: Reading, index: number, { saying }: AttributionVocabulary): Proposal | null {
  const quoted = view.quotations[index],
    lead = view.lower((quoted?.from ?? 0) - 1);
  if (!quoted || (lead !== ':' && lead !== ',')) return null;
  for (let at = quoted.from - 2; at >= view.from && at >= quoted.from - 2 - LONGEST_ADDRESSEE; at--) {
    if (view.within(at) >= 0 || view.sentenceOf(at) !== view.sentenceOf(quoted.from - 1)) return null;
    const tag = view.tag(at);
    if (tag === Tag.Comma || tag === Tag.Punctuation || tag === Tag.Conjunction) return null;
    if (!isVerb(tag) && tag !== Tag.Modal) continue;
    const source = saying.has(view.lower(at)) ? subjectOf(view, at) : null;
    return source && reportedBefore(at, source, frames.at(at), quoted.from - 1 - at);
  }
  return null;
}

/** How many tokens a signature may have: a name with an office. */
const LONGEST_SIGNATURE = 15;

/** “We sail.” — Ann Lee, mayor of Oster. A name behind a dash, with no verb to the end of the block, signs the quotation. */
function ofSignature({ view }: Reading, index: number): Proposal | null {
  const dash = view.quotations[index]?.to ?? view.to,
    name = view.layer.phrases[view.phraseFrom(dash + 1)];
  if (
    !DASHES.has(view.lower(dash)) ||
    name?.from !== dash + 1 ||
    view.to - dash > LONGEST_SIGNATURE ||
    index + 1 < view.quotations.length
  )
    return null;
  if (view.named(name.from) !== Named.Person && view.named(name.from) !== Named.Organization) return null;
  for (let at = name.to; at < view.to; at++) if (isVerb(view.tag(at)) || view.tag(at) === Tag.Modal) return null;
  return {
    origin: Origin.Reported,
    cue: { from: dash, to: dash + 1 },
    source: name,
    like: -1,
    frame: -1,
    path: { ...NO_PATH, after: true },
    rank: -1,
  };
}
