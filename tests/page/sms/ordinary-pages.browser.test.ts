/** Pages that are no conversation although they have lists, brackets, times or a comment field: the page scan keeps them. */
import { afterEach, describe, expect, test } from 'vitest'
import { createGenericView } from '../../../src/page/sms/generic-view.ts'

afterEach(() => document.body.replaceChildren())

const many = (count: number, one: (i: number) => string) => Array.from({ length: count }, (_, i) => one(i)).join('')
const banks = ['工商银行', '建设银行', '招商银行', '中国银行', '农业银行', '交通银行', '邮储银行', '光大银行']
const bank = (i: number) => banks[i % banks.length] ?? ''
const comment = '<form><textarea placeholder="写评论"></textarea><button>发表</button></form>'

const pages: [string, string][] = [
  [
    'a directory of banks',
    `<h1>银行客服电话</h1><ul class="list">${many(30, (i) => `<li class="row"><b>${bank(i)}</b><span>客服热线 955${10 + i}</span></li>`)}</ul>`,
  ],
  [
    'a directory as a table',
    `<table><tr><th>银行</th><th>电话</th></tr>${many(30, (i) => `<tr><td>${bank(i)}</td><td>955${10 + i}</td></tr>`)}</table><input placeholder="搜索银行">`,
  ],
  [
    'news headlines in brackets',
    `<ul class="news">${many(20, (i) => `<li><a href="/n/${i}">【${bank(i)}】发布公告：客服热线调整为 955${10 + i}</a><span>11月${1 + i}日</span></li>`)}</ul>${comment}`,
  ],
  [
    'comments under an article',
    `<article><h1>如何联系客服</h1><p>拨打 95588。</p></article><div class="comments">${many(12, (i) => `<div class="comment"><b class="name">用户${i}</b><p>我打过 955${10 + i}，等了很久。</p><time>11月${1 + i}日 10:0${i % 10}</time></div>`)}</div>${comment}`,
  ],
  [
    'a feed of posts',
    `<div class="feed" style="height:300px;overflow:auto">${many(14, (i) => `<div class="post"><h4>${bank(i)}官方账号</h4><p>【活动】下载 App 领红包，详询 955${10 + i}。</p><small>${i + 1}小时前</small></div>`)}</div>${comment}`,
  ],
  [
    'a forum',
    `<table class="threads">${many(20, (i) => `<tr><td><a href="/t/${i}">${bank(i)}逾期怎么协商？电话 955${10 + i}</a></td><td>user${i}</td><td>11-${10 + (i % 20)}</td></tr>`)}</table>`,
  ],
  [
    'questions and answers',
    `<dl>${many(10, (i) => `<dt>${bank(i)}电话是多少？</dt><dd>拨打 955${10 + i}。</dd>`)}</dl>`,
  ],
  [
    'a directory as terms and descriptions',
    `<dl>${many(10, (i) => `<dt>${bank(i)} <b>955${10 + i}</b> <time>09:00</time></dt><dd>服务热线，【工作日】提供人工服务。</dd>`)}</dl>${comment}`,
  ],
  [
    'cards of branches',
    `<main>${many(8, (i) => `<article class="b"><header><strong>010-6206360${i}</strong><span>09:00-17:00</span></header><p>${bank(i)}营业部</p><p>西城区一条${i}号</p></article>`)}</main>${comment}`,
  ],
  [
    'paragraphs of an article',
    `<main>${many(20, (i) => `<p>第${i}段：${bank(i)}的客服电话是 955${10 + i}，服务时间 9:00-18:00。</p>`)}</main>${comment}`,
  ],
  [
    'a footer with offices',
    `<footer>${many(8, (i) => `<div class="office"><div>${bank(i)}营业部</div><div>010-6206360${i}</div><div>09:00-17:00</div></div>`)}</footer>`,
  ],
  [
    'a shop’s orders',
    `<div class="orders" style="height:300px;overflow:auto">${many(10, (i) => `<div class="order"><span>2026-11-${10 + i} 10:00</span><p>订单 20261122001438${i}，客服 400-444-040${i}</p></div>`)}</div><input type="text" placeholder="搜索订单">`,
  ],
  [
    'products in a grid',
    `<div style="display:grid;grid-template-columns:repeat(4,1fr)">${many(16, (i) => `<div class="item"><h4>【${bank(i)}】快贷</h4><p>年化3.6%起，客服955${10 + i}</p><button>立即申请</button></div>`)}</div><textarea placeholder="请输入"></textarea>`,
  ],
  [
    'comments in a box of their own, one of them one’s own',
    `<div class="list" style="height:300px;overflow:auto">${many(10, (i) => `<div class="c"><span class="name">${i === 4 ? '我' : `网友${i}`}</span><p>${bank(i)}的955${10 + i}是真的，别信400-444-041${i}</p><time>${i + 1}小时前</time></div>`)}</div><textarea placeholder="写下你的评论"></textarea>`,
  ],
  [
    'posts that a bank signs',
    `<div class="feed">${many(12, (i) => `<div class="card"><h3>${bank(i)}</h3><time>${i + 1}小时前</time><div>【${bank(i)}提示】客服热线955${10 + i}，退订短信请回T</div></div>`)}</div><textarea placeholder="有什么新鲜事想分享给大家？"></textarea>`,
  ],
  [
    'three cards beside a field',
    `<div class="row">${many(3, (i) => `<div class="card"><b>${bank(i)}</b><p>【${bank(i)}】客服热线955${10 + i}</p></div>`)}</div><textarea></textarea>`,
  ],
  [
    'a talk between others in a help desk',
    `<div class="ticket">${many(6, (i) => `<div class="cm"><div class="h">王先生 · 2026-11-0${i + 1} 10:00</div><div class="bd">我收到${bank(i)}的短信，让我打1390000040${i}</div></div>`)}</div><div contenteditable="true" aria-label="内部备注"></div>`,
  ],
]

describe('no conversation', () => {
  test.each(pages)('%s', (_name, html) => {
    document.body.innerHTML = html
    const view = createGenericView({ document, location, shadowOf: (element) => element.shadowRoot })
    const withDigits = [...document.querySelectorAll('article,p,li,td,dd,dt,strong,span,div,a')].filter((element) =>
      /\d{3}/.test(element.textContent ?? ''),
    )
    expect(withDigits.length).toBeGreaterThan(2)
    for (const element of withDigits) expect(view.notice(element)).toBe(false)
    expect(view.state()).toBeUndefined()
    expect(view.covers(document.body, '')).toBe(false)
  })
})
