import type { AttributionWords } from '../../attribution/words';
import { speechVerbs } from './quotes-verbs';

/** What attribution/ needs of English beside its learned weights. */
export const attribution: Omit<AttributionWords, 'language' | 'labels' | 'weights'> = {
  verbs: speechVerbs,
  saying:
    'add admit advise allege announce answer argue ask assert assure boast call caution claim comment complain concede conclude confess confirm contend counter cry declare demand deny describe exclaim explain insist joke lament maintain observe plead predict proclaim promise protest quip reassure recall recount remark remind repeat reply report respond retort reveal say scream shout shriek state stress suggest swear tell testify threaten tweet urge vow warn whisper write yell',
  hearing: 'hear hears heard hearing overhear overhears overheard overhearing',
  joining: 'and &',
  subordinators: 'when while if after before because since until once although though as whenever unless where',
};
