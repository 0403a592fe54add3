import { render } from 'preact'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import type { InstitutionAnswer, RegistryStatus } from '../../../src/protocol.ts'
import guideCss from '../../../src/ui/guide/guide.css?inline'
import { GuidePage, type GuidePageProps, type GuideView, guideViews } from '../../../src/ui/guide/guide-page.tsx'
import { type Matter, newCall, newMatter } from '../../../src/ui/notebook/matter.ts'
import type { SavedLine } from '../../../src/ui/notebook/saved-line.ts'
import { blank, hua } from '../institution-stories.ts'
import { findings, openAllFolds, press, scheme, shoot } from '../support/look.ts'
import { stories } from '../verdict-stories.ts'

beforeAll(async () => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(guideCss)
  document.adoptedStyleSheets = [sheet]
  await page.viewport(900, 1000)
})

const undo: (() => void)[] = []
afterEach(() => {
  for (const each of undo.splice(0)) each()
})

const now = Date.UTC(2026, 10, 21, 4)
const status: RegistryStatus = {
  stamp: stories.official.registry,
  hotlines: 312,
  institutions: 180,
  storage: 'database',
}
const saved: SavedLine = {
  institution: 'hua-bank',
  name: '华山银行',
  number: '95500',
  canonical: '95500',
  label: '客户服务热线',
  told: false,
}
const full: Matter = {
  ...newMatter('m1', now),
  institution: '华山银行',
  problem: 'overdue',
  happened: '扣款比约定多了 120 元。',
  timeline: '11 月 3 日签约，11 月 20 日扣款。',
  goals: '退回多扣的 120 元。',
  atHand: ['contract'],
  asked: ['rate'],
  step: 'supervisor',
  evidence: ['contract', 'calls'],
  calls: [
    {
      ...newCall('c1', now - 86_400_000),
      number: '95500',
      agent: '0815',
      said: '会核实',
      promised: '三天内答复',
      deadline: now - 1,
      remind: true,
    },
  ],
}

/** Keeps what is saved, as the store would, and draws again. */
function open(over: Partial<GuidePageProps> = {}) {
  const host = document.createElement('div')
  document.body.append(host)
  let props: GuidePageProps
  let ids = 0
  const draw = (more: Partial<GuidePageProps>): void => {
    props = { ...props, ...more }
    render(<GuidePage {...props} />, host)
  }
  const onSave = vi.fn(async (matter: Matter) => {
    draw({ matters: [matter, ...props.matters.filter((each) => each.id !== matter.id)] })
  })
  props = {
    language: 'zh-CN',
    view: 'find',
    status,
    matters: [],
    saved: [],
    gone: [],
    retired: [],
    lasting: true,
    now: () => now,
    newId: () => {
      ids += 1
      return `new-${ids}-aaaa`
    },
    find: async (query): Promise<InstitutionAnswer[]> =>
      query === '华山' ? [hua] : query === '山' ? [hua, blank] : [],
    lookUp: async () => ({ verdicts: [stories['unlisted-service']], institutions: [] }),
    onSave,
    onRemove: vi.fn(async (id) => draw({ matters: props.matters.filter((each) => each.id !== id) })),
    onRemoveAll: vi.fn(async () => draw({ matters: [], saved: [] })),
    onRemind: vi.fn(async () => true),
    onKeep: vi.fn((line) => draw({ saved: [...props.saved, line] })),
    onDrop: vi.fn((line) => draw({ saved: props.saved.filter((each) => each !== line) })),
    onTold: vi.fn(() => draw({ retired: [] })),
    onSaveFile: vi.fn(),
    onPrint: vi.fn(),
    ...over,
  }
  draw({})
  undo.push(() => {
    render(null, host)
    host.remove()
  })
  return { host, props: () => props, draw }
}

async function search(host: HTMLElement, query: string): Promise<void> {
  host.querySelector<HTMLInputElement>('input[type=search]')?.focus()
  await userEvent.keyboard(`${query}{Enter}`)
  await expect.poll(() => host.querySelector('.found-card')).not.toBeNull()
}

function field(host: HTMLElement, label: string): HTMLInputElement | HTMLTextAreaElement {
  const found = [...host.querySelectorAll('label')].find((each) => each.textContent?.trim() === label)
  const control = found?.htmlFor ? host.querySelector(`#${CSS.escape(found.htmlFor)}`) : found?.querySelector('input')
  if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) return control
  throw new Error(`no field is called ${label}`)
}

describe.each(['zh-CN', 'en'] as const)('%s', (language) => {
  describe.each(['light', 'dark'] as const)('%s', (colours) => {
    it.each(guideViews)('%s: axe finds nothing', async (view: GuideView) => {
      await scheme(colours)
      const { host } = open({
        view,
        language,
        saved: view === 'family' ? [saved] : [],
        matters: [full],
        gone: view === 'family' ? [saved] : [],
        retired: view === 'family' ? [saved] : [],
      })
      if (view === 'find') await search(host, '山')
      if (view === 'practice') {
        press(host, language === 'en' ? 'I would check first' : '先核对')
        await expect.poll(() => host.querySelector('.verdict')).not.toBeNull()
      }
      openAllFolds(host)
      await shoot(host, `guide/${view}-${language}-${colours}`)
      expect(await findings(host)).toEqual([])
      expect(host.textContent).not.toMatch(/[{}]|undefined/)
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth)
    })
    it('an opened matter with a call: axe finds nothing', async () => {
      await scheme(colours)
      const { host } = open({ view: 'call', language, matters: [full] })
      press(host, language === 'en' ? 'Open' : '打开')
      await expect.poll(() => host.querySelector('.call-form')).not.toBeNull()
      openAllFolds(host)
      await shoot(host, `guide/matter-${language}-${colours}`)
      expect(await findings(host)).toEqual([])
      expect(host.textContent).not.toMatch(/[{}]|undefined/)
    })
  })
})

describe('find', () => {
  it('shows the institution, or the route and no number for a brand without a record', async () => {
    const { host } = open()
    await search(host, '华山')
    expect(host.querySelector('.found-card .call-number')?.textContent).toBe('95500')
    const other = open()
    await search(other.host, '借钱快')
    expect(other.host.querySelector('.found-card')?.textContent).toContain('名录中没有收录“借钱快”。')
    expect(other.host.querySelector('.found-card .call-number')).toBeNull()
    expect(other.host.querySelectorAll('.found-card .steps li')).toHaveLength(4)
  })

  it('puts the right line first for the chosen problem', async () => {
    const { host } = open()
    await search(host, '华山')
    host.querySelectorAll<HTMLInputElement>('.found-card input[type=radio]')[3]?.click()
    await expect.poll(() => host.querySelector('.found-card .call-number')?.textContent).toBe('400-810-0002')
    expect(host.querySelector('.found-card .todo')?.textContent).toContain('我要投诉')
  })
})

describe('notes', () => {
  it('saves worksheet, call, promise and level with every change, by keyboard', async () => {
    const { host, props } = open({ view: 'call' })
    press(host, '记一件事')
    await expect.poll(() => host.querySelector('textarea')).not.toBeNull()
    field(host, '机构').focus()
    await userEvent.keyboard('华山银行')
    field(host, '发生了什么').focus()
    await userEvent.keyboard('多扣 120 元')
    press(host, '记一次通话')
    await expect.poll(() => host.querySelector('.call-form')).not.toBeNull()
    field(host, '客服工号').focus()
    await userEvent.keyboard('0815')
    field(host, '答应了什么').focus()
    await userEvent.keyboard('三天内退回')
    press(host, '上一级')
    await expect.poll(() => props().matters[0]?.step).toBe('supervisor')
    const [matter] = props().matters
    expect(matter).toMatchObject({ institution: '华山银行', happened: '多扣 120 元' })
    expect(matter?.calls[0]).toMatchObject({ agent: '0815', promised: '三天内退回', at: now })
    openAllFolds(host)
    expect(host.querySelector('.letter')?.textContent).toContain('接听客服工号 0815。对方答复：三天内退回')
  })

  it('warns when a note seems to hold an ID or card number, and keeps no identifier fields', async () => {
    const { host } = open({ view: 'call', matters: [full] })
    press(host, '打开')
    await expect.poll(() => host.querySelector('textarea')).not.toBeNull()
    const happened = field(host, '发生了什么')
    happened.focus()
    await userEvent.keyboard('卡号 4111 1111 1111 1111')
    await expect.poll(() => happened.parentElement?.textContent).toContain('这里像是银行卡号')
    expect(host.textContent).not.toMatch(/请输入.*(身份证|银行卡)/)
  })

  it('asks for the permission only when a reminder is wanted, and says when it was refused', async () => {
    const onRemind = vi.fn(async () => false)
    const { host, props } = open({
      view: 'call',
      matters: [{ ...full, calls: full.calls.map((call) => ({ ...call, remind: false })) }],
      onRemind,
    })
    press(host, '打开')
    await expect.poll(() => host.querySelector('.call-form')).not.toBeNull()
    expect(onRemind).not.toHaveBeenCalled()
    field(host, '到期提醒我一次').click()
    await expect.poll(() => props().matters[0]?.calls[0]?.remind).toBe(true)
    expect(host.textContent).toContain('浏览器没有允许通知')
  })

  it('shows in the list what is due', () => {
    const { host } = open({ view: 'call', matters: [full] })
    expect(host.querySelector('.due')?.textContent).toContain('约定的时间到了')
  })

  it('deletes everything with two presses', async () => {
    const { host, props } = open({ view: 'call', matters: [full] })
    press(host, '删除全部记录')
    expect(props().onRemoveAll).not.toHaveBeenCalled()
    await expect.poll(() => host.textContent).toContain('确定删除')
    press(host, '确定删除')
    await expect.poll(() => host.textContent).toContain('已删除。')
    expect(props().matters).toEqual([])
  })

  it('says so when saving fails, and keeps what was typed', async () => {
    const { host } = open({ view: 'call', onSave: async () => Promise.reject(new Error('quota')) })
    press(host, '记一件事')
    await expect.poll(() => host.querySelector('textarea')).not.toBeNull()
    field(host, '机构').focus()
    await userEvent.keyboard('华')
    await expect.poll(() => host.querySelector('[role=alert]')?.textContent).toBe('没能保存。请先复制这里的文字。')
    expect(field(host, '机构').value).toBe('华')
  })
})

it('hands the focus on when another room replaces what had it', async () => {
  const { host, draw } = open({ view: 'report' })
  field(host, '号码').focus()
  await userEvent.keyboard('4')
  draw({ view: 'emergency' })
  expect(document.activeElement).toBe(host.querySelector('main'))
})

it('keeps what is typed while the browser asks whether it may notify', async () => {
  let allow: (allowed: boolean) => void = () => undefined
  const onRemind = () => new Promise<boolean>((answer) => (allow = answer))
  const [call] = full.calls
  const { host, props } = open({
    view: 'call',
    matters: [{ ...full, calls: call ? [{ ...call, remind: false }] : [] }],
    onRemind,
  })
  press(host, '打开')
  await expect.poll(() => host.querySelector('.call-form')).not.toBeNull()
  const box = [...host.querySelectorAll('label')].find((each) => each.textContent?.includes('提醒'))
  box?.querySelector('input')?.click()
  field(host, '客服工号').focus()
  await userEvent.keyboard('77')
  allow(true)
  await expect.poll(() => props().matters[0]?.calls[0]?.remind).toBe(true)
  expect(props().matters[0]?.calls[0]?.agent).toBe('081577')
  expect(field(host, '客服工号').value).toBe('081577')
})

describe('the evidence packet', () => {
  it('is one file with its own policy, in which typed text stays text', async () => {
    const onSaveFile = vi.fn()
    const hostile = { ...full, happened: '<img src=x onerror=alert(1)></dd><script>alert(2)</script>' }
    const { host } = open({ view: 'call', matters: [hostile], onSaveFile })
    press(host, '打开')
    await expect.poll(() => host.querySelector('.call-form')).not.toBeNull()
    press(host, '保存为文件')
    const [name, type, html] = onSaveFile.mock.calls[0] ?? []
    expect([name, type]).toEqual(['zhenhao-packet.html', 'text/html'])
    const file = new DOMParser().parseFromString(html, 'text/html')
    expect(file.querySelectorAll('script, img, link, a')).toHaveLength(0)
    expect(file.querySelector('meta[http-equiv]')?.getAttribute('content')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'",
    )
    expect(html).toMatch(/^<!doctype html>/i)
    expect(file.body.textContent).toContain('<img src=x onerror=alert(1)>')
    for (const part of ['情况说明：华山银行', '0815', '三天内答复', '退回多扣的 120 元'])
      expect(file.body.textContent).toContain(part)
  })
})

it('shows the answer to the newest search when answers overtake each other', async () => {
  const answers: ((found: InstitutionAnswer[]) => void)[] = []
  const { host } = open({ find: () => new Promise((resolve) => answers.push(resolve)) })
  host.querySelector<HTMLInputElement>('input[type=search]')?.focus()
  await userEvent.keyboard('山{Enter}岳{Enter}')
  answers[1]?.([hua])
  await expect.poll(() => host.querySelector('.found-card')?.textContent).toContain('华山')
  answers[0]?.([])
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(host.querySelector('.found-card')?.textContent).toContain('华山')
})

describe('the family card', () => {
  it('takes official lines, prints, and lets go', async () => {
    const { host, props } = open({ view: 'family' })
    await search(host, '山')
    expect([...host.querySelectorAll('button')].filter((each) => each.textContent === '放进家人卡')).toHaveLength(1)
    press(host, '放进家人卡')
    await expect.poll(() => host.querySelector('.family-line')?.textContent).toContain('95500')
    press(host, '打印')
    expect(props().onPrint).toHaveBeenCalledOnce()
    press(host, '移除')
    await expect.poll(() => host.querySelector('.family-line')).toBeNull()
  })

  it('tells once that a kept number left the list', async () => {
    const { host, props } = open({ view: 'family', saved: [saved], gone: [saved], retired: [saved] })
    expect(host.querySelector('.told')?.textContent).toContain('您记下的华山银行 95500 已不是官方号码。')
    press(host, '知道了')
    expect(props().onTold).toHaveBeenCalledExactlyOnceWith()
    await expect.poll(() => host.querySelector('.told')).toBeNull()
  })
})

describe('practice', () => {
  it('asks first, shows the real check after, five times', async () => {
    const asked: string[] = []
    const { host } = open({
      view: 'practice',
      lookUp: async (text) => {
        asked.push(text)
        return { verdicts: [stories['official-other']], institutions: [] }
      },
    })
    for (let round = 0; round < 5; round += 1) {
      expect(host.querySelector('.verdict')).toBeNull()
      press(host, '先核对')
      await expect.poll(() => host.querySelector('.verdict')).not.toBeNull()
      expect(host.textContent).toContain('您的判断和核对结果一致。')
      press(host, '下一条')
      await expect.poll(() => host.querySelector('.verdict')).toBeNull()
    }
    expect(new Set(asked).size).toBe(5)
    expect(host.textContent).toContain('拿不准，就先挂断再回拨')
    press(host, '再练一遍')
    await expect.poll(() => host.textContent).toContain('可以拨打')
    press(host, '可以拨打')
    await expect.poll(() => host.textContent).toContain('核对结果不一样')
  })
})

it('prints dark on white, also where the screen is dark', async () => {
  const { host } = open({ view: 'family', saved: [saved] })
  const card = host.querySelector('.family-card') ?? host
  await scheme('dark')
  expect(getComputedStyle(card).color).toBe('rgb(238, 240, 243)')
  const features = [{ name: 'prefers-color-scheme', value: 'dark' }]
  await cdp().send('Emulation.setEmulatedMedia', { media: 'print', features })
  expect(getComputedStyle(card).color).toBe('rgb(25, 28, 32)')
  expect(getComputedStyle(host.querySelector('.page-head') ?? host).display).toBe('none')
  await cdp().send('Emulation.setEmulatedMedia', { media: '', features: [] })
})

describe('hand-off', () => {
  it('shows no text to copy before there is a number', () => {
    const { host } = open({ view: 'report' })
    expect(host.querySelector('.letter')).toBeNull()
    expect(host.textContent).toContain('填了号码，这里会出现可以复制的文字。')
  })

  it('writes the report with what the list says, for the person to copy', async () => {
    const { host } = open({ view: 'report' })
    field(host, '号码').focus()
    await userEvent.keyboard('400-123-0152')
    await expect.poll(() => host.querySelector('.letter')?.textContent).toContain('名录第 3 版：未在名录中')
    expect(host.textContent).toMatch(/名录更正 ZH-new-1-aa\n号码：400-123-0152/)
    field(host, '应该是什么').focus()
    await userEvent.keyboard('泰山')
    await expect.poll(() => host.textContent).toContain('应为：泰山')
  })
})
