/** Whole messages: sender, signature and number together; tips and their guards; signs that need no phrases; look-ups. */
import type { Case } from './case.ts'

const T1 = 'T1_cancel_or_rate'

export const messages: Case[] = [
  {
    why: 'port, brand, its own line',
    text: '【招商银行】您尾号8086的信用卡本期账单人民币3,256.80元，到期还款日11月25日。如有疑问请致电95555。',
    mode: 'sms',
    sender: '1065795555',
    verdicts: [{ raw: '95555', code: 'official', institutions: ['cmb'], claimed: ['cmb'], tips: [] }],
  },
  {
    why: 'any sender, brand, not listed',
    text: '【京东金融】您的白条已逾期，为避免上报征信，请于今日18:00前联系专员处理：400-444-0117',
    mode: 'sms',
    sender: '106900000117',
    verdicts: [{ raw: '400-444-0117', code: 'unlisted-service', claimed: ['jd-finance'], call: '95118' }],
  },
  {
    why: 'a mobile to dial instead of the hotline',
    text: '建设银行95533占线，打139-0000-0117',
    mode: 'sms',
    sender: '106900000117',
    verdicts: [
      { raw: '95533', code: 'official', institutions: ['ccb'] },
      { raw: '139-0000-0117', code: 'unlisted-service', claimed: ['ccb'] },
    ],
  },
  {
    why: 'a mobile that signs as a bank, with a mobile',
    text: '【招商银行】您的信用卡积分即将到期，请登录掌上生活兑换，详询 138 0000 0117。',
    mode: 'sms',
    sender: '+86 138 0000 0117',
    verdicts: [
      {
        raw: '138 0000 0117',
        code: 'unlisted-service',
        claimed: ['cmb'],
        modifiers: ['personal-sender'],
        call: '95555',
      },
    ],
  },
  {
    why: 'a mobile that signs as a bank and quotes its true line',
    text: '【招商银行】您的账户异常，详询95555',
    mode: 'sms',
    sender: '13800000117',
    verdicts: [{ raw: '95555', code: 'official', institutions: ['cmb'], modifiers: ['personal-sender'] }],
  },
  {
    why: 'a foreign sender',
    text: '【工商银行】您的账户异常，详询95588',
    mode: 'sms',
    sender: '+44 7700 900123',
    verdicts: [{ raw: '95588', code: 'official', institutions: ['icbc'], modifiers: ['personal-sender'] }],
  },
  {
    why: 'a saved name as sender',
    text: '【工商银行】您的账户异常，详询95588',
    mode: 'sms',
    sender: '张经理',
    verdicts: [{ raw: '95588', code: 'official', institutions: ['icbc'], modifiers: ['personal-sender'] }],
  },
  {
    why: 'the bank’s own name as sender is how phones show a verified port',
    text: '【工商银行】您的账户异常，详询95588',
    mode: 'sms',
    sender: '工商银行',
    verdicts: [{ raw: '95588', code: 'official', institutions: ['icbc'] }],
  },
  {
    why: 'a short code as sender',
    text: '【工商银行】您申请的融e借已放款，详询95588',
    mode: 'sms',
    sender: '95588',
    verdicts: [{ raw: '95588', code: 'official', institutions: ['icbc'] }],
  },
  {
    why: 'a private message that speaks for nobody',
    text: '妈，银行的电话是95588',
    mode: 'sms',
    sender: '13800000117',
    verdicts: [{ raw: '95588', code: 'official', institutions: ['icbc'] }],
  },
  {
    why: '“I am the bank’s service, 95555 is switched off”: the true number stays true',
    text: '我是银行客服，请加微信或回拨１３８-0000-0117，客服电话95555已停用。',
    mode: 'sms',
    sender: '+86 138 0000 0117',
    verdicts: [
      { raw: '１３８-0000-0117', code: 'unlisted-service' },
      { raw: '95555', code: 'official', institutions: ['cmb'] },
    ],
  },
  {
    why: 'a forwarded message: the signature stands at the start of a line',
    text: '106900000184\n【工商银行】请致电95533核实您的贷款。\nSIM1_中国移动',
    mode: 'sms',
    verdicts: [
      { raw: '106900000184', code: 'sender-id' },
      { raw: '95533', code: 'official-other', institutions: ['ccb'] },
    ],
  },
  {
    why: 'the name of the chat is context, not a claim',
    text: '如占线请拨 400-444-0191',
    mode: 'sms',
    sender: '京东金融客服',
    verdicts: [{ raw: '400-444-0191', code: 'unlisted-service', claimed: [] }],
  },
  {
    why: 'a lender’s true line in the message is context for the other number',
    text: '客服电话95118是自助语音，人工请打 400-444-0151',
    mode: 'sms',
    sender: '+86 138 0000 0150',
    verdicts: [
      { raw: '95118', code: 'official', institutions: ['jd-finance'] },
      { raw: '400-444-0151', code: 'unlisted-service' },
    ],
  },
  {
    why: '微粒贷 LPR message (must-hold 4)',
    text: '【微粒贷】尊敬的用户，因LPR 利率整改，您的账户利率高于国家标准，请致电 400-123-5152 处理，否则将冻结支付功能',
    mode: 'sms',
    verdicts: [
      {
        raw: '400-123-5152',
        code: 'unlisted-service',
        claimed: ['webank'],
        modifiers: ['taken-care'],
        tips: [T1],
        call: '95384',
      },
    ],
  },
  {
    why: 'regulators quoted by a scam claim nothing beside the lender it plays',
    text: '您好，我是京东金融客服，根据银保监会和中国人民银行要求需注销京东金条，请联系400-123-4321',
    verdicts: [
      {
        raw: '400-123-4321',
        code: 'unlisted-service',
        claimed: ['jd-finance'],
        modifiers: ['taken-care'],
        tips: [T1],
        call: '95118',
      },
    ],
  },
  {
    why: 'safe account',
    text: '请将资金转到安全账户核验，客服电话400-123-4321，贷款额度即可恢复',
    verdicts: [
      { raw: '400-123-4321', code: 'unlisted-service', modifiers: ['taken-care'], tips: ['T4_empty_transfer'] },
    ],
  },
  {
    why: 'fee before the loan',
    text: '您的贷款已通过，先缴纳5000元保证金即可放款，客服电话400-123-4321',
    verdicts: [{ raw: '400-123-4321', code: 'unlisted-service', tips: ['T5_fee_before_loan'] }],
  },
  {
    why: 'screen sharing',
    text: '请下载腾讯会议并打开屏幕共享，由花呗客服400-123-4321指导关闭',
    verdicts: [
      {
        raw: '400-123-4321',
        code: 'unlisted-service',
        claimed: ['ant-cf'],
        modifiers: ['taken-care'],
        tips: ['T3_screen_share'],
      },
    ],
  },
  {
    why: 'collection with threats',
    text: '您的网贷已逾期，将联系您的家人及单位并上门走访，请致电400-123-4321',
    verdicts: [
      { raw: '400-123-4321', code: 'unlisted-service', modifiers: ['taken-care'], tips: ['T7_collection_threat'] },
    ],
  },
  {
    why: 'a code asked for',
    text: '请把收到的短信验证码告诉客服，贷款专线400-123-4321',
    verdicts: [{ raw: '400-123-4321', code: 'unlisted-service', tips: ['T9_code_password'] }],
  },
  {
    why: 'credit repair, through inner channels',
    text: '【平安银行】专业征信修复，消除逾期记录，内部渠道，详询400-123-4321',
    mode: 'sms',
    verdicts: [
      {
        raw: '400-123-4321',
        code: 'unlisted-service',
        claimed: ['pingan-bank'],
        modifiers: ['taken-care'],
        tips: ['T2_credit_repair', 'T6_easy_money'],
        call: '95511',
      },
    ],
  },
  {
    why: 'a subscription that must be cancelled',
    text: '您的百万保障即将到期，不取消每月自动扣费800元，请联系支付宝客服400-123-4321',
    mode: 'sms',
    verdicts: [
      {
        raw: '400-123-4321',
        code: 'unlisted-service',
        claimed: ['alipay'],
        modifiers: ['taken-care'],
        tips: ['T8_fee_subscription'],
      },
    ],
  },
  {
    why: 'a regulator that handles repayments: the line to call is the regulator’s own',
    text: '金融监管总局专员通知：您的网贷平台清退回款登记，请联系400-123-4321',
    mode: 'sms',
    verdicts: [
      {
        raw: '400-123-4321',
        code: 'unlisted-service',
        claimed: ['nfra-12378'],
        modifiers: ['taken-care'],
        tips: ['T10_fake_regulator'],
        call: '12378',
      },
    ],
  },
  {
    why: 'a search page with the “only official” hotline',
    text: '放心借唯一官方客服电话 24小时人工客服电话400-123-4321',
    verdicts: [
      {
        raw: '400-123-4321',
        code: 'unlisted-service',
        claimed: ['douyin-zhongrong'],
        tips: ['T11_fake_hotline_page'],
        modifiers: ['taken-care'],
      },
    ],
  },
  {
    why: 'guard: a code message says it must not be told to anyone',
    text: '【建设银行】验证码482913，请勿告诉任何人。客服95533',
    mode: 'sms',
    verdicts: [{ raw: '95533', code: 'official', institutions: ['ccb'], tips: [] }],
  },
  {
    why: 'several tactics: tips in the order of the data',
    text: '把资金转到安全账户。请勿告诉家人，贷款客服400-123-4321',
    verdicts: [
      {
        raw: '400-123-4321',
        code: 'unlisted-service',
        modifiers: ['taken-care'],
        tips: ['T4_empty_transfer', 'T12_secrecy_urgency'],
      },
    ],
  },
  {
    why: 'guard: the bank says that it never does it',
    text: '【工商银行】我行不会要求您提供验证码，更不会让您转账到安全账户。客服95588',
    mode: 'sms',
    verdicts: [{ raw: '95588', code: 'official', institutions: ['icbc'], tips: [] }],
  },
  {
    why: 'guard: the phrase is called a fraud right behind it',
    text: '凡是要求把钱转到安全账户的都是诈骗，客服热线95588',
    verdicts: [{ raw: '95588', code: 'official', institutions: ['icbc'], tips: [] }],
  },
  {
    why: 'a police advice page quotes every phrase: no tips',
    text:
      '警方提示：骗子常说“注销校园贷账户”“利率过高不符合国家规定”“征信修复”“打开屏幕共享”“转到安全账户”“缴纳保证金”' +
      '“提供验证码”“不要告诉家人”。遇到请拨打96110，或向银行客服95588核实。',
    verdicts: [
      { raw: '96110', code: 'public-service', institutions: ['fanzha-96110'], tips: [] },
      { raw: '95588', code: 'official', institutions: ['icbc'], tips: [] },
    ],
  },
  {
    why: 'the advice marker may stand in the title',
    text: '骗子来电：请注销您的金条账户，利率过高，致电400-123-4321贷款中心',
    title: '典型案例：冒充客服',
    verdicts: [{ raw: '400-123-4321', code: 'unlisted-service', tips: [], claimed: ['jd-finance'] }],
  },
  {
    why: 'the advice marker may stand in another block: tips are text-wide',
    text: '风险提示\n\n请注销您的金条账户，利率过高，致电400-123-4321贷款中心',
    verdicts: [{ raw: '400-123-4321', code: 'unlisted-service', tips: [], claimed: ['jd-finance'] }],
  },
  {
    why: 'one weak phrase is everyday language: no tip',
    text: '【招商银行】您的账单请于今日18点前还款，客服95555',
    mode: 'sms',
    verdicts: [{ raw: '95555', code: 'official', institutions: ['cmb'], tips: [] }],
  },
  {
    why: '12381 with a number: the real one never has any',
    text: '您可能正在遭遇诈骗，请立即致电400-123-4321',
    mode: 'sms',
    sender: '12381',
    verdicts: [{ raw: '400-123-4321', code: 'ordinary', signals: ['12381-with-contact'] }],
  },
  {
    why: '96110 behind a prefix that is no area code',
    text: '反诈专线来电：0096110',
    verdicts: [{ raw: '0096110', code: 'malformed', institutions: ['fanzha-96110'], signals: ['prefixed-96110'] }],
  },
  {
    why: '96110 behind a local area code is how it is dialled from elsewhere',
    text: '反诈专线电话：0731-96110',
    verdicts: [{ raw: '0731-96110', code: 'public-service', institutions: ['fanzha-96110'] }],
  },
  {
    why: 'an app for a product that has none',
    text: '请下载微粒贷App办理，客服电话400-123-4321',
    verdicts: [{ raw: '400-123-4321', code: 'unlisted-service', claimed: ['webank'], signals: ['no-such-app'] }],
  },
  {
    why: 'one unlisted number as the line of two unrelated lenders on one page',
    text: '微粒贷客服电话：400-123-4321\n\n分期乐客服电话：400-123-4321',
    verdicts: [
      { raw: '400-123-4321', code: 'unlisted-service', claimed: ['webank'], signals: ['claimed-by-several'] },
      { raw: '400-123-4321', code: 'unlisted-service', claimed: ['lexin-fenqile'], signals: ['claimed-by-several'] },
    ],
  },
  {
    why: 'one unlisted number of two lenders of one group says nothing',
    text: '京东白条客服电话：400-123-4321\n\n京东小贷客服电话：400-123-4321',
    verdicts: [
      { raw: '400-123-4321', code: 'unlisted-service', claimed: ['jd-finance'] },
      { raw: '400-123-4321', code: 'unlisted-service', claimed: ['jd-shengji-xiaodai'] },
    ],
  },
  {
    why: 'look-up: a bare number is asked about',
    text: '95588',
    mode: 'look-up',
    verdicts: [{ raw: '95588', code: 'official', institutions: ['icbc'] }],
  },
  {
    why: 'look-up: a bare dressed-up number',
    text: '+95588',
    mode: 'look-up',
    verdicts: [{ raw: '+95588', code: 'malformed', institutions: ['icbc'] }],
  },
  {
    why: 'look-up: a listed number without a word beside it, which prose would need',
    text: '兴业95561',
    mode: 'look-up',
    verdicts: [{ raw: '95561', code: 'official', institutions: ['cib'] }],
  },
  {
    why: 'look-up: a bare unlisted 400 number has no context',
    text: '400-123-4321',
    mode: 'look-up',
    verdicts: [{ raw: '400-123-4321', code: 'ordinary' }],
  },
  {
    why: 'look-up: a date',
    text: '2026-11-21',
    mode: 'look-up',
    verdicts: [{ raw: '2026-11-21', code: 'not-phone', rule: 'not-a-number' }],
  },
  {
    why: 'look-up: an amount',
    text: '3,256.80',
    mode: 'look-up',
    verdicts: [{ raw: '3,256.80', code: 'not-phone' }],
  },
  {
    why: 'look-up: a brand without any line, no number is offered (must-hold 5)',
    text: '借钱快',
    mode: 'look-up',
    verdicts: [{ raw: '借钱快', code: 'unknown-brand', rule: 'brand-without-record' }],
  },
  {
    why: 'look-up: the way people ask',
    text: '借钱快客服电话是多少',
    mode: 'look-up',
    verdicts: [{ raw: '借钱快', code: 'unknown-brand' }],
  },
  {
    why: 'look-up: a brand the registry has never heard of',
    text: '飞速闪贷',
    mode: 'look-up',
    verdicts: [{ raw: '飞速闪贷', code: 'unknown-brand', claimed: [] }],
  },
  {
    why: 'look-up: a listed brand is no unknown one (its lines are shown by the popup)',
    text: '放心借',
    mode: 'look-up',
    verdicts: [],
  },
  {
    why: 'look-up: a brand with digits in its name is no number',
    text: '360借条',
    mode: 'look-up',
    verdicts: [],
  },
  {
    why: 'look-up: everyday words are neither',
    text: '你好',
    mode: 'look-up',
    verdicts: [],
  },
  {
    why: 'a name or a date is answered in a look-up only',
    text: '借钱快 2026-11-21',
    verdicts: [],
  },
]
