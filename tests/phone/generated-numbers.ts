/** Numbers of the plan, disguises and decoys made for tests: everything here is invented. */
import fc from 'fast-check'

export interface Plain {
  /** As `Canonical`. */
  canonical: string
  /** As a tidy writer groups it. */
  groups: string[]
  strong: boolean
}

const digit = fc.integer({ min: 0, max: 9 }).map(String)

function digits(length: number): fc.Arbitrary<string> {
  return fc.array(digit, { minLength: length, maxLength: length }).map((all) => all.join(''))
}

function plain(groups: string[], strong: boolean): Plain {
  return { canonical: groups.join(''), groups, strong }
}

const mobile = fc
  .tuple(fc.constantFrom('13', '15', '17', '18', '19'), digits(9))
  .map(([head, tail]) => plain([head + tail[0], tail.slice(1, 5), tail.slice(5)], true))
const service = fc
  .tuple(fc.constantFrom('400', '800'), digits(7))
  .map(([head, tail]) => plain([head, tail.slice(0, 3), tail.slice(3)], true))
const landline = fc
  .tuple(
    fc.constantFrom('010', '021', '0755', '0571', '0898', '028', '0371'),
    fc.constantFrom('2', '3', '5', '6', '8'),
    digits(7),
  )
  .map(([area, first, tail]) => plain([area, first + tail], true))
const short95 = fc.tuple(fc.constantFrom('955', '953', '956', '951'), digits(2)).map(([a, b]) => plain([a + b], false))
const short96 = fc.tuple(fc.constant('96'), digits(4)).map(([a, b]) => plain([a + b], false))
const short123 = digits(2).map((tail) => plain([`123${tail}`], false))

export const strongNumber: fc.Arbitrary<Plain> = fc.oneof(mobile, service, landline)
export const shortNumber: fc.Arbitrary<Plain> = fc
  .oneof(short95, short96, short123)
  .filter(({ canonical }) => !canonical.endsWith('000'))
export const anyNumber: fc.Arbitrary<Plain> = fc.oneof(strongNumber, shortNumber)

/** Writes a number in disguise; `pick` chooses among variants, any integer will do. */
export type Disguiser = (number: Plain, pick: number) => string

function glyphs(...rows: string[]): Disguiser {
  return ({ groups }, pick) => {
    const row = [...(rows[pick % rows.length] ?? '')]
    const separator = ['', '', '-', ' '][pick % 4] ?? ''
    return groups.map((group) => [...group].map((d) => row[Number(d)]).join('')).join(separator)
  }
}

function between(...signs: string[]): Disguiser {
  return ({ canonical }, pick) => [...canonical].join(signs[pick % signs.length])
}

function grouped(...signs: string[]): Disguiser {
  return ({ groups, canonical }, pick) => {
    const sign = signs[pick % signs.length] ?? '-'
    return groups.length > 1 ? groups.join(sign) : [...canonical].join(sign)
  }
}

function after(mark: string[]): Disguiser {
  return ({ canonical }, pick) => [...canonical].map((d) => d + mark[pick % mark.length]).join('')
}

export const disguisers: Record<string, Disguiser> = {
  plain: ({ groups }, pick) => groups.join(['', '-', ' '][pick % 3]),
  'full-width': glyphs('０１２３４５６７８９'),
  circled: glyphs('⓪①②③④⑤⑥⑦⑧⑨', '⓿❶❷❸❹❺❻❼❽❾', '🄋➀➁➂➃➄➅➆➇➈', '0⓵⓶⓷⓸⓹⓺⓻⓼⓽'),
  parenthesised: glyphs('0⑴⑵⑶⑷⑸⑹⑺⑻⑼'),
  dotted: glyphs('0⒈⒉⒊⒋⒌⒍⒎⒏⒐', '🄀⒈⒉⒊⒋⒌⒍⒎⒏⒐'),
  superscript: glyphs('⁰¹²³⁴⁵⁶⁷⁸⁹', '₀₁₂₃₄₅₆₇₈₉'),
  mathematical: glyphs('𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗', '𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡', '𝟢𝟣𝟤𝟥𝟦𝟧𝟨𝟩𝟪𝟫', '𝟬𝟭𝟮𝟯𝟰𝟱𝟲𝟳𝟴𝟵', '𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿'),
  'other script': glyphs(
    '٠١٢٣٤٥٦٧٨٩',
    '۰۱۲۳۴۵۶۷۸۹',
    '०१२३४५६७८९',
    '๐๑๒๓๔๕๖๗๘๙',
    '০১২৩৪৫৬৭৮৯',
    '᠐᠑᠒᠓᠔᠕᠖᠗᠘᠙',
    '𑁦𑁧𑁨𑁩𑁪𑁫𑁬𑁭𑁮𑁯',
  ),
  han: glyphs(
    '〇一二三四五六七八九',
    '零一二三四五六七八九',
    '零壹贰叁肆伍陆柒捌玖',
    '洞幺两三四五六拐八勾',
    '零幺二三四五六七八九',
  ),
  letters: ({ groups }) => groups.map((g) => g.replace(/0/g, 'O').replace(/1/g, 'l')).join('-'),
  // The last digit stays: a run begins at a digit, not at a letter that may be one.
  homoglyphs: ({ canonical }) =>
    canonical.slice(0, -1).replace(/0/g, 'О').replace(/1/g, 'Ӏ').replace(/3/g, 'З').replace(/6/g, 'б') +
    canonical.slice(-1),
  keycap: after(['\ufe0f\u20e3', '\u20e3']),
  'combining marks': after(['\u0336', '\u0307', '\u20dd', '\u0489', '\u0f39']),
  'zero width': between(
    '\u200b',
    '\u200c',
    '\u200d',
    '\u2060',
    '\ufeff',
    '\u00ad',
    '\u200e',
    '\u202c',
    '\u034f',
    '\u3164',
  ),
  'odd spaces': grouped('\u2003', '\u2009', '\u00a0', '\u202f', '\u3000'),
  spread: between(' ', '-', '.', '·', '*', '_', '~', '—', '|', '/', '、', '★', '=', '^', '  '),
  dots: grouped('.', '·', '。', '．', '・'),
  dashes: grouped('–', '—', '－', '‑', '--', '~', '～', '~-'),
  emoji: grouped('❤️', '🌸', '☎️', '✨', '💰', '👉'),
  words: grouped('杠', '减', '横', '点', '空格', '横杠'),
  filler: ({ canonical }, pick) =>
    [...canonical]
      .map((d, n) => d + ['天', '地', '花', '你', '月', '雪'][(n * 7 + pick) % 6])
      .join('')
      .slice(0, -1),
  brackets: ({ groups, canonical }, pick) => {
    const [open, close] = ['()', '（）', '【】', '[]', '「」', '<>'][pick % 6] ?? '()'
    return (groups.length > 1 ? groups : [canonical.slice(0, 2), canonical.slice(2)])
      .map((g) => open + g + close)
      .join('')
  },
  'line break': ({ groups, canonical }, pick) => {
    const parts = groups.length > 1 ? groups : [canonical.slice(0, 2), canonical.slice(2)]
    return parts.join(['\n', '\r\n', '-\n'][pick % 3])
  },
  mixed: ({ canonical }, pick) => {
    const rows = ['0123456789', '零一二三四五六七八九', '⓪①②③④⑤⑥⑦⑧⑨', '０１２３４５６７８９', '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗'].map(
      (row) => [...row],
    )
    return [...canonical].map((d, n) => rows[(n * 3 + (pick % 97)) % 5]?.[Number(d)]).join('')
  },
  stacked: ({ canonical }, pick) =>
    [...canonical].map((d) => '０１２３４５６７８９'[Number(d)]).join([' ', '.', '🌸', '\u200b', '★', '·'][pick % 6]),
}

/** Sentences with a phone word beside the hole. */
export const callingHosts = [
  (n: string) => `如有疑问请致电${n}咨询`,
  (n: string) => `客服电话：${n}`,
  (n: string) => `【测试】您的申请已受理，详询${n}。`,
  (n: string) => `需要周转的请联系王经理${n}谢谢`,
  (n: string) => `服务热线 ${n}，工作日有人接听`,
  (n: string) => `昨天有人用${n}打来电话催我`,
]

/** Sentences without any phone word. */
export const silentHosts = [
  (n: string) => `独栋写字楼现房发售最后三席${n}`,
  (n: string) => `代办各类手续当天到账 ${n} 非诚勿扰`,
  (n: string) => `本店出售二手家具${n}张先生`,
]

/** Texts that hold no number; `n` varies them. */
export const decoyTexts: ((n: number) => string)[] = [
  (n) => `加QQ${1_000_000_000 + (n % 2_800_000_000)}互送体力`,
  (n) => `群号码：${100_000_000 + (n % 899_999_999)}`,
  (n) => `验证码：95${1000 + (n % 8999)}，请勿告诉他人`,
  (n) => `您的动态码是 ${100_000 + (n % 899_999)}，5分钟内有效`,
  (n) => `订单编号：1${3 + (n % 7)}${100_000_000 + (n % 899_999_999)}`,
  (n) => `战力${10_000 + (n % 2999)}求带`,
  (n) => `本月新增${12_000 + (n % 999)}例`,
  (n) => `原价${95_000 + (n % 999)}元，现价${10_000 + (n % 90)}元`,
  (n) => `发布于2${String(n % 1000).padStart(3, '0')}-1${n % 3}-0${1 + (n % 9)} 1${n % 10}:2${n % 10}:3${n % 10}`,
  (n) => `尾号${1000 + (n % 8999)}的卡支出${n % 9999}.00元`,
  (n) => `ISBN：978-7-${100 + (n % 899)}-${10_000 + (n % 89_999)}-${n % 10}`,
  (n) => `粤ICP备${10_000_000 + (n % 89_999_999)}号-${n % 9}`,
  (n) => `https://example.com/a/${10_000 + (n % 89_999)}/955${10 + (n % 89)}.html`,
  (n) => `邮箱：1${3 + (n % 7)}${100_000_000 + (n % 899_999_999)}@example.com`,
  (n) => `版本 ${n % 200}.0.${1000 + (n % 8999)}.${10 + (n % 189)}`,
  (n) => `服务器 ${n % 256}.${n % 199}.${n % 251}.${n % 241} 已重启`,
  (n) => `卡号 6222 02${10 + (n % 89)} ${1000 + (n % 8999)} ${1000 + (n % 8999)} ${100 + (n % 899)}`,
  (n) => `${10_000 + (n % 2999)}人看过`,
  (n) => `一、二、三、四、五，上山打老虎（${n % 10}）`,
  (n) => `坐标 ${n % 180}.${10_000 + (n % 89_999)},${n % 90}.${10_000 + (n % 89_999)}`,
  (n) => `第${10_000 + (n % 300)}号楼${n % 900}室`,
  (n) => `凭${n % 9}-${n % 9}-${1000 + (n % 8999)}到驿站取件`,
  (n) => `二〇二${'零一二三四五六七八九'[n % 10]}年一月二日开会`,
  (n) => `比分 ${n % 120}:${n % 110}，用时${n % 60}分${n % 60}秒`,
]
