import { render } from 'preact'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { zhPopup } from '../../../src/locales/zh-CN/popup.ts'
import { limits } from '../../../src/message-bodies.ts'
import type { InstitutionAnswer, RegistryStatus } from '../../../src/protocol.ts'
import type { Outcome } from '../../../src/registry/outcome.ts'
import type { RegistryProblem } from '../../../src/registry/registry-error.ts'
import type { LookUpAnswer } from '../../../src/ui/popup/found.tsx'
import type { FrameMark, PageView } from '../../../src/ui/popup/page-numbers.tsx'
import type { PauseState } from '../../../src/ui/popup/pause.tsx'
import popupCss from '../../../src/ui/popup/popup.css?inline'
import { Popup, type PopupProps } from '../../../src/ui/popup/popup.tsx'
import type { Verdict } from '../../../src/verdict/verdict.ts'
import { blank, hua } from '../institution-stories.ts'
import { findings, openAllFolds, press, scheme, shoot } from '../support/look.ts'
import { type StoryName, stories } from '../verdict-stories.ts'

beforeAll(() => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(popupCss)
  document.adoptedStyleSheets = [sheet]
})

function answer(verdicts: Verdict[], institutions: InstitutionAnswer[] = []): LookUpAnswer {
  return { verdicts, institutions }
}

const undo: (() => void)[] = []
afterEach(() => {
  for (const each of undo.splice(0)) each()
})

const status: RegistryStatus = {
  stamp: stories.official.registry,
  hotlines: 312,
  institutions: 180,
  storage: 'database',
}

function markOf(name: StoryName, id: number): FrameMark {
  const verdict: Verdict = stories[name]
  const { raw, code, canonical, modifiers } = verdict
  return { frameId: 0, mark: { id, text: raw, code, canonical, institutions: [], modifiers, verdict } }
}

const page: PageView = {
  kind: 'ready',
  host: 'news.example.com',
  marks: [
    markOf('official', 1),
    markOf('official-other', 2),
    markOf('unlisted-service', 3),
    markOf('malformed, glued digits', 4),
  ],
  atRest: true,
  spoofed: false,
}

function open(over: Partial<PopupProps> = {}) {
  const host = document.createElement('div')
  host.style.cssText = 'width: 360px'
  document.body.append(host)
  const props: PopupProps = {
    language: 'zh-CN',
    personalMark: '',
    status,
    page,
    pause: { kind: 'running' },
    now: Date.UTC(2026, 10, 21, 4),
    retired: [],
    onTold: vi.fn(),
    lookUp: vi.fn(async () => answer([stories.official])),
    onReveal: vi.fn(),
    onCheck: vi.fn(),
    onPause: vi.fn(),
    onResume: vi.fn(),
    onOptions: vi.fn(),
    onGuide: vi.fn(),
    ...over,
  }
  const draw = (next: PopupProps) => render(<Popup {...next} />, host)
  draw(props)
  undo.push(() => {
    render(null, host)
    host.remove()
  })
  return { host, props, update: (more: Partial<PopupProps>) => draw({ ...props, ...more }) }
}

const problems: RegistryProblem[] = ['signature', 'damaged', 'missing', 'schema', 'store']

/** A kind of page or pause that is added does not compile without its state here. */
const pages: Record<PageView['kind'], PageView> = {
  ready: page,
  loading: { kind: 'loading' },
  unreadable: { kind: 'unreadable' },
  unchecked: { kind: 'unchecked' },
  refused: { kind: 'refused' },
}
const pauses: Record<PauseState['kind'], PauseState> = {
  running: { kind: 'running' },
  site: { kind: 'site', host: 'news.example.com' },
  hour: { kind: 'hour', until: Date.UTC(2026, 10, 21, 12) },
  everywhere: { kind: 'everywhere' },
  managed: { kind: 'managed' },
}

const states: Record<string, Partial<PopupProps>> = {
  ...Object.fromEntries(Object.entries(pages).map(([kind, view]) => [`page ${kind}`, { page: view }])),
  ...Object.fromEntries(Object.entries(pauses).map(([kind, pause]) => [`pause ${kind}`, { pause }])),
  'page with four numbers': { personalMark: '青竹' },
  'nothing on the page': { page: { ...page, marks: [] } },
  'a number of one’s own has ended': {
    retired: [{ name: '华山银行', number: '400-810-0009', canonical: '4008100009', successor: '95500' }],
  },
  'page that removes marks, still reading': { page: { ...page, spoofed: true, atRest: false, blind: true } },
  'development list': {
    status: { ...status, stamp: { ...stories.official.registry, channel: 'development', ageDays: 9 } },
  },
  'list too old': { status: { ...status, stamp: { ...stories.official.registry, ageDays: 120 } } },
  'no list': { status: { stamp: null, hotlines: 0, institutions: 0, problem: 'signature', storage: 'memory' } },
  'one answer': { startText: '95500' },
  'four answers': {
    startText: '一条消息',
    lookUp: async () =>
      answer([
        { ...stories.ordinary, start: 0 },
        { ...stories['unlisted-service, a lender named, tactic'], start: 20 },
        { ...stories.official, start: 40 },
        { ...stories['sender-id'], start: 60 },
      ]),
  },
  'one institution by name': { startText: '华山银行', lookUp: async () => answer([], [hua]) },
  'institution with nothing on record': { startText: '无名', lookUp: async () => answer([], [blank]) },
  'two institutions by name': { startText: '山', lookUp: async () => answer([], [hua, blank]) },
  'brand without a record': { startText: '借钱快', lookUp: async () => answer([stories['unknown-brand']]) },
  'verdict with channels': { startText: '95500', lookUp: async () => answer([stories.official], [hua]) },
  'nothing found': { startText: '你好', lookUp: async () => answer([]) },
  'look-up failed': {
    startText: '95500',
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
      if (states[name]?.startText) await expect.poll(() => host.querySelector('.answer:not(.soft)')).not.toBeNull()
      await shoot(host, `popup/${name}-${language}-${colours}`)
      expect(await findings(host)).toEqual([])
      openAllFolds(host)
      expect(await findings(host)).toEqual([])
      expect(host.textContent).not.toMatch(/[{}]|undefined/)
      expect(host.scrollWidth).toBeLessThanOrEqual(360)
    })
    it('emergency: one click, axe finds nothing, one click back', async () => {
      await scheme(colours)
      const { host } = open({ language })
      press(host, language === 'en' ? 'Emergency' : '已经出事了')
      await expect.poll(() => host.querySelectorAll('.steps li').length).toBe(4)
      await shoot(host, `popup/emergency-${language}-${colours}`)
      expect(await findings(host)).toEqual([])
      press(host, language === 'en' ? 'Back' : '返回')
      await expect.poll(() => host.querySelector('textarea')).not.toBeNull()
    })
  })
})

describe('asking', () => {
  it('checks what was typed on Enter, keeps line breaks with Shift, and shows owner, line, source and date', async () => {
    const { host, props } = open()
    host.querySelector('textarea')?.focus()
    await userEvent.keyboard('955{Shift>}{Enter}{/Shift}00{Enter}')
    expect(props.lookUp).toHaveBeenCalledExactlyOnceWith('955\n00')
    await expect.poll(() => host.querySelector('.answer')?.textContent).toContain('这是华山银行的官方号码。')
    const answer = host.querySelector('.answer')?.textContent
    expect(answer).toContain('客户服务热线')
    expect(answer).toContain('www.example.com')
    expect(answer).toContain('2026-08-21')
  })

  it('does not ask for nothing, and refuses too much with a sentence', async () => {
    const { host, props } = open()
    press(host, '核验')
    const longest = open({ startText: 'x'.repeat(limits.lookUp) })
    await expect.poll(() => longest.props.lookUp).toHaveBeenCalledOnce()
    const long = open({ startText: 'x'.repeat(limits.lookUp + 1) })
    await expect.poll(() => long.host.querySelector('.answer')?.textContent).toContain('内容太长')
    expect(props.lookUp).not.toHaveBeenCalled()
    expect(long.props.lookUp).not.toHaveBeenCalled()
    expect(long.host.querySelector('textarea')?.value).toHaveLength(limits.lookUp + 1)
  })

  it('lets the later question win when answers overtake each other', async () => {
    const answers: ((found: LookUpAnswer) => void)[] = []
    const { host } = open({ lookUp: () => new Promise((resolve) => answers.push(resolve)) })
    host.querySelector('textarea')?.focus()
    await userEvent.keyboard('95500{Enter}1{Enter}')
    answers[1]?.(answer([stories.lookalike]))
    await expect.poll(() => host.querySelector('.answer')?.textContent).toContain('400-820-5355')
    answers[0]?.(answer([stories.official]))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(host.querySelector('.answer')?.textContent).toContain('400-820-5355')
  })

  it('sums several answers up and opens the one that matters most', async () => {
    const { host } = open(states['four answers'])
    await expect.poll(() => host.querySelectorAll('.boxed').length).toBe(4)
    expect(host.querySelector('.summary')?.textContent).toBe(
      '4 个号码：1 个未在名录中，1 个官方号码，1 个短信端口，1 个普通号码。',
    )
    expect([...host.querySelectorAll<HTMLDetailsElement>('.boxed')].map((each) => each.open)).toEqual([
      false,
      true,
      false,
      false,
    ])
  })
})

describe('this page', () => {
  it('lists the numbers as buttons that say number and verdict, and reveals the one pressed', async () => {
    const { host, props } = open()
    const buttons = [...host.querySelectorAll<HTMLButtonElement>('.page-number')]
    expect(buttons.map((each) => each.textContent)).toContain('95500属于另一机构 在页面上查看')
    buttons[1]?.focus()
    await userEvent.keyboard('{Enter}')
    expect(props.onReveal).toHaveBeenCalledExactlyOnceWith(page.kind === 'ready' ? page.marks[1] : undefined)
  })

  it('offers to check a page that was not read, and says what that means', () => {
    const { host, props } = open({ page: { kind: 'unchecked' } })
    expect(host.textContent).toContain('这个页面还没有读')
    press(host, '检查此页')
    expect(props.onCheck).toHaveBeenCalledOnce()
    expect(open().host.textContent).not.toContain('检查此页')
    expect(open({ page: { kind: 'unreadable' } }).host.textContent).not.toContain('检查此页')
  })

  it('pauses in two clicks and resumes in one', async () => {
    const { host, props, update } = open()
    host.querySelector<HTMLElement>('.pause summary')?.click()
    press(host, '在此网站暂停')
    expect(props.onPause).toHaveBeenCalledExactlyOnceWith('site')
    update({ pause: { kind: 'site', host: 'news.example.com' } })
    expect(host.textContent).toContain('已在 news.example.com 暂停。')
    press(host, '恢复')
    expect(props.onResume).toHaveBeenCalledOnce()
  })
})

describe('the registry line', () => {
  it('tells a setback of the update, and nothing when all is well', () => {
    const failed = { kind: 'failed', code: 'rollback', reason: 'older' } as const
    const text = (outcome: Outcome) =>
      open({ status: { ...status, update: { outcome } } }).host.querySelector('.registry')?.textContent
    expect(text(failed)).toContain('收到的名录比现有的旧，没有采用。')
    expect(text({ kind: 'not-permitted' })).toContain('没有访问更新地址的权限')
    expect(text({ kind: 'current', seq: 3 })).not.toContain('最新')
  })

  it.each(problems)('says in words what went wrong: %s', (problem) => {
    const { host } = open({ status: { ...status, stamp: null, problem } })
    const words = zhPopup[`problem.${problem}`]
    expect(host.querySelector('main .warned[role=status]')?.textContent).toBe(`${zhPopup['registry.none']} ${words}`)
    expect(host.querySelector('.registry')?.textContent).not.toContain(words)
  })
  it.each(problems)('says it small where the list still answers: %s', (problem) => {
    const { host } = open({ status: { ...status, problem } })
    expect(host.querySelector('.warned')).toBeNull()
    expect(host.querySelector('.registry')?.textContent).toContain(zhPopup[`problem.${problem}`])
  })
  it('says at the top that the list is too old to answer', () => {
    const stamp = { ...stories.official.registry, ageDays: 91 }
    expect(open({ status: { ...status, stamp } }).host.querySelector('.warned')?.textContent).toContain('91 天')
    const young = { ...stamp, ageDays: 90 }
    expect(open({ status: { ...status, stamp: young } }).host.querySelector('.warned')).toBeNull()
  })
  it('shows age and version', () => {
    expect(open().host.querySelector('.registry')?.textContent).toContain('名录今天核对过，第 3 版')
  })
})
