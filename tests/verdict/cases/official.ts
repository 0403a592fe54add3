/** Whole-number matches, the forms of one number, shared and group lines. */
import type { Case } from './case.ts'

export const official: Case[] = [
  {
    why: 'rule 1: the whole short code beside its owner',
    text: '工商银行客服热线：95588',
    verdicts: [{ raw: '95588', code: 'official', institutions: ['icbc'], claimed: ['icbc'], rule: 'exact-line' }],
  },
  {
    why: 'no owner named: the number is still theirs',
    text: '如有疑问请致电95555',
    verdicts: [{ raw: '95555', code: 'official', institutions: ['cmb'], claimed: [] }],
  },
  {
    why: 'rule 2: a 400 number in the usual grouping',
    text: '招商银行信用卡热线 400-820-5555',
    verdicts: [{ raw: '400-820-5555', code: 'official', institutions: ['cmb'] }],
  },
  {
    why: 'rule 2: odd grouping is no fraud sign (4-3-3)',
    text: '招商银行信用卡热线 4008-205-555',
    verdicts: [{ raw: '4008-205-555', code: 'official', institutions: ['cmb'] }],
  },
  {
    why: 'rule 2: odd grouping is no fraud sign (5-5, the code stands out)',
    text: '农行信用卡客服热线40066-95599',
    verdicts: [{ raw: '40066-95599', code: 'official', institutions: ['abc'] }],
  },
  {
    why: 'rule 2: a national code behind an area code',
    text: '兴业银行 021-95561',
    verdicts: [{ raw: '021-95561', code: 'official', institutions: ['cib'] }],
  },
  {
    why: 'rule 2: dialled from abroad',
    text: '建设银行境外客服 +86-28-95533',
    verdicts: [{ raw: '+86-28-95533', code: 'official', institutions: ['ccb'] }],
  },
  {
    why: 'rule 2: country code without a plus',
    text: '工商银行海外客服：0086-10-95588',
    verdicts: [{ raw: '0086-10-95588', code: 'official', institutions: ['icbc'] }],
  },
  {
    why: 'rule 2: an area code nobody listed with this national code',
    text: '中国银行客服电话：(0755)95566',
    verdicts: [{ raw: '(0755)95566', code: 'official', institutions: ['boc'] }],
  },
  {
    why: 'full-width digits are normal typography',
    text: '工商银行客服热线：９５５８８',
    verdicts: [{ raw: '９５５８８', code: 'official', institutions: ['icbc'] }],
  },
  {
    why: 'full-width digits with full-width hyphens',
    text: '招商银行信用卡：４００－８２０－５５５５',
    verdicts: [{ raw: '４００－８２０－５５５５', code: 'official', institutions: ['cmb'] }],
  },
  {
    why: 'ordinary spaces between digits are grouping',
    text: '工商银行客服：9 5 5 8 8',
    verdicts: [{ raw: '9 5 5 8 8', code: 'official', institutions: ['icbc'] }],
  },
  {
    why: 'rule 1: a menu key behind 转 is no part of the number',
    text: '平安银行信用卡客服95511转2',
    verdicts: [{ raw: '95511', code: 'official', institutions: ['pingan-bank', 'pingan-group'] }],
  },
  {
    why: 'rule 1: menu keys behind hyphens',
    text: '平安银行客服：95511-3',
    verdicts: [{ raw: '95511', code: 'official', institutions: ['pingan-bank', 'pingan-group'] }],
  },
  {
    why: 'rule 1: a menu key behind 按',
    text: '拨打95188按1，支付宝客服',
    verdicts: [{ raw: '95188', code: 'official', institutions: ['alipay', 'mybank'] }],
  },
  {
    why: 'rule 3: a shared line, first owner named',
    text: '支付宝客服电话95188',
    verdicts: [{ raw: '95188', code: 'official', institutions: ['alipay', 'mybank'], claimed: ['alipay'] }],
  },
  {
    why: 'rule 3: a shared line, second owner named',
    text: '网商银行客服电话95188',
    verdicts: [{ raw: '95188', code: 'official', institutions: ['alipay', 'mybank'], claimed: ['mybank'] }],
  },
  {
    why: 'rule 3: nobody named, all owners told',
    text: '请联系客服95188处理',
    verdicts: [{ raw: '95188', code: 'official', institutions: ['alipay', 'mybank'], claimed: [] }],
  },
  {
    why: 'group line beside a lender of the group',
    text: '花呗逾期请拨打95188咨询',
    verdicts: [
      {
        raw: '95188',
        code: 'official',
        institutions: ['alipay', 'mybank'],
        claimed: ['ant-cf'],
        modifiers: ['group-line'],
      },
    ],
  },
  {
    why: 'group line: 平安普惠 has no line of its own in the registry',
    text: '平安普惠客服电话：95511',
    verdicts: [
      {
        raw: '95511',
        code: 'official',
        institutions: ['pingan-bank', 'pingan-group'],
        claimed: ['pingan-puhui'],
        modifiers: ['group-line'],
      },
    ],
  },
  {
    why: 'group line: 京东金融 beside the shop’s line',
    text: '京东金融客服请拨950618',
    verdicts: [
      { raw: '950618', code: 'official', institutions: ['jd'], claimed: ['jd-finance'], modifiers: ['group-line'] },
    ],
  },
  {
    why: 'a member’s line beside the group’s name is no contradiction (parent)',
    text: '京东客服电话：95118',
    verdicts: [{ raw: '95118', code: 'official', institutions: ['jd-finance'], claimed: ['jd'] }],
  },
  {
    why: 'a product name stands for its bank',
    text: '微粒贷客服热线95384',
    verdicts: [{ raw: '95384', code: 'official', institutions: ['webank'], claimed: ['webank'] }],
  },
  {
    why: 'a product run by a sister company: 金条 belongs to 京东金融’s record, 95118 agrees',
    text: '金条还款问题请拨打客服电话95118',
    verdicts: [{ raw: '95118', code: 'official', institutions: ['jd-finance'], claimed: ['jd-finance'] }],
  },
  {
    why: 'a landline that is listed',
    text: '交通银行信用卡境外热线 +86-21-28283888',
    verdicts: [{ raw: '+86-21-28283888', code: 'official', institutions: ['bocom'] }],
  },
  {
    why: 'six-digit 956 codes are national',
    text: '天津银行客服热线：956056',
    verdicts: [{ raw: '956056', code: 'official', institutions: ['tjbank'] }],
  },
  {
    why: 'traditional characters name the same bank',
    text: '招商銀行客服熱線：95555',
    verdicts: [{ raw: '95555', code: 'official', institutions: ['cmb'], claimed: ['cmb'] }],
  },
  {
    why: 'spaces inside a name do not hide it',
    text: '工 商 银 行 客服电话：95588',
    verdicts: [{ raw: '95588', code: 'official', institutions: ['icbc'], claimed: ['icbc'] }],
  },
  {
    why: 'the full legal name',
    text: '中国工商银行股份有限公司客户服务电话95588',
    verdicts: [{ raw: '95588', code: 'official', institutions: ['icbc'], claimed: ['icbc'] }],
  },
  {
    why: 'an everyday abbreviation beside a telephone word',
    text: '工行客服95588',
    verdicts: [{ raw: '95588', code: 'official', institutions: ['icbc'], claimed: ['icbc'] }],
  },
  {
    why: 'a Latin abbreviation beside a telephone word',
    text: 'ICBC客服热线：95588',
    verdicts: [{ raw: '95588', code: 'official', institutions: ['icbc'], claimed: ['icbc'] }],
  },
  {
    why: 'English text',
    text: 'ICBC customer service: +86-10-95588',
    verdicts: [{ raw: '+86-10-95588', code: 'official', institutions: ['icbc'], claimed: ['icbc'] }],
  },
  {
    why: 'two numbers of one bank in one sentence',
    text: '招商银行：客服95555，信用卡400-820-5555。',
    verdicts: [
      { raw: '95555', code: 'official', institutions: ['cmb'] },
      { raw: '400-820-5555', code: 'official', institutions: ['cmb'] },
    ],
  },
  {
    why: 'two banks named with their own lines (two are no directory, and both are named)',
    text: '工商银行客服95588，建设银行客服95533',
    verdicts: [
      { raw: '95588', code: 'official', institutions: ['icbc'], claimed: ['ccb', 'icbc'] },
      { raw: '95533', code: 'official', institutions: ['ccb'], claimed: ['ccb', 'icbc'] },
    ],
  },
  {
    why: 'two banks named and the line of a third: nobody in particular is contradicted',
    text: '工商银行与建设银行联名卡，客服热线95555',
    verdicts: [{ raw: '95555', code: 'official', institutions: ['cmb'], claimed: ['ccb', 'icbc'] }],
  },
  {
    why: 'a quoted official number inside a scam stays official: mark the number, never the message',
    text: '客服热线95555已停用，请改拨下方新的人工电话办理',
    mode: 'sms',
    verdicts: [{ raw: '95555', code: 'official', institutions: ['cmb'] }],
  },
  {
    why: 'a carrier’s line',
    text: '中国移动客服热线10086',
    verdicts: [{ raw: '10086', code: 'official', institutions: ['china-mobile'] }],
  },
  {
    why: 'a bank that quotes its regulator is not contradicted by it',
    text: '根据中国人民银行规定，详情请致电95588',
    verdicts: [{ raw: '95588', code: 'official', institutions: ['icbc'], claimed: ['pboc-12363'] }],
  },
  {
    why: 'a means of payment is not whose line it is',
    text: '可通过支付宝还款，客服热线95588',
    verdicts: [{ raw: '95588', code: 'official', institutions: ['icbc'] }],
  },
  {
    why: 'the bank’s own domain: a partner named on it does not make the line another’s',
    text: '支付宝快捷支付签约说明，客服热线95588',
    url: 'https://www.icbc.com.cn/page/1.html',
    verdicts: [{ raw: '95588', code: 'official', institutions: ['icbc'] }],
  },
]
