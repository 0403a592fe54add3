/** Lending context: when an unlisted number is worth a note, and when we stay silent. */
import type { Case } from './case.ts'

export const context: Case[] = [
  {
    why: 'a lender’s name nearby',
    text: '平安银行某支行营业部电话：0755-82262888',
    verdicts: [{ raw: '0755-82262888', code: 'unlisted-service', claimed: ['pingan-bank'], rule: 'lending-context' }],
  },
  {
    why: 'lending words nearby, nobody named',
    text: '个人信用贷款，欢迎前来办理，电话400-123-0099',
    verdicts: [{ raw: '400-123-0099', code: 'unlisted-service', claimed: [] }],
  },
  {
    why: 'an 800 number is a service line too',
    text: '贷款咨询电话：800-123-0099',
    verdicts: [{ raw: '800-123-0099', code: 'unlisted-service' }],
  },
  {
    why: 'a 1010 number is a service line too',
    text: '还款专线：1010-1234',
    verdicts: [{ raw: '1010-1234', code: 'unlisted-service' }],
  },
  {
    why: 'an unlisted 95 code in a lending context',
    text: '您的贷款已逾期，请致电95001客服',
    verdicts: [{ raw: '95001', code: 'unlisted-service' }],
  },
  {
    why: 'a mobile offered as service staff',
    text: '网贷逾期协商，客服专员：13800138000',
    verdicts: [{ raw: '13800138000', code: 'unlisted-service' }],
  },
  {
    why: 'a mobile in a lending text that nobody offers as a service line',
    text: '我去年在网贷上借了钱，13800138000是我的旧号码，话费还有额度',
    verdicts: [{ raw: '13800138000', code: 'ordinary' }],
  },
  {
    why: 'a foreign number offered as a lender’s service line',
    text: '招商银行境外客服热线：+852 2877 8787',
    verdicts: [{ raw: '+852 2877 8787', code: 'unlisted-service', modifiers: ['overseas'], claimed: ['cmb'] }],
  },
  {
    why: 'a foreign number elsewhere',
    text: '香港办事处电话：+852 2877 8787',
    verdicts: [{ raw: '+852 2877 8787', code: 'ordinary', modifiers: ['overseas'] }],
  },
  {
    why: 'the page title gives context',
    text: '咨询电话：400-123-0099',
    title: '小额贷款平台 - 首页',
    verdicts: [{ raw: '400-123-0099', code: 'unlisted-service' }],
  },
  {
    why: 'a lender named in the title gives context, but is not claimed',
    text: '咨询电话：400-123-0099',
    title: '分期乐客服中心',
    verdicts: [{ raw: '400-123-0099', code: 'unlisted-service', claimed: [] }],
  },
  {
    why: 'an official lender domain gives context',
    text: '咨询电话：400-123-0099',
    url: 'https://help.webank.com/contact',
    verdicts: [{ raw: '400-123-0099', code: 'unlisted-service', claimed: [] }],
  },
  {
    why: 'a look-alike domain gives none',
    text: '咨询电话：400-123-0099',
    url: 'https://webank.com.example.cn/contact',
    verdicts: [{ raw: '400-123-0099', code: 'ordinary' }],
  },
  {
    why: 'hosts of shops and social sites say nothing about who is named',
    text: '咨询电话：400-123-0099',
    url: 'https://www.jd.com/shop',
    verdicts: [{ raw: '400-123-0099', code: 'ordinary' }],
  },
  {
    why: 'the heading before the block gives context',
    text: '贷款逾期怎么办\n\n联系电话：400-123-0099',
    verdicts: [{ raw: '400-123-0099', code: 'unlisted-service' }],
  },
  {
    why: 'far away on a long page the lending words no longer count',
    text: `贷款新闻。${'今天天气很好，大家都出去走走，公园里的花也开了。'.repeat(8)}读者热线电话：400-123-0099`,
    verdicts: [{ raw: '400-123-0099', code: 'ordinary' }],
  },
  {
    why: 'a restaurant',
    text: '四季小厨，订座电话：010-62063646',
    verdicts: [{ raw: '010-62063646', code: 'ordinary', rule: 'no-lending-context' }],
  },
  {
    why: 'a parcel: its service hotline is nobody’s lender',
    text: '您的包裹已到驿站，快递客服热线：400-123-0099',
    verdicts: [{ raw: '400-123-0099', code: 'ordinary' }],
  },
  {
    why: 'a shop that offers instalments',
    text: '家电商城支持分期，订购电话：400-123-0099',
    verdicts: [{ raw: '400-123-0099', code: 'ordinary' }],
  },
  {
    why: '客服热线 without a word of money on a page: every trade has one, silence',
    text: '全国统一客服热线：400-123-0099',
    verdicts: [{ raw: '400-123-0099', code: 'ordinary' }],
  },
  {
    why: '客服热线 beside a word of money',
    text: '智慧金融服务平台，客服热线：400-123-0099',
    verdicts: [{ raw: '400-123-0099', code: 'unlisted-service' }],
  },
  {
    why: '客服热线 in a text that a person asks about counts by itself',
    text: '客服热线：400-123-0099',
    mode: 'look-up',
    verdicts: [{ raw: '400-123-0099', code: 'unlisted-service' }],
  },
  {
    why: 'payee data: the bank of an account is not whose service number it is',
    text: '王先生 手机13800138000 农业银行卡号',
    verdicts: [{ raw: '13800138000', code: 'ordinary', claimed: ['abc'] }],
  },
  {
    why: 'read aloud beside the figures: a help, no trick',
    text: '中国银行客服电话：95566，九五五六六',
    verdicts: [
      { raw: '95566', code: 'official', institutions: ['boc'] },
      { raw: '九五五六六', code: 'official', institutions: ['boc'] },
    ],
  },
  {
    why: 'the bank of a company’s account is not whose number stands behind it',
    text: '公司开户行：中国工商银行北京分行，电话：010-65001234',
    verdicts: [{ raw: '010-65001234', code: 'ordinary' }],
  },
  {
    why: 'a bank as a landmark',
    text: '工商银行对面旺铺转让，电话：010-65001234',
    verdicts: [{ raw: '010-65001234', code: 'ordinary' }],
  },
  {
    why: 'a shop that takes a lender’s instalments',
    text: '手机专卖店支持花呗分期，电话：010-65001234',
    verdicts: [{ raw: '010-65001234', code: 'ordinary' }],
  },
  {
    why: 'a private seller who mentions a loan',
    text: '二手车出售，可按揭贷款，联系电话13800138000',
    verdicts: [{ raw: '13800138000', code: 'ordinary' }],
  },
  {
    why: 'a branch: its landline is not in the registry, and the listed line is at hand',
    text: '中国工商银行朝阳支行 电话：010-65001234',
    verdicts: [{ raw: '010-65001234', code: 'unlisted-service', claimed: ['icbc'], call: '95588' }],
  },
  {
    why: 'a food platform’s name is no lending context',
    text: '美团外卖商家电话：010-62063646',
    verdicts: [{ raw: '010-62063646', code: 'ordinary', claimed: ['meituan'] }],
  },
  {
    why: 'a courier’s mobile in a bank’s message is no service line',
    text: '【招商银行】您的信用卡正由快递员派送，电话13800138000',
    mode: 'sms',
    verdicts: [{ raw: '13800138000', code: 'ordinary', claimed: ['cmb'] }],
  },
  {
    why: 'a parcel from a shop whose group also lends',
    text: '【京东】您的快递由张三派送，电话13800138000',
    mode: 'sms',
    verdicts: [{ raw: '13800138000', code: 'ordinary' }],
  },
  {
    why: 'a private number in a private text',
    text: '王老师电话13800138000，周末联系',
    verdicts: [{ raw: '13800138000', code: 'ordinary' }],
  },
  {
    why: 'dates, amounts and views are no numbers at all (135人看过)',
    text: '2026年11月21日 135人看过 放款50,000.00元 尾号8086',
    verdicts: [],
  },
  {
    why: 'public lines of all kinds',
    text: '反诈专线电话96110，政务热线12345，征信投诉电话12363',
    verdicts: [
      { raw: '96110', code: 'public-service', institutions: ['fanzha-96110'] },
      { raw: '12345', code: 'public-service', institutions: ['gov-12345'] },
      { raw: '12363', code: 'public-service', institutions: ['pboc-12363'] },
    ],
  },
  {
    why: 'a public line behind an area code',
    text: '上海市民服务热线：021-12345',
    verdicts: [{ raw: '021-12345', code: 'public-service', institutions: ['gov-12345'] }],
  },
  {
    why: 'a public line below the evidence bar is unconfirmed',
    text: '网信办举报电话12377',
    verdicts: [{ raw: '12377', code: 'unconfirmed', institutions: ['cac-12377'] }],
  },
  {
    why: 'a sender port is no hotline',
    text: '请回拨1069095599处理您的贷款',
    verdicts: [{ raw: '1069095599', code: 'sender-id', rule: 'sender-port' }],
  },
  {
    why: 'no registry: silence would be a lie, and so would “not listed”',
    text: '工商银行客服热线：95588，贷款咨询电话：400-123-0099',
    registry: 'none',
    verdicts: [
      { raw: '95588', code: 'cannot-check', claimed: [], rule: 'registry-unusable' },
      { raw: '400-123-0099', code: 'cannot-check' },
    ],
  },
  {
    why: '15 days without proof of freshness: the date is shown, the verdict stays',
    text: '工商银行客服热线：95588',
    days: 15,
    verdicts: [{ raw: '95588', code: 'official', institutions: ['icbc'], modifiers: ['stale'] }],
  },
  {
    why: '89 days: still shown with its date',
    text: '工商银行客服热线：95588',
    days: 89,
    verdicts: [{ raw: '95588', code: 'official', institutions: ['icbc'], modifiers: ['stale'] }],
  },
  {
    why: '91 days: nothing is official any more, the record is still shown',
    text: '工商银行客服热线：95588',
    days: 91,
    verdicts: [{ raw: '95588', code: 'cannot-check', institutions: ['icbc'], modifiers: ['stale'] }],
  },
  {
    why: '91 days: never “not listed” either',
    text: '贷款咨询电话：400-123-0099',
    days: 91,
    verdicts: [{ raw: '400-123-0099', code: 'cannot-check', modifiers: ['stale'] }],
  },
  {
    why: 'an ended line and its successor',
    text: '东山银行旧热线电话400-111-2222',
    registry: 'tiny',
    verdicts: [{ raw: '400-111-2222', code: 'retired', institutions: ['dongshan'], rule: 'line-ended', call: '95588' }],
  },
  {
    why: 'a number named in a notice that still runs',
    text: '客服电话：400-666-1234',
    registry: 'tiny',
    verdicts: [{ raw: '400-666-1234', code: 'reported', rule: 'notice' }],
  },
  {
    why: 'a notice that has expired: numbers are re-issued',
    text: '饭店电话：400-666-1235',
    registry: 'tiny',
    verdicts: [{ raw: '400-666-1235', code: 'ordinary' }],
  },
  {
    why: 'a confirmed line they only call from',
    text: '东山银行来电电话400-700-1111',
    registry: 'tiny',
    verdicts: [
      {
        raw: '400-700-1111',
        code: 'official',
        institutions: ['dongshan'],
        modifiers: ['outbound-only'],
        call: '95588',
      },
    ],
  },
  {
    why: 'a line that never calls: known because the record says whence they do',
    text: '东山银行信用卡热线400-820-5000',
    registry: 'tiny',
    verdicts: [{ raw: '400-820-5000', code: 'official', institutions: ['dongshan'], modifiers: ['inbound-only'] }],
  },
  {
    why: 'a `dense` record: its own numbers lie too close together',
    text: '密江银行信用卡热线400-820-7001',
    registry: 'tiny',
    verdicts: [{ raw: '400-820-7001', code: 'unlisted-service', claimed: ['mijiang'] }],
  },
]
