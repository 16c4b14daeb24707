import { publishedCandidates } from '../../corpus/index';
import type { PublishedCandidate, QuotationParams, QuotationResult } from '../../protocol';
import { fileNameOf } from '../documents';
import { saidByCue } from '../said';
import type { Snapshot } from '../snapshot';

/** The innermost quotation at a position, or the one whose cue or source stands there; null where there is none. */
export function quotationAt(snapshot: Snapshot, position: QuotationParams): QuotationResult | null {
  const offset = snapshot.offsetAt(position),
    { quotations, published } = snapshot.article;
  const byCue = saidByCue(snapshot, offset),
    found = snapshot.at(quotations, offset) ?? (byCue && 'kind' in byCue ? byCue : null);
  const quotation = found ?? quotations.find(({ source }) => source && source[0] <= offset && offset <= source[1]);
  if (!quotation) return null;
  const speakers = quotation.speakers.flatMap((id) => snapshot.entity(id) ?? []);
  return {
    range: snapshot.flat(quotation.span),
    text: snapshot.textOf(quotation.span),
    kind: quotation.kind,
    speaker: snapshot.namesOf(quotation.speakers),
    role: speakers.length === 1 ? (speakers[0]?.roles[0] ?? null) : null,
    published: published.value,
    source: quotation.source && snapshot.flat(quotation.source),
  };
}

/** The dates that the text offers for its own, apart from what the reader has set; no open day is offered for years to come. */
export function candidatesForPublished(snapshot: Snapshot): readonly PublishedCandidate[] {
  const { analysis, article } = snapshot;
  if (!analysis) return [];
  const own = article.published.from === 'reader' ? analysis.withPublished(null).article : article;
  return publishedCandidates(
    snapshot.document.getText(),
    own,
    analysis.publishedOffers(new Date().getFullYear()),
    fileNameOf(snapshot.uri),
  );
}
