/** Groups whose general line several lenders use: each has a record of its own, the lenders name it as parent. */
import type { Alias, InstitutionKind } from '../../src/registry/schema.ts'

export interface Group {
  id: string
  zh: string
  en: string
  kind: InstitutionKind
  aliases: Alias[]
  /** Label of the line on the group's own record, by its digits. */
  labels: Record<string, string>
  /** The facts' institutions that belong to it; their `group-general` lines move up. */
  children: string[]
  /** Lenders that answer on the same line, by its digits: both records carry it. */
  shared?: Record<string, string>
}

const ordinary = (text: string): Alias => ({ text, ordinary: true })

export const GROUPS: Group[] = [
  {
    id: 'alipay',
    zh: '支付宝（蚂蚁集团）',
    en: 'Alipay (Ant Group)',
    kind: 'group',
    aliases: [{ text: '支付宝' }, { text: 'Alipay' }, { text: '蚂蚁集团' }, { text: '蚂蚁金服' }],
    labels: { '95188': '支付宝客服热线' },
    children: ['ant-cf', 'ant-xiaodai-huabei', 'ant-xiaodai-jiebei'],
    shared: { '95188': 'mybank' },
  },
  {
    id: 'wechat-pay',
    zh: '微信支付（财付通）',
    en: 'WeChat Pay (Tenpay)',
    kind: 'group',
    aliases: [{ text: '微信支付' }, { text: 'WeChat Pay' }, { text: '财付通' }],
    labels: { '95017': '微信支付客服热线' },
    children: ['tenpay-xiaodai'],
  },
  {
    id: 'pingan-group',
    zh: '中国平安保险（集团）股份有限公司',
    en: 'Ping An Insurance (Group)',
    kind: 'group',
    aliases: [{ text: '中国平安' }, { text: '平安集团' }],
    labels: { '95511': '中国平安客服热线' },
    children: ['pingan-puhui', 'pingan-bank', 'pingan-haodai', 'pacfc'],
    shared: { '95511': 'pingan-bank' },
  },
  {
    id: 'jd',
    zh: '京东集团',
    en: 'JD.com',
    kind: 'group',
    aliases: [ordinary('京东'), { text: '京东商城' }],
    labels: { '950618': '京东客服热线' },
    children: ['jd-finance', 'jd-shengji-xiaodai', 'jdpay', 'jd-cf'],
  },
  {
    id: 'meituan',
    zh: '美团（平台）',
    en: 'Meituan',
    kind: 'group',
    aliases: [ordinary('美团'), { text: '美团外卖' }, { text: '美团点评' }],
    labels: { '10107888': '美团客服热线' },
    children: ['meituan-sankuai'],
  },
  {
    id: 'weibo',
    zh: '微博（平台）',
    en: 'Weibo',
    kind: 'group',
    aliases: [ordinary('微博'), { text: '新浪微博' }],
    labels: { '4000960960': '微博客服热线' },
    children: ['weibo-jieqian'],
  },
  {
    id: '58',
    zh: '58同城',
    en: '58.com',
    kind: 'group',
    aliases: [{ text: '五八同城' }],
    labels: { '4008135858': '58同城客服热线' },
    children: ['58-haojie'],
  },
  {
    id: 'douyin',
    zh: '抖音（平台）',
    en: 'Douyin',
    kind: 'group',
    aliases: [ordinary('抖音'), { text: '抖音支付' }],
    labels: { '95152': '抖音客服热线' },
    children: ['douyin-zhongrong'],
  },
  {
    id: 'didi',
    zh: '滴滴出行',
    en: 'DiDi',
    kind: 'group',
    aliases: [ordinary('滴滴')],
    labels: { '4000000999': '滴滴出行乘客客服' },
    children: ['didi-finance'],
  },
  {
    id: 'suning',
    zh: '苏宁易购',
    en: 'Suning.com',
    kind: 'group',
    aliases: [ordinary('苏宁')],
    labels: { '95177': '苏宁易购客服热线', '4008365365': '苏宁（旧，缩写标签）' },
    children: ['suning-finance'],
  },
  {
    id: 'ctrip',
    zh: '携程旅行',
    en: 'Trip.com (Ctrip)',
    kind: 'group',
    aliases: [ordinary('携程')],
    labels: { '95010': '携程客服热线' },
    children: ['ctrip-finance'],
  },
]
