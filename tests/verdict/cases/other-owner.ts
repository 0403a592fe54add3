/** A number of B beside the name of A, and all the places where that means nothing. */
import type { Case } from './case.ts'

export const otherOwner: Case[] = [
  {
    why: 'one institution named, another one’s line',
    text: '请致电招商银行客服95533核实',
    verdicts: [
      {
        raw: '95533',
        code: 'official-other',
        institutions: ['ccb'],
        claimed: ['cmb'],
        rule: 'other-owner',
        call: '95555',
      },
    ],
  },
  {
    why: 'also with a 400 number',
    text: '建设银行信用卡专线400-820-5555',
    verdicts: [{ raw: '400-820-5555', code: 'official-other', institutions: ['cmb'], claimed: ['ccb'], call: '95533' }],
  },
  {
    why: 'the signature of a message is who speaks',
    text: '【工商银行】您的账户存在异常，请立即致电95555核实身份信息，否则将冻结。',
    mode: 'sms',
    verdicts: [{ raw: '95555', code: 'official-other', institutions: ['cmb'], claimed: ['icbc'], call: '95588' }],
  },
  {
    why: 'a signature at the end',
    text: '您的账户存在异常，请致电95555。【工商银行】',
    mode: 'sms',
    verdicts: [{ raw: '95555', code: 'official-other', institutions: ['cmb'], claimed: ['icbc'] }],
  },
  {
    why: 'a signature with more words in it',
    text: '【招商银行信用卡】还款提醒，详询95588',
    mode: 'sms',
    verdicts: [{ raw: '95588', code: 'official-other', institutions: ['icbc'], claimed: ['cmb'] }],
  },
  {
    why: 'an everyday word as the whole signature counts',
    text: '【京东】您的白条账单已出，详询95588',
    mode: 'sms',
    verdicts: [{ raw: '95588', code: 'official-other', institutions: ['icbc'] }],
  },
  {
    why: 'a signature that is no name (【重要】) claims nothing',
    text: '【重要】您的账户存在异常，请致电95555',
    mode: 'sms',
    verdicts: [{ raw: '95555', code: 'official', institutions: ['cmb'], claimed: [] }],
  },
  {
    why: 'a product of an unrelated lender',
    text: '微粒贷人工客服电话：95188',
    verdicts: [
      { raw: '95188', code: 'official-other', institutions: ['alipay', 'mybank'], claimed: ['webank'], call: '95384' },
    ],
  },
  {
    why: 'a brand without any line of its own',
    text: '借钱快客服电话95588',
    verdicts: [{ raw: '95588', code: 'official-other', institutions: ['icbc'], claimed: ['jieqiankuai'], call: '' }],
  },
  {
    why: 'the area-code form is the same line',
    text: '兴业银行客服：021-95588',
    verdicts: [{ raw: '021-95588', code: 'official-other', institutions: ['icbc'], claimed: ['cib'] }],
  },
  {
    why: 'blank lines split blocks: each is judged by its own names',
    text: '工商银行客服：95588\n\n招商银行客服：95588',
    verdicts: [
      { raw: '95588', code: 'official', institutions: ['icbc'], claimed: ['icbc'] },
      { raw: '95588', code: 'official-other', institutions: ['icbc'], claimed: ['cmb'] },
    ],
  },
  {
    why: 'a single line break does not split a block',
    text: '招商银行\n客服：95588',
    verdicts: [{ raw: '95588', code: 'official-other', institutions: ['icbc'], claimed: ['cmb'] }],
  },
  {
    why: 'the title names one bank, the block nobody: whole sites must not be accused',
    text: '客服热线：95588',
    title: '招商银行 - 信用卡中心',
    verdicts: [{ raw: '95588', code: 'official', institutions: ['icbc'], claimed: [] }],
  },
  {
    why: 'the owner named in the title: its line contradicts nobody there',
    text: '可在招商银行取款机使用，客服热线：95588',
    title: '工商银行借记卡使用说明',
    verdicts: [{ raw: '95588', code: 'official', institutions: ['icbc'], claimed: ['cmb'] }],
  },
  {
    why: 'a domain alone accuses nobody either',
    text: '客服热线：95588',
    url: 'https://www.cmbchina.com/contact',
    verdicts: [{ raw: '95588', code: 'official', institutions: ['icbc'], claimed: [] }],
  },
  {
    why: 'names of the neighbouring blocks are context only, never claims',
    text: '招商银行简介\n\n客服热线：95588',
    verdicts: [{ raw: '95588', code: 'official', institutions: ['icbc'], claimed: [] }],
  },
  {
    why: 'three names in a block are a directory',
    text: '工商银行95588 建设银行95533 招商银行95588',
    verdicts: [
      { raw: '95588', code: 'official', institutions: ['icbc'], claimed: [] },
      { raw: '95533', code: 'official', institutions: ['ccb'], claimed: [] },
      { raw: '95588', code: 'official', institutions: ['icbc'], claimed: [] },
    ],
  },
  {
    why: 'a directory of twenty banks (must-hold 3)',
    text:
      '各银行客服电话：工商银行95588、农业银行95599、中国银行95566、建设银行95533、交通银行95559、邮储银行95580、招商银行95555、' +
      '中信银行95558、光大银行95595、华夏银行95577、民生银行95568、兴业银行95561、浦发银行95528、平安银行95511、广发银行95508、' +
      '浙商银行95527、渤海银行95541、北京银行95526、上海银行95594、江苏银行95319',
    verdicts: (
      [
        ['95588', ['icbc']],
        ['95599', ['abc']],
        ['95566', ['boc']],
        ['95533', ['ccb']],
        ['95559', ['bocom']],
        ['95580', ['psbc']],
        ['95555', ['cmb']],
        ['95558', ['citic']],
        ['95595', ['ceb']],
        ['95577', ['hxb']],
        ['95568', ['cmbc']],
        ['95561', ['cib']],
        ['95528', ['spdb']],
        ['95511', ['pingan-bank', 'pingan-group']],
        ['95508', ['cgb']],
        ['95527', ['czb']],
        ['95541', ['cbhb']],
        ['95526', ['bob']],
        ['95594', ['bosc']],
        ['95319', ['jsb']],
      ] as const
    ).map(([raw, institutions]) => ({ raw, code: 'official' as const, institutions: [...institutions], claimed: [] })),
  },
  {
    why: 'a signed directory claims nobody',
    text: '【招商银行】支持工商银行、农业银行、建设银行、中国银行卡还款，详询95555',
    mode: 'sms',
    verdicts: [{ raw: '95555', code: 'official', institutions: ['cmb'], claimed: [] }],
  },
  {
    why: 'leftmost-longest: 北银 hides in 河北银行',
    text: '河北银行客服热线95588',
    verdicts: [{ raw: '95588', code: 'official-other', institutions: ['icbc'], claimed: ['hebbank'] }],
  },
  {
    why: 'Latin boundaries: CMB hides in CMBC',
    text: 'CMBC客服热线95568',
    verdicts: [{ raw: '95568', code: 'official', institutions: ['cmbc'], claimed: ['cmbc'] }],
  },
  {
    why: 'stop list: the banking association is no bank',
    text: '中国银行业协会客服热线95588',
    verdicts: [{ raw: '95588', code: 'official', institutions: ['icbc'], claimed: [] }],
  },
  {
    why: 'an everyday word in an everyday sentence names nobody',
    text: '打工行业交流会，有问题请致电95555',
    verdicts: [{ raw: '95555', code: 'official', institutions: ['cmb'], claimed: [] }],
  },
  {
    why: 'an everyday verb phrase is no brand',
    text: '这本书可以放心借给朋友，有问题请致电95555',
    verdicts: [{ raw: '95555', code: 'official', institutions: ['cmb'], claimed: [] }],
  },
  {
    why: 'a brand made of everyday words, in an everyday sentence',
    text: '找朋友借钱快得很，别的事请致电95555',
    verdicts: [{ raw: '95555', code: 'official', institutions: ['cmb'], claimed: [] }],
  },
  {
    why: 'the same words in a lending context are the brand',
    text: '放心借逾期还款请致电95555',
    verdicts: [{ raw: '95555', code: 'official-other', institutions: ['cmb'], claimed: ['douyin-zhongrong'] }],
  },
  {
    why: 'public lines never belong to “another institution”',
    text: '招商银行客户如遇诈骗请拨打96110，投诉请拨打12378',
    verdicts: [
      { raw: '96110', code: 'public-service', institutions: ['fanzha-96110'] },
      { raw: '12378', code: 'public-service', institutions: ['nfra-12378'] },
    ],
  },
]
