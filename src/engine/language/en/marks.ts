import type { MarkWords } from '../../quotes/marksWords';

/** English apostrophes. Grammar's closed classes, so that the lists need no source. */
export const marks: MarkWords = {
  elisions: new Set(['tis', 'twas', 'twere', 'twill', 'twould', 'em', 'til', 'till', 'cause', 'cos', 'coz', 'bout', 'round', 'n', 'neath', 'ere', 'er', 'im', 'is', 'ere', 'ow', 'fraid', 'nuff', 'specially', 'tude', 'hood', 'scuse', 'zat']),
  afterClosing: new Set([
    'and', 'or', 'but', 'nor', 'yet', 'so', 'if', 'as', 'than', 'that', 'which', 'who', 'when', 'while', 'where', 'because', 'since', 'though', 'although', 'unless', 'until',
    'in', 'on', 'at', 'of', 'to', 'for', 'with', 'by', 'from', 'into', 'over', 'under', 'about', 'after', 'before', 'between', 'against', 'during', 'without', 'through', 'amid', 'among', 'despite', 'upon',
    'is', 'are', 'was', 'were', 'be', 'been', 'being', 'has', 'have', 'had', 'do', 'does', 'did', 'will', 'would', 'can', 'could', 'may', 'might', 'shall', 'should', 'must',
    'he', 'she', 'it', 'they', 'we', 'i', 'you', 'the', 'a', 'an', 'this', 'these', 'those', 'not', 'said', 'says',
  ]),
  apostropheAfter: new Set(['s', 'n', 'z', 'x']),
};
