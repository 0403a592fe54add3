/** The scenes to photograph: at least one for each of the product's 21 rows. */
import type { Tab } from '../../src/launcher/browser.ts'
import { appears, ask, click, fill, openFolds, search, setClock } from './scene-steps.ts'

export interface Scene {
  /** Rows of the product that it shows. */
  rows: readonly number[]
  name: string
  /** Page of the extension. */
  page: string
  /** Also in the smaller set for Firefox. */
  firefox?: boolean
  act: (tab: Tab, language: 'zh' | 'en') => Promise<void>
}

const card = '.institution > .folds'
const verdict = '.verdict > .folds'
const lender = { zh: '五岳示例', en: '五岳示例' }
const whole =
  '【微粒贷】尊敬的客户：因LPR利率整改，您名下贷款账户需注销，请于今日18:00前致电客服 400-123-0152 办理，否则将冻结额度并影响征信。'
const workday = '2026-11-24T10:00:00+08:00'
const holiday = '2026-10-01T10:00:00+08:00'

const popup = (rows: number[], name: string, question: string, more?: Scene['act'], firefox = false): Scene => ({
  rows,
  name,
  page: 'popup.html',
  firefox,
  async act(tab, language) {
    await ask(tab, question)
    await more?.(tab, language)
  },
})

const find = (rows: number[], name: string, more: Scene['act'], time = workday, firefox = false): Scene => ({
  rows,
  name,
  page: 'guide.html#find',
  firefox,
  async act(tab, language) {
    await setClock(tab, time)
    await search(tab, lender[language])
    await more(tab, language)
  },
})

export const popupScenes: Scene[] = [
  { rows: [], name: 'empty', page: 'popup.html', firefox: true, act: async () => undefined },
  popup([1, 20], 'official', '招商银行 95555', undefined, true),
  popup([20], 'official-why', '95588', (tab) => openFolds(tab, verdict, [0])),
  popup([16], 'official-tips', '95588', (tab) => openFolds(tab, verdict, [1])),
  popup([2], 'unknown-brand', '借钱快', undefined, true),
  popup([1, 6], 'by-name', '招商银行'),
  popup([2, 6, 12], 'by-product', '微粒贷', undefined, true),
  popup([2], 'by-product-path', '微粒贷', (tab) => openFolds(tab, card, [2])),
  popup([3, 14, 16], 'whole-message', whole, undefined, true),
  popup([13, 14], 'whole-message-folds', whole, (tab) => openFolds(tab, verdict, [0, 1, 2])),
  popup([14], 'other-owner', '招商银行提醒：额度有变化，请致电客服 95588 办理。'),
  popup([], 'two-numbers', '【工商银行】账单已出，详询 95588，或加客服专员 13800000000 办理提额贷款。'),
  popup([18], 'calls-out-only', '中信银行 400-089-5558'),
  popup([18], 'sender-port', '1069000012345'),
  popup([], 'public-service', '12378'),
  popup([], 'authority-by-name', '工业和信息化部'),
  popup([6], 'many-lines', '中信银行', (tab) => openFolds(tab, card, [0])),
  popup([], 'several-institutions', '平安'),
  popup([], 'nothing-found', '你好'),
  popup([], 'malformed', '工商银行客服请拨 +95588'),
  popup([4, 5, 6], 'closed-now', lender.zh),
  popup([18], 'may-contact', lender.zh, (tab) => openFolds(tab, card, [1])),
  popup([5], 'ready', lender.zh, (tab) => openFolds(tab, card, [2])),
  popup([7], 'channels', lender.zh, (tab) => openFolds(tab, card, [4])),
  popup([17], 'facts', lender.zh, (tab) => openFolds(tab, card, [5])),
  popup([6], 'overdue', lender.zh, (tab) => click(tab, '.choice-item input >> 4')),
  popup([6, 13], 'lost', lender.zh, (tab) => click(tab, '.choice-item input >> 2')),
  {
    rows: [13],
    name: 'emergency',
    page: 'popup.html',
    firefox: true,
    act: (tab) => click(tab, '.popup-bar button'),
  },
]

/** A matter with one call, as a person would fill it in. */
async function fillMatter(tab: Tab): Promise<void> {
  await click(tab, 'main .button[data-kind=main]')
  await fill(tab, '.field input[type=text]', '五岳示例消费金融')
  await click(tab, '.choice-item input >> 4')
  const notes = [
    '扣款比约定多了 120 元，利率也和合同不一样。',
    '11 月 3 日签约，11 月 20 日扣款。',
    '每期 1,180 元，每月 20 日',
    '退回多扣的 120 元；拿到书面答复',
  ]
  for (const [place, words] of notes.entries()) await fill(tab, `.field textarea >> ${place}`, words)
  await click(tab, '.check input >> 0')
  await click(tab, '.check input >> 4')
  await click(tab, '.section > p:last-child .button >> 0')
  await appears(tab, '.call-form')
  await fill(tab, '.call-form input[type=text] >> 0', '400-000-0100')
  await fill(tab, '.call-form input[type=text] >> 1', '0815')
  await fill(tab, '.call-form textarea >> 0', '会核实扣款记录')
  await fill(tab, '.call-form textarea >> 1', '三天内退回多扣的 120 元')
  await fill(tab, '.call-form input[type=datetime-local] >> 1', '2026-11-27T18:00')
  await click(tab, '.call-form .check-list input >> 0')
}

export const guideScenes: Scene[] = [
  { rows: [], name: 'find-empty', page: 'guide.html#find', act: async () => undefined },
  find([4, 12], 'find-open', async () => undefined, workday, true),
  find([4], 'find-holiday', async () => undefined, holiday),
  find([2, 5, 6, 7, 17, 18], 'find-folds', (tab) => openFolds(tab, card, [0, 1, 2, 3, 4, 5])),
  { rows: [2], name: 'find-unknown', page: 'guide.html#find', act: (tab) => search(tab, '借钱快') },
  { rows: [], name: 'call-empty', page: 'guide.html#call', act: async () => undefined },
  { rows: [8, 9, 10, 11, 15, 17], name: 'matter', page: 'guide.html#call', firefox: true, act: fillMatter },
  {
    rows: [11],
    name: 'written',
    page: 'guide.html#call',
    async act(tab) {
      await click(tab, '.matters .button >> 0')
      await openFolds(tab, '.call-form', [0])
      await tab.evaluate(() => document.querySelector('.call-form')?.scrollIntoView())
    },
  },
  { rows: [10], name: 'matters', page: 'guide.html#call', act: (tab) => setClock(tab, '2026-11-28T10:00:00+08:00') },
  { rows: [19], name: 'family-empty', page: 'guide.html#family', act: async () => undefined },
  {
    rows: [19],
    name: 'family',
    page: 'guide.html#family',
    firefox: true,
    async act(tab) {
      for (const name of ['招商银行', '微粒贷', '工商银行', lender.zh]) {
        await search(tab, name)
        await click(tab, '.found-card > p > .button')
        await appears(tab, '.family-card')
      }
    },
  },
  { rows: [], name: 'practice', page: 'guide.html#practice', act: async () => undefined },
  ...[1, 2, 3, 4, 5].map(
    (index): Scene => ({
      rows: [],
      name: `practice-${index}`,
      page: 'guide.html#practice',
      async act(tab) {
        for (let done = 1; done < index; done += 1) {
          await click(tab, '.exercise .actions .button >> 1')
          await click(tab, '.exercise .button[data-kind=main]')
        }
        await click(tab, '.exercise .actions .button >> 0')
        await appears(tab, '.exercise .verdict')
      },
    }),
  ),
  { rows: [], name: 'report-empty', page: 'guide.html#report', act: async () => undefined },
  {
    rows: [3],
    name: 'report',
    page: 'guide.html#report',
    async act(tab) {
      await fill(tab, '.field :is(input,textarea) >> 0', '400-123-0152')
      await fill(tab, '.field :is(input,textarea) >> 1', '微粒贷客服')
      await fill(tab, '.field :is(input,textarea) >> 2', '短信说账户要注销，让我打这个电话，又要我共享屏幕。')
      await appears(tab, '.chip')
    },
  },
  { rows: [13], name: 'emergency', page: 'guide.html#emergency', act: async () => undefined },
]

/** Settings as they are after a while. */
async function pauseThings(tab: Tab): Promise<void> {
  await tab.evaluate(async () => {
    const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
    const { settings } = await storage.local.get('settings')
    const pausedSites = ['news.example.com', 'a-very-long-host-name-of-a-lender.example.com']
    const muted = ['4001230152', '+85230000000']
    await storage.local.set({ settings: { ...settings, pausedSites, muted, pausedUntil: 'forever' } })
  })
  await appears(tab, '.resume-row')
}

async function resumeThings(tab: Tab): Promise<void> {
  await tab.evaluate(async () => {
    const { storage } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')
    const { settings } = await storage.local.get('settings')
    await storage.local.set({ settings: { ...settings, pausedSites: [], muted: [], pausedUntil: undefined } })
  })
}

export const optionsScenes: Scene[] = [
  { rows: [], name: 'first-run', page: 'options.html#welcome', firefox: true, act: async () => undefined },
  { rows: [], name: 'options-paused', page: 'options.html', firefox: true, act: pauseThings },
  { rows: [], name: 'options', page: 'options.html', firefox: true, act: resumeThings },
]
