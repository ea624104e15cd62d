/**
 * Finds what says who somebody is in what people write, and puts dots in its place. It leans to masking too much: an officer reads
 * the masked words before anybody else does, and can bring back what says nothing of anybody.
 */
export type PersonalKind =
  'email' | 'phone' | 'idNumber' | 'account' | 'code' | 'plate' | 'birthDate' | 'address' | 'name';

export interface Masked {
  text: string;
  /** Each kind once. */
  found: PersonalKind[];
}

const MASK = '•••';

const SURNAMES =
  'Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đoàn|Lâm|Mai|Trịnh|Đào|Cao|Tô|Tạ|Châu|Thái|Trương|Hà|Lương|Vương|Phùng|Tăng|Quách|La|Kiều|Thạch|Sơn|Danh|Kim|Chau|Néang';
const CAPITAL = '\\p{Lu}[\\p{L}\\p{M}]*';
const FULL_NAME = `(?:${SURNAMES})(?:[ ]+${CAPITAL}){1,4}`;

/** What each rule keeps of its beginning (`$1`) says what was masked. */
const rules: readonly (readonly [kind: PersonalKind, pattern: RegExp, kept: string])[] = [
  ['email', /[\p{L}\p{N}._%+-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu, MASK],
  ['code', /\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}-\d{6}-\d{4,}/g, MASK],
  ['plate', /(?<![\p{L}\p{N}])\d{2}\s?-?\s?[A-ZĐ]{1,2}\d?\s?[-–. ]\s?\d{3}[.]?\d{1,2}(?![\p{L}\p{N}])/gu, MASK],
  [
    'account',
    /((?:số tài khoản|so tai khoan|stk|tài khoản ngân hàng|tk)\s*(?:số)?\s*(?:là|:)?\s*)\d(?:[ .-]?\d){5,18}/giu,
    `$1${MASK}`,
  ],
  // Twelve digits (and the nine of old cards), also grouped as printed on the card.
  ['idNumber', /(?<!\d)(?<!\d[.,])\d{3}[ .-]?\d{3}[ .-]?\d{3}[ .-]?\d{3}(?!\d)/g, MASK],
  [
    'idNumber',
    /((?:cmnd|cccd|căn cước|can cuoc|chứng minh nhân dân|chứng minh|định danh|hộ chiếu|passport)(?:\s+(?:nhân dân|công dân|cá nhân))?\s*(?:số|so)?\s*(?:là|:)?\s*)[A-Z]?\d(?:[ .-]?\d){6,11}/giu,
    `$1${MASK}`,
  ],
  // Phones: 0987654321, +84 987 654 321, 0987.654.321, 0272 3838 454, 098 76 54 321.
  ['phone', /(?<![\d/])(?<!\d[.,])(?:\(?\+?84\)?[ .-]?|\(?0)\d(?:[ .)-]{0,2}\d){7,9}(?!\d)/g, MASK],
  [
    'phone',
    /((?:sđt|sdt|điện thoại|dien thoai|zalo|di động|gọi(?: số)?|hotline)\s*(?:số|của tôi|tôi)?\s*(?:là|:)?\s*)\d(?:[ .-]?\d){7,10}/giu,
    `$1${MASK}`,
  ],
  ['idNumber', /(?<!\d)(?<!\d[.,])\d{9}(?!\d)/g, MASK],
  [
    'birthDate',
    /((?:sinh|sn)\s*(?:ngày|năm|:)?\s*(?:ngày\s*)?)\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2,4}/giu,
    `$1${MASK}`,
  ],
  ['birthDate', /(sinh\s+ngày\s+)\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?/giu, `$1${MASK}`],
  [
    'address',
    /((?:số nhà|nhà số|nha so|địa chỉ(?: là| ở)?|dia chi|địa chỉ:)\s*:?\s*)[^,.;\n\d]{0,60}\d[^,.;\n]{0,80}/giu,
    `$1${MASK}`,
  ],
  [
    'address',
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:số\\s+)?\\d{1,4}[A-Za-z]?(?:/\\d{1,4}[A-Za-z]?)*,?\\s+(?:đường|hẻm|phố|ngõ|Đường|Hẻm)\\s+(?:số\\s+\\d+|\\d+|${CAPITAL}(?:\\s+${CAPITAL}){0,3})`,
      'gu',
    ),
    MASK,
  ],
  [
    'address',
    /(?<![\p{L}\p{N}])(?:tổ|hẻm|thửa(?: đất)?|tờ bản đồ|lô)\s+(?:dân phố\s+)?(?:số\s+)?\d+[A-Za-z]?(?:\/\d+)*/giu,
    MASK,
  ],
  [
    'address',
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:[Ấấ]p|[Kk]hu phố|[Tt]hôn|KP)\\.?\\s+(?:\\d+[A-Za-z]?|${CAPITAL}(?:\\s+${CAPITAL}){0,2}(?:\\s+\\d)?)`,
      'gu',
    ),
    MASK,
  ],
  [
    'name',
    new RegExp(
      `((?:[Tt]ôi|[Ee]m|[Cc]on|[Vv]ợ|[Cc]hồng|[Mm]ẹ|[Bb]a|[Cc]ha|[Hh]ọ)?\\s*(?:tên(?: là)?|là|tên:)\\s+)${FULL_NAME}`,
      'gu',
    ),
    `$1${MASK}`,
  ],
  [
    'name',
    new RegExp(
      `((?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Ee]m|[Cc]háu|[Bb]é)\\s+)${CAPITAL}(?:\\s+${CAPITAL}){0,4}`,
      'gu',
    ),
    `$1${MASK}`,
  ],
  ['name', new RegExp(`(?<![\\p{L}\\p{N}])${FULL_NAME}(?![\\p{L}])`, 'gu'), MASK],
];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

/** A name as it may be written: whole in any case, and without its diacritics. */
function knownName(name: string): RegExp | undefined {
  const whole = name.normalize('NFC').trim();
  if (whole.length < 4) return undefined;
  const bare = whole.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
  return new RegExp(`(?<!\\p{L})(?:${escaped(whole)}|${escaped(bare)})(?!\\p{L})`, 'giu');
}

/** The text without what says who somebody is; `names`: of the asker, masked however they are written. */
export function maskPersonalData(text: string, names: readonly string[] = []): Masked {
  const found = new Set<PersonalKind>();
  let result = text.normalize('NFC');
  const put = (kind: PersonalKind, pattern: RegExp, kept: string): void => {
    const next = result.replace(pattern, kept);
    if (next !== result) found.add(kind);
    result = next;
  };
  for (const name of names) {
    const pattern = knownName(name);
    if (pattern) put('name', pattern, MASK);
  }
  for (const [kind, pattern, kept] of rules) put(kind, pattern, kept);
  return { text: result, found: [...found] };
}

/** What must never be published, whoever confirmed it. An office's own landline and short numbers may stand in an answer. */
const HARD: readonly PersonalKind[] = ['email', 'phone', 'idNumber', 'account', 'code'];
const OFFICE_CONTACT =
  /(?<!\d)(?:\(?0?2\d{1,2}\)?[ .-]?\d{3,4}[ .-]?\d{3,4}|1[89]00[ .-]?\d{4,6})(?!\d)|[\w.-]+@[\w.-]*gov\.vn/gi;

/** Kinds of personal data still in words that are about to be published. */
export function stillPersonal(text: string, names: readonly string[], isAnswer: boolean): PersonalKind[] {
  const looked = isAnswer ? text.replace(OFFICE_CONTACT, '') : text;
  const { found } = maskPersonalData(looked, names);
  const named = names.some((name) => knownName(name)?.test(looked.normalize('NFC')) === true);
  return found.filter((kind) => HARD.includes(kind)).concat(named ? ['name'] : []);
}
