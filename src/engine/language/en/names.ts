import type { NameWords } from '../../names/words';
import { CLUSTERS } from './gazetteer/clusters';
import { LISTS, TOWNS } from './gazetteer/lists';
import { COMMON, WEIGHTS } from './weights/names';

export const names: NameWords = {
  language: 'en',
  lists: LISTS,
  towns: TOWNS,
  weights: WEIGHTS,
  common: COMMON,
  clusters: CLUSTERS,
  connectors: ['of', 'the', 'for', 'and', '&', 'de', 'in', 'on', 'at', 'to', "'s", "'", '.', '-', '–', '/', 'a', '+', 'y', 'e'],
  particles: ['van', 'von', 'der', 'den', 'ter', 'de', 'del', 'della', 'di', 'da', 'dos', 'du', 'la', 'le', 'el', 'al', 'bin', 'ibn', 'zu', 'ten'],
  familyEnding: 's',
  prefixes: ['pro', 'anti', 'post', 'pre', 'ex', 'non', 'mid', 'trans', 'neo', 'inter', 'intra', 'un', 'north', 'south', 'east', 'west', 'early', 'late', 'all', 'then', 'now', 'mostly', 'majority'],
  titles: [
    'mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'professor', 'sir', 'dame', 'lord', 'lady', 'baroness', 'baron', 'rev', 'reverend', 'fr', 'father', 'sister', 'brother', 'rabbi', 'imam', 'sheikh', 'shaikh', 'ayatollah', 'pope', 'bishop', 'archbishop', 'cardinal', 'saint', 'st',
    'president', 'premier', 'chancellor', 'king', 'queen', 'prince', 'princess', 'emperor', 'duke', 'duchess', 'count', 'countess', 'sultan', 'emir',
    'gen', 'general', 'col', 'colonel', 'lt', 'lieutenant', 'capt', 'captain', 'sgt', 'sergeant', 'maj', 'major', 'cpl', 'corporal', 'pvt', 'private', 'adm', 'admiral', 'cmdr', 'commander', 'brig', 'brigadier', 'marshal',
    'sen', 'senator', 'rep', 'representative', 'congressman', 'congresswoman', 'gov', 'governor', 'mayor', 'ambassador', 'secretary', 'minister', 'judge', 'justice', 'sheriff', 'det', 'detective', 'insp', 'inspector', 'supt', 'superintendent', 'pc', 'constable', 'attorney', 'atty', 'coach', 'hon', 'honorable', 'honourable', 'chief', 'chairman', 'chairwoman', 'chair', 'speaker', 'director', 'deputy', 'mp', 'mep', 'ceo',
    'mme', 'mlle', 'monsieur', 'madame', 'herr', 'frau', 'signor', 'signora', 'señor', 'señora',
  ],
  roles: ['counterpart', 'executive', 'officer', 'correspondent', 'commissioner', 'envoy', 'aide', 'adviser', 'advisor', 'candidate', 'nominee', 'founder', 'cofounder', 'spokesperson', 'activist', 'chairperson', 'councillor', 'councilman', 'councilwoman', 'lawmaker', 'frontman', 'striker', 'midfielder', 'defender', 'winger', 'goalkeeper', 'head', 'chief', 'boss', 'leader', 'analyst', 'cosplayer', 'billionaire', 'whistleblower', 'tycoon', 'mogul', 'star'],
  relations: ['father', 'mother', 'brother', 'sister', 'son', 'daughter', 'wife', 'husband', 'parent', 'parents', 'uncle', 'aunt', 'cousin', 'nephew', 'niece', 'grandfather', 'grandmother', 'grandson', 'granddaughter', 'partner', 'fiance', 'fiancee', 'boyfriend', 'girlfriend', 'friend', 'people', 'person', 'man', 'woman', 'men', 'women', 'boy', 'girl', 'child', 'children', 'kid', 'baby'],
  seats: ['kremlin', 'white house', 'pentagon', 'bundestag', 'knesset', 'duma', 'holyrood', 'scotland yard', 'wall street', 'elysee', 'whitehall', 'capitol hill'],
  modifiers: [
    'former', 'ex', 'deputy', 'vice', 'acting', 'interim', 'assistant', 'associate', 'prime', 'foreign', 'defence', 'defense', 'finance', 'interior', 'health', 'education', 'justice', 'home', 'trade', 'energy', 'environment', 'chief', 'senior', 'junior', 'executive', 'general', 'lead', 'head', 'top', 'first', 'second', 'attorney', 'district', 'state', 'national', 'federal', 'regional', 'local', 'presidential', 'democratic', 'republican', 'conservative', 'liberal', 'opposition', 'shadow', 'party', 'press', 'team', 'club', 'police', 'army', 'navy', 'military', 'air', 'fire', 'school', 'university', 'business', 'political', 'economic', 'human', 'rights', 'labour', 'labor', 'supreme', 'high', 'court', 'managing', 'lieutenant', 'major', 'brigadier', 'field', 'rear', 'co', 'then', 'late', 'young', 'veteran', 'fellow', 'longtime', 'house', 'senate', 'majority', 'minority', 'foreign', 'right', 'left', 'centre', 'star', 'world', 'olympic', 'football', 'tennis', 'film', 'pop', 'rock', 'jazz', 'folk', 'opera', 'research', 'science', 'computer', 'investment', 'market', 'equity', 'senior', 'principal', 'chartered', 'civil', 'social', 'public', 'private', 'special', 'permanent', 'outgoing', 'incoming', 'newly', 'elected', 'elect', 'retired', 'jailed', 'exiled', 'independent', 'goalkeeper', 'right-back',
  ],
  offices: ['state', 'defence', 'defense', 'health', 'justice', 'education', 'transport', 'transportation', 'energy', 'agriculture', 'commerce', 'labor', 'labour', 'treasury', 'homeland', 'security', 'interior', 'staff', 'operations', 'police', 'parliament', 'congress', 'general', 'affairs'],
  bodies: ['ministry', 'department', 'parliament', 'government', 'court', 'authority', 'committee', 'commission', 'council', 'army', 'navy', 'force', 'forces', 'police', 'senate', 'congress', 'assembly', 'agency', 'service', 'bank', 'office', 'guard', 'treasury', 'cabinet', 'party', 'federation', 'association', 'union', 'board', 'bureau', 'institute', 'academy', 'university', 'museum'],
  institutions: [
    'college', 'school', 'hospital', 'society', 'club', 'foundation', 'trust', 'company', 'corporation', 'group', 'fund', 'league', 'organization', 'organisation', 'alliance', 'coalition', 'orchestra', 'choir', 'theatre', 'regiment', 'corps',
    'news', 'herald', 'times', 'tribune', 'gazette', 'journal', 'weekly', 'chronicle', 'magazine', 'airlines', 'airways', 'motors', 'records', 'studios', 'pictures', 'systems', 'technologies', 'pharmaceuticals', 'industries', 'holdings', 'partners',
  ],
  firms: ['co', 'corp', 'gmbh', 'inc', 'incorporated', 'kgaa', 'limited', 'llc', 'llp', 'lp', 'ltd', 'ltda', 'nv', 'oyj', 'plc', 'pllc', 'sarl', 'sas', 'srl'],
  links: ['of', 'for', 'on', 'in', 'at', 'de'],
  blocs: { article: 'the', places: ['west'], groups: ['western', 'westerner', 'westerners'] },
  calendar: ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'mon', 'tue', 'tues', 'wed', 'thu', 'thur', 'thurs', 'fri', 'sat', 'sun'],
};
