/** Look-alikes, dressed-up codes, local codes, composites, lines below the bar. */
import type { Case } from './case.ts'

export const doubtful: Case[] = [
  {
    why: 'rule 4: a local code without region or owner',
    text: '客服热线：96511',
    verdicts: [{ raw: '96511', code: 'unlisted-service', rule: 'local-code-elsewhere' }],
  },
  {
    why: 'rule 4: the owner is named',
    text: '长沙银行客服热线：96511',
    verdicts: [{ raw: '96511', code: 'official', institutions: ['cscb'] }],
  },
  {
    why: 'rule 4: the area code is dialled',
    text: '客服热线：0731-96511',
    verdicts: [{ raw: '0731-96511', code: 'official', institutions: ['cscb'] }],
  },
  {
    why: 'rule 4: the area code of another province',
    text: '客服热线：010-96511',
    verdicts: [{ raw: '010-96511', code: 'unlisted-service', rule: 'local-code-elsewhere' }],
  },
  {
    why: 'rule 4: the wrong province is not healed by the name: those digits ring elsewhere',
    text: '长沙银行客服热线：010-96511',
    verdicts: [{ raw: '010-96511', code: 'unlisted-service', claimed: ['cscb'], call: '4006796511' }],
  },
  {
    why: 'rule 4: one code, two provinces: the area decides',
    text: '请拨打020-96699',
    verdicts: [{ raw: '020-96699', code: 'official', institutions: ['gzcb'] }],
  },
  {
    why: 'rule 4: a line listed with its area code, written without it beside its owner',
    text: '柳州银行客服热线：96289',
    verdicts: [{ raw: '96289', code: 'official', institutions: ['lzbank-lz'] }],
  },
  {
    why: 'rule 4: the same line as listed',
    text: '客服热线：0772-96289',
    verdicts: [{ raw: '0772-96289', code: 'official', institutions: ['lzbank-lz'] }],
  },
  {
    why: 'rule 4: local code with region, another bank named',
    text: '招商银行客服热线：0731-96511',
    verdicts: [{ raw: '0731-96511', code: 'official-other', institutions: ['cscb'], claimed: ['cmb'] }],
  },
  {
    why: 'rule 4: a title does not say in which province one stands',
    text: '客服热线：96511',
    title: '长沙银行官方网站',
    verdicts: [{ raw: '96511', code: 'unlisted-service', rule: 'local-code-elsewhere' }],
  },
  {
    why: 'rule 5: a composite is official when listed itself',
    text: '中信银行信用卡客服热线400-889-5558',
    verdicts: [{ raw: '400-889-5558', code: 'official', institutions: ['citic'] }],
  },
  {
    why: 'rule 5: a composite that nobody lists is nobody’s, however it ends',
    text: '兴业银行信用卡客服热线400-66-95561',
    verdicts: [{ raw: '400-66-95561', code: 'unlisted-service', claimed: ['cib'], call: '95561' }],
  },
  {
    why: 'rule 5: a composite listed by one source only',
    text: '中信银行信用卡客服热线400-81-95558',
    verdicts: [{ raw: '400-81-95558', code: 'unconfirmed', institutions: ['citic'], rule: 'below-bar', call: '95558' }],
  },
  {
    why: 'rule 5: longer 951 codes are other companies',
    text: '网商银行客服热线：9518812',
    verdicts: [{ raw: '9518812', code: 'unlisted-service', claimed: ['mybank'] }],
  },
  {
    why: 'one source only: say so, and whose it is said to be',
    text: '度小满客服热线95055',
    verdicts: [{ raw: '95055', code: 'unconfirmed', institutions: ['duxiaoman'], claimed: ['duxiaoman'] }],
  },
  {
    why: 'unconfirmed beside another name stays unconfirmed: we cannot say it belongs to anyone',
    text: '招商银行客服热线95055',
    verdicts: [{ raw: '95055', code: 'unconfirmed', institutions: ['duxiaoman'], claimed: ['cmb'] }],
  },
  {
    why: 'a number that they call from',
    text: '农行客服来电952295',
    verdicts: [
      {
        raw: '952295',
        code: 'unconfirmed',
        institutions: ['abc'],
        modifiers: ['outbound-only'],
        call: '95599',
      },
    ],
  },
  {
    why: 'look-alike: one digit changed beside the owner’s name',
    text: '招商银行信用卡客服热线400-820-5556',
    verdicts: [
      {
        raw: '400-820-5556',
        code: 'lookalike',
        institutions: ['cmb'],
        claimed: ['cmb'],
        rule: 'one-digit-apart',
        call: '95555',
      },
    ],
  },
  {
    why: 'look-alike: neighbours swapped',
    text: '建设银行信用卡热线400-820-5088',
    verdicts: [{ raw: '400-820-5088', code: 'lookalike', institutions: ['ccb'] }],
  },
  {
    why: 'look-alike: two digits changed are another number',
    text: '招商银行信用卡客服热线400-820-6656',
    verdicts: [{ raw: '400-820-6656', code: 'unlisted-service', claimed: ['cmb'] }],
  },
  {
    why: 'look-alike: compared only with the institution named',
    text: '工商银行信用卡客服热线400-820-0589',
    verdicts: [{ raw: '400-820-0589', code: 'unlisted-service', claimed: ['icbc'] }],
  },
  {
    why: 'look-alike: nobody named, nothing compared',
    text: '贷款客服热线400-820-5556',
    verdicts: [{ raw: '400-820-5556', code: 'unlisted-service' }],
  },
  {
    why: 'look-alike: not for numbers that end with the owner’s own short code',
    text: '中信银行信用卡客服热线400-889-5558、400-869-5558',
    verdicts: [
      { raw: '400-889-5558', code: 'official', institutions: ['citic'] },
      { raw: '400-869-5558', code: 'unlisted-service' },
    ],
  },
  {
    why: 'look-alike: an exact match always wins, though it is one digit from another listed number',
    text: '农行信用卡白金专线400-619-5599',
    verdicts: [{ raw: '400-619-5599', code: 'official', institutions: ['abc'] }],
  },
  {
    why: 'look-alike: no comparison in a directory',
    text: '工商银行、建设银行、招商银行客服400-820-5556',
    verdicts: [{ raw: '400-820-5556', code: 'unlisted-service', claimed: [] }],
  },
  {
    why: 'short codes: one digit apart is normal, no rule',
    text: '招商银行客服电话95556',
    verdicts: [{ raw: '95556', code: 'unlisted-service', claimed: ['cmb'], call: '95555' }],
  },
  {
    why: 'extra digits glued to the named owner’s code',
    text: '工商银行客服电话955881',
    verdicts: [{ raw: '955881', code: 'lookalike', institutions: ['icbc'], rule: 'glued-digits', call: '95588' }],
  },
  {
    why: 'extra digits without the owner’s name are only another code',
    text: '贷款客服电话955881',
    verdicts: [{ raw: '955881', code: 'unlisted-service' }],
  },
  {
    why: 'extra digits that are listed: the longer number wins as a whole',
    text: '中信银行来电95558-1101',
    verdicts: [
      { raw: '95558-1101', code: 'unconfirmed', institutions: ['citic'], modifiers: ['outbound-only'], call: '95558' },
    ],
  },
  {
    why: 'malformed: a bare plus in front (no such number exists abroad)',
    text: '工商银行客服电话：+95588',
    verdicts: [{ raw: '+95588', code: 'malformed', institutions: ['icbc'], rule: 'dressed-up-code', call: '95588' }],
  },
  {
    why: 'malformed: 00 in front',
    text: '来电显示：0095588，自称工商银行客服',
    verdicts: [{ raw: '0095588', code: 'malformed', institutions: ['icbc'] }],
  },
  {
    why: 'malformed: circled digits',
    text: '工商银行客服热线⑨⑤⑤⑧⑧',
    verdicts: [{ raw: '⑨⑤⑤⑧⑧', code: 'malformed', institutions: ['icbc'] }],
  },
  {
    why: 'malformed: a letter for a digit',
    text: '招商银行客服热线：9S555',
    verdicts: [{ raw: '9S555', code: 'malformed', institutions: ['cmb'] }],
  },
  {
    why: 'malformed: mathematical digits',
    text: '建设银行客服热线：𝟗𝟓𝟓𝟑𝟑',
    verdicts: [{ raw: '𝟗𝟓𝟓𝟑𝟑', code: 'malformed', institutions: ['ccb'] }],
  },
  {
    why: 'malformed: a zero-width character inside',
    text: '工商银行客服热线：95\u200b588',
    verdicts: [{ raw: '95\u200b588', code: 'malformed', institutions: ['icbc'] }],
  },
  {
    why: 'malformed: Han digits in place of figures',
    text: '工商银行客服热线：九五五八八',
    verdicts: [{ raw: '九五五八八', code: 'malformed', institutions: ['icbc'] }],
  },
  {
    why: 'malformed comes before public-service: nobody prints 96110 so',
    text: '反诈专线电话：⑨⑥①①⓪',
    verdicts: [{ raw: '⑨⑥①①⓪', code: 'malformed', institutions: ['fanzha-96110'] }],
  },
  {
    why: 'malformed: letters point at another bank’s code; the line to call is the named one’s',
    text: '工商银行客服热线：9558O',
    verdicts: [{ raw: '9558O', code: 'malformed', institutions: ['psbc'], claimed: ['icbc'], call: '95588' }],
  },
  {
    why: 'a dressed-up number that is no official code is only unlisted',
    text: '【放心借】恭喜您获得200000元备用金额度，添加客服办理：4OO-444-O118',
    mode: 'sms',
    verdicts: [{ raw: '4OO-444-O118', code: 'unlisted-service', claimed: ['douyin-zhongrong'] }],
  },
  {
    why: 'rule 6: a mobile behind 0086 regrouped 5-5-5, offered as a lender’s service line',
    text: '财付通小贷客服电话：00861-80696-19901',
    verdicts: [{ raw: '00861-80696-19901', code: 'unlisted-service', claimed: ['tenpay-xiaodai'] }],
  },
]
