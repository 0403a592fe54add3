/** Pages of a given size for the measurements: mostly prose and links, some dates, amounts, tables, numbers. Made up. */

const prose = [
  '借款人应当按照合同约定的时间和金额还款，<a href="#a">提前还款</a>的请先在应用内提交申请。',
  '平台在每期还款日前发送提醒，<b>逾期</b>后的费用以合同为准，利率不超过法定上限。',
  '如需修改绑定的银行卡，请准备身份证件并在<span class="mark">“我的—设置—客服中心”</span>中办理。',
  '文中所称年化利率采用单利计算，展示结果仅供参考，实际以审批结果为准。',
  'Questions about a contract are answered in the app, where the whole history of the loan can be read.',
]
const dated = [
  '自 2026 年 3 月 4 日起，新的还款计划开始执行，原计划同时作废。',
  '数据区间 2025.01.01-2025.12.31，有效问卷 4,009 份，误差不超过 ±1.5%。',
  '每期应还 850.00 元，于每月 15 日 24:00 前扣款，罚息 412.73 元予以减免。',
]
const numbers = [
  '工商银行客服热线 95588。',
  '贷款客服 400-123-4567。',
  '手机 138 1234 5678。',
  '合同编号 202603041234567。',
]

/**
 * An HTML page of about `length` UTF-16 units, the same for the same length. Of ten blocks five are plain prose, two hold
 * dates and amounts, two are lists of links; every tenth is a number or a table of dates and amounts by turns.
 */
export function pageOfSize(length: number): string {
  const parts: string[] = []
  for (let n = 0, done = 0; done < length; n++) {
    const part = block(n)
    parts.push(part)
    done += part.length
  }
  return `<!doctype html><meta charset="utf-8"><title>还款说明</title><main>${parts.join('\n')}</main>`
}

function block(n: number): string {
  const kind = n % 10
  if (kind === 9) return n % 20 === 9 ? paragraph(n, numbers[((n - 9) / 20) % numbers.length]) : table(n)
  if (kind === 3 || kind === 7) return list(n)
  return paragraph(n, kind === 2 || kind === 6 ? dated[n % dated.length] : '')
}

function paragraph(n: number, last = ''): string {
  const sentences = Array.from({ length: 5 }, (_, k) => prose[(n * 7 + k * 3) % prose.length]).join('')
  return `<div class="c${n % 13}"><p>${sentences}${last}</p></div>`
}

function list(n: number): string {
  const items = Array.from(
    { length: 6 },
    (_, k) => `<li><a href="/q/${n}-${k}">${prose[(n + k) % prose.length]}</a></li>`,
  )
  return `<ul>${items.join('')}</ul>`
}

function table(n: number): string {
  const rows = Array.from({ length: 12 }, (_, k) => {
    const cells = [
      k + 1,
      `2026-${String((k % 12) + 1).padStart(2, '0')}-15`,
      `${(n * 37 + k) % 9000}.50`,
      `${k % 5}.${n % 10}%`,
      '待还',
    ]
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  })
  return `<table><tr><th>期数</th><th>日期</th><th>金额</th><th>费率</th><th>状态</th></tr>${rows.join('')}</table>`
}
