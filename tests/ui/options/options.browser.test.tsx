import { render } from 'preact'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { RegistryStatus } from '../../../src/protocol.ts'
import type { RegistryDetails } from '../../../src/registry/registry-details.ts'
import type { Policy, Settings } from '../../../src/settings.ts'
import optionsCss from '../../../src/ui/options/options.css?inline'
import { OptionsPage, type OptionsPageProps } from '../../../src/ui/options/options-page.tsx'
import { findings, openAllFolds, press, scheme, shoot } from '../support/look.ts'
import { stories } from '../verdict-stories.ts'

beforeAll(async () => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(optionsCss)
  document.adoptedStyleSheets = [sheet]
  await page.viewport(900, 900)
})

const undo: (() => void)[] = []
afterEach(() => {
  for (const each of undo.splice(0)) each()
})

const settings: Settings = { pausedSites: [], muted: [], personalMark: '' }
const status: RegistryStatus = {
  stamp: stories.official.registry,
  hotlines: 312,
  institutions: 180,
  storage: 'database',
}

const bank = { id: 'cmb', name: { zh: '招商银行股份有限公司', en: 'China Merchants Bank' } }
const none = { count: 0, told: [] }
const details: RegistryDetails = {
  roles: (['root', 'targets', 'snapshot', 'timestamp'] as const).map((role, at) => ({
    role,
    version: 12,
    expires: new Date(Date.UTC(2026, 10, 20 + 10 * at, 12)).toISOString(),
    threshold: at < 2 ? 2 : 1,
    keys: at < 2 ? 3 : 1,
    signedBy: at < 2 ? ['li', 'wang'] : ['online'],
  })),
  history: {
    schema: 1,
    entries: [
      { seq: 11, builtAt: '2026-11-14T08:00:00Z', why: '签名更换', signedBy: ['wang', 'zhao'] },
      {
        seq: 12,
        builtAt: '2026-11-21T08:00:00Z',
        why: '信用卡热线停用，来自银行公告',
        changes: {
          added: { count: 22, told: [{ number: '400-820-5555', ...bank }] },
          removed: none,
          changed: { count: 1, told: [{ number: '95555', ...bank, fields: ['level', 'validTo'] }] },
          others: 3,
        },
      },
    ],
  },
}

/** Keeps the settings as the browser would and draws again. */
function open(over: Partial<OptionsPageProps> = {}) {
  const host = document.createElement('div')
  document.body.append(host)
  const onChange = vi.fn((change: (settings: Settings) => Settings) => {
    props = { ...props, settings: change(props.settings) }
    render(<OptionsPage {...props} />, host)
  })
  let props: OptionsPageProps = {
    language: 'zh-CN',
    settings,
    policy: { pauseForbidden: false, exemptSites: [] },
    status: { ...status, stamp: { ...stories.official.registry, seq: 12 } },
    details,
    views: { version: 3, published: false, accepted: 7, refusals: [] },
    now: Date.UTC(2026, 10, 21),
    firstRun: false,
    lookUp: async () => ({
      verdicts: [
        { ...stories.official, start: 6 },
        { ...stories['unlisted-service'], start: 30 },
      ],
      institutions: [],
    }),
    onUpdate: vi.fn(async () => undefined),
    onDeleteAll: vi.fn(async () => undefined),
    onChange,
    ...over,
  }
  render(<OptionsPage {...props} />, host)
  undo.push(() => {
    render(null, host)
    host.remove()
  })
  return { host, settings: () => props.settings }
}

const paused: Settings = {
  pausedSites: ['news.example.com'],
  muted: ['4001230152'],
  pausedUntil: Date.UTC(2026, 10, 21, 12),
  personalMark: '青竹',
}
const states: Record<string, Partial<OptionsPageProps>> = {
  'first run': { firstRun: true },
  'everything paused and muted': { settings: paused },
  organisation: { policy: { pauseForbidden: true, exemptSites: ['intra.example.com'], strictness: 'quiet' } },
  'most marks': { settings: { ...settings, strictness: 'careful' } },
  'no list': { status: { stamp: null, hotlines: 0, institutions: 0, problem: 'damaged', storage: 'memory' } },
  'development list': { status: { ...status, stamp: { ...stories.official.registry, channel: 'development' } } },
  'up to date': {
    status: { ...status, update: { triedAt: '2026-11-21T08:00:00Z', outcome: { kind: 'current', seq: 3 } } },
  },
  'bundled, no address': { status: { ...status, update: { outcome: { kind: 'no-address' } } } },
  'no signatures': { details: { roles: [], history: null } },
  'look-up failed': {
    lookUp: async () => {
      throw new Error('unreachable')
    },
  },
}

describe.each(['zh-CN', 'en'] as const)('%s', (language) => {
  describe.each(['light', 'dark'] as const)('%s', (colours) => {
    it.each(Object.keys(states))('%s: axe finds nothing', async (name) => {
      await scheme(colours)
      const { host } = open({ ...states[name], language })
      if (name !== 'look-up failed')
        await expect.poll(() => host.querySelectorAll('.example-answers li').length).toBe(2)
      openAllFolds(host)
      await shoot(host, `options/${name}-${language}-${colours}`)
      expect(await findings(host)).toEqual([])
      expect(host.textContent).not.toMatch(/[{}]|undefined/)
    })
  })
})

describe('preferences', () => {
  it('keeps the mark without the spaces around it, and says so', async () => {
    const { host, settings: now } = open()
    const mark = host.querySelector<HTMLInputElement>('input')
    mark?.focus()
    await userEvent.keyboard(' 青竹 {Tab}')
    expect(now().personalMark).toBe('青竹')
    await expect.poll(() => host.querySelector('[role=status]')?.textContent).toBe('已保存')
  })
  it('changes the language and goes back to the browser’s', async () => {
    const { host, settings: now } = open()
    const select = host.querySelector('select')
    if (!select) throw new Error('no language choice')
    await userEvent.selectOptions(select, 'en')
    expect(now().language).toBe('en')
    await userEvent.selectOptions(select, '')
    expect(now()).not.toHaveProperty('language')
  })
})

describe('how much is marked', () => {
  const choice = (host: Element, words: string) =>
    [...host.querySelectorAll<HTMLLabelElement>('.choice')].find((label) => label.textContent?.startsWith(words))
  const example = (host: Element) =>
    [...host.querySelectorAll('.strict-example li')].map((row) => row.textContent?.includes('网页上不标') ?? false)
  const lookUp = async () => ({
    verdicts: (['official', 'unlisted-service', 'ordinary'] as const).map((code, at) => ({
      ...stories[code],
      start: at * 10,
    })),
    institutions: [],
  })
  it('is standard at first; each choice shows at once in the example what it does, and is kept', async () => {
    const { host, settings: now } = open({ lookUp })
    expect(choice(host, '标准')?.querySelector('input')?.checked).toBe(true)
    await expect.poll(() => example(host)).toEqual([false, false, true])
    choice(host, '安静')?.click()
    expect(now().strictness).toBe('quiet')
    await expect.poll(() => example(host)).toEqual([true, false, true])
    choice(host, '更细')?.click()
    expect(now().strictness).toBe('careful')
    await expect.poll(() => example(host)).toEqual([false, false, false])
  })
  it('goes by the keyboard: one stop, arrows choose', async () => {
    const { host, settings: now } = open({ lookUp })
    choice(host, '标准')?.querySelector('input')?.focus()
    await userEvent.keyboard('{ArrowDown}')
    expect(now().strictness).toBe('careful')
    expect(document.activeElement).toBe(choice(host, '更细')?.querySelector('input'))
  })
  it('set by an organisation it is shown and cannot be changed', () => {
    const policy: Policy = { pauseForbidden: false, exemptSites: [], strictness: 'quiet' }
    const { host, settings: now } = open({ lookUp, policy, settings: { ...settings, strictness: 'careful' } })
    expect(choice(host, '安静')?.querySelector('input')?.checked).toBe(true)
    choice(host, '标准')?.click()
    expect(now().strictness).toBe('careful')
    expect(host.textContent).toContain('您的单位统一了标出多少：安静。')
  })
})

describe('what the person left', () => {
  it('is deleted with two presses, and the page says so', async () => {
    const onDeleteAll = vi.fn(async () => undefined)
    const { host } = open({ onDeleteAll })
    press(host, '全部删除')
    expect(onDeleteAll).not.toHaveBeenCalled()
    await expect.poll(() => host.textContent).toContain('确定删除')
    press(host, '确定删除')
    expect(onDeleteAll).toHaveBeenCalledOnce()
    await expect.poll(() => host.textContent).toContain('已删除。')
  })
  it('says so when it could not be deleted', async () => {
    const { host } = open({ onDeleteAll: () => Promise.reject(new Error('unreachable')) })
    press(host, '全部删除')
    await expect.poll(() => host.textContent).toContain('确定删除')
    press(host, '确定删除')
    await expect.poll(() => host.textContent).toContain('没能删除。请再试一次。')
    expect(host.textContent).not.toContain('已删除。')
  })
  it('does not take the focus when the page opens, however it was opened', async () => {
    await userEvent.keyboard('x') // the browser counts the person as active from here on
    const { host } = open()
    await expect.poll(() => host.querySelectorAll('.example-answers li').length).toBeGreaterThan(1)
    expect(document.activeElement).toBe(document.body)
  })
})

describe('the first page', () => {
  it('is short: what is read, an example, each permission, and the way to the settings', () => {
    const { host } = open({ firstRun: true })
    expect([...host.querySelectorAll('h1, h2')].map((each) => each.textContent)).toEqual([
      '真号已经装好',
      '看一个例子',
      '它读什么，留下什么',
      '每项权限用来做什么',
    ])
    expect(host.querySelector('a')?.getAttribute('href')).toBe('/options.html')
    expect(host.querySelector('input, select')).toBeNull()
  })
})

describe('paused and muted', () => {
  it('gives each one back with one press', async () => {
    const { host, settings: now } = open({ settings: paused })
    for (const words of ['恢复 news.example.com', '恢复 4001230152']) {
      host.querySelector<HTMLButtonElement>(`[aria-label="${words}"]`)?.click()
    }
    host.querySelector<HTMLButtonElement>('.resume-row button:not([aria-label])')?.click()
    expect(now()).toEqual({ pausedSites: [], muted: [], personalMark: '青竹' })
    await expect.poll(() => host.textContent).toContain('没有暂停的网站')
  })
  it('gives all of them back with one', async () => {
    const { host, settings: now } = open({ settings: { ...paused, pausedSites: ['a.example', 'b.example'] } })
    press(host, '全部恢复')
    expect(now()).toEqual({ pausedSites: [], muted: [], personalMark: '青竹' })
    await expect.poll(() => host.textContent).toContain('没有暂停的网站')
  })
})

describe('the list', () => {
  it('asks for a newer one when told to, and says how it went', async () => {
    const onUpdate = vi.fn(async () => undefined)
    const failed = { kind: 'failed', code: 'captive-portal', reason: 'html' } as const
    const { host } = open({
      status: { ...status, update: { triedAt: '2026-11-21T08:00:00Z', outcome: failed } },
      onUpdate,
    })
    expect(host.querySelector('.update')?.textContent).toContain('没能连上更新地址')
    host.querySelector<HTMLButtonElement>('.update button')?.click()
    expect(onUpdate).toHaveBeenCalledOnce()
  })
  it('offers no update where the build has no address', () => {
    const { host } = open({ status: { ...status, update: { outcome: { kind: 'no-address' } } } })
    expect(host.querySelector('.update')?.textContent).toBe('这是随扩展附带的名录，没有更新地址。')
  })
})

describe('how message pages are read', () => {
  const refusals = [
    { adapter: 'bank-pages', field: 'match', reason: 'host-outside-package', pieceOnly: true },
    { adapter: 'google-voice', field: 'forwarded', reason: 'unknown-parser', pieceOnly: false },
    { adapter: '#6', reason: 'bad-shape', pieceOnly: false },
  ] as const

  it('tells the version in force and that it came with the extension', () => {
    const { host } = open()
    expect(host.textContent).toContain('用随扩展附带的第 3 版，认识 7 种短信页面')
    expect(host.textContent).not.toContain('没有采用')
  })

  it.each(['zh-CN', 'en'] as const)('tells each refused piece with its reason: %s', async (language) => {
    const views = { version: 4, published: true, accepted: 2, refusals: [...refusals] }
    const { host } = open({ language, views })
    openAllFolds(host)
    const fold = host.querySelector('details:has(code)')
    if (fold) await shoot(fold, `options/message-views-${language}`)
    expect(await findings(host)).toEqual([])
    const said = host.textContent
    expect(said).toContain(language === 'en' ? 'Parts of the published file that were not used: 3' : '有 3 处没有采用')
    expect(said).toContain(
      language === 'en'
        ? 'bank-pages.match The site is not one that the extension allows. Only this part is left out.'
        : 'bank-pages.match 网站不在扩展允许的范围内。 只去掉这一处。',
    )
    expect(said).toContain(
      language === 'en'
        ? 'google-voice.forwarded It needs a parser that the extension does not have. The whole entry is left out.'
        : 'google-voice.forwarded 要用扩展里没有的解析办法。 这一种整个不用。',
    )
  })

  it('tells why a whole file was refused', () => {
    const views = { version: 3, published: false, accepted: 7, refused: 'unknown-schema', refusals: [] } as const
    expect(open({ views: { ...views, refusals: [] } }).host.textContent).toContain('发布的文件没有采用：格式比扩展新。')
  })
})

describe('who signed and what changed', () => {
  const textOf = (element: Element | null | undefined) => element?.textContent ?? ''
  it('names the keys, how many are needed and until when each part holds', () => {
    const { host } = open()
    const parts = [...host.querySelectorAll('.signatures > li')].map(textOf)
    expect(parts).toEqual([
      '信任根：规定谁的签名算数li、wang（3 把钥匙里至少要 2 把）已在 2026-11-20 到期。',
      '号码数据：名录里的每一条li、wang（3 把钥匙里至少要 2 把）有效到 2026-11-30，还有 9 天。',
      '快照：这些文件是同一批online（1 把钥匙里至少要 1 把）有效到 2026-12-10，还有 19 天。',
      '时间戳：这是最新的一批online（1 把钥匙里至少要 1 把）有效到 2026-12-20，还有 29 天。',
    ])
  })
  it('tells the publications newest first; who signed the newest comes from its own signatures', () => {
    const { host } = open()
    const told = [...host.querySelectorAll('.publication')].map(textOf)
    expect(told).toEqual([
      '第 12 版 · 2026-11-21原因：信用卡热线停用，来自银行公告签名：li、wang' +
        '新增 22 个号码400-820-5555 招商银行另有 21 个更改 1 个号码95555 招商银行：核实程度、停用日期机构资料等其他改动 3 处',
      '第 11 版 · 2026-11-14原因：签名更换签名：wang、zhao',
    ])
    expect(host.textContent).not.toContain('记录只到')
  })
  it('says when the log ends before the list, or is not there', () => {
    expect(open({ status }).host.textContent).toContain('记录只到第 12 版。')
    expect(open({ details: { roles: [], history: null } }).host.textContent).toContain('没有与现在的名录相符的变更记录')
  })
})
