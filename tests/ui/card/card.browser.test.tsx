import { afterEach, describe, expect, it, vi } from 'vitest'
import { cdp, userEvent } from 'vitest/browser'
import type { Language } from '../../../src/locales/language.ts'
import cardCss from '../../../src/ui/card/card.css?inline'
import { type CardProps, mountCard } from '../../../src/ui/card/mount-card.tsx'
import type { MessageNote } from '../../../src/verdict/message-note.ts'
import { findings, openAllFolds, press, scheme, shoot } from '../support/look.ts'
import { stories } from '../verdict-stories.ts'

const undo: (() => void)[] = []
afterEach(() => {
  for (const each of undo.splice(0)) each()
})

function open(over: Partial<CardProps> = {}) {
  const host = document.createElement('div')
  host.style.cssText = 'display: block; padding: 24px; width: 420px'
  document.body.append(host)
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(cardCss)
  root.adoptedStyleSheets = [sheet]
  const props: CardProps = {
    verdict: stories.official,
    language: 'zh-CN',
    personalMark: '',
    onClose: vi.fn(),
    onMuteNumber: vi.fn(),
    onMuteSite: vi.fn(),
    ...over,
  }
  const unmount = mountCard(root, props)
  undo.push(() => {
    unmount()
    host.remove()
  })
  return { host, root, unmount, props, dialog: () => root.querySelector<HTMLElement>('[role=dialog]') }
}

describe.each(['zh-CN', 'en'] as const)('in a text message, %s', (language: Language) => {
  const message: MessageNote = {
    claimed: stories['official-other'].claimed,
    signature: '泰山银行',
    sender: '+86 138 0000 0117',
    senderKind: 'mobile',
    numbers: [
      { text: '95500', code: 'official-other' },
      { text: '400-444-0117', code: 'unlisted-service' },
    ],
    tips: [],
  }

  it('a line above the verdict says who it names, who sent it and what its numbers are', async () => {
    const { host, root } = open({ verdict: stories['official-other'], message, language })
    await shoot(host, `card/message-${language}`)
    const line = root.querySelector('.message-line')?.textContent ?? ''
    for (const part of [
      '+86 138 0000 0117',
      '95500',
      '400-444-0117',
      language === 'en' ? 'personal mobile' : '个人手机号',
    ])
      expect(line).toContain(part)
    expect(await findings(host)).toEqual([])
  })

  it('without a sender and a name says only what it knows', () => {
    const { root } = open({ message: { claimed: [], numbers: [], tips: [] }, language })
    const line = root.querySelector('.message-line')?.textContent ?? ''
    expect(line).toMatch(language === 'en' ? /not signed/ : /没有署名/)
    expect(line).not.toMatch(/Sent by|发件人|undefined|[{}]/)
  })
})

describe('the card', () => {
  it('is a labelled dialog that takes the focus, and leaves nothing behind', () => {
    const { root, unmount, dialog } = open()
    expect(dialog()?.getAttribute('aria-label')).toBe('号码核验：95500，官方号码')
    expect(root.getElementById('summary')?.textContent).toBe('这是华山银行的官方号码。')
    expect(root.activeElement).toBe(dialog())
    unmount()
    expect(root.childElementCount).toBe(0)
  })

  it('works with the keyboard alone: close is first, folds open with Enter', async () => {
    const { root, props } = open()
    await userEvent.keyboard('{Tab}')
    expect(root.activeElement?.getAttribute('aria-label')).toBe('关闭')
    await userEvent.keyboard('{Enter}')
    expect(props.onClose).toHaveBeenCalledOnce()
    const why = root.querySelector('summary')
    why?.focus()
    await userEvent.keyboard('{Enter}')
    expect(why?.parentElement).toHaveProperty('open', true)
    expect(root.textContent).toContain('与名录中的号码完全一致')
  })

  it('reads the differing digits aloud', () => {
    const { root } = open({ verdict: stories.lookalike })
    expect(root.textContent).toContain('第 8 位：名录是 5，这里是 3。')
    expect(root.querySelectorAll('.digit[data-differs]')).toHaveLength(2)
    expect(root.querySelector('.digits')?.getAttribute('aria-hidden')).toBe('true')
  })

  it('shows the personal mark only when there is one', () => {
    expect(open().root.querySelector('.personal-mark')).toBeNull()
    expect(open({ personalMark: '青竹' }).root.querySelector('.personal-mark')?.textContent).toContain('青竹')
  })

  it('mutes the number or the site once', async () => {
    const { root, props } = open()
    openAllFolds(root)
    press(root, '不再提示此号码')
    press(root, '不再提示此网站')
    await expect.poll(() => root.querySelectorAll('button:disabled').length).toBe(2)
    press(root, '不再提示此号码')
    press(root, '不再提示此网站')
    expect(props.onMuteNumber).toHaveBeenCalledOnce()
    expect(props.onMuteSite).toHaveBeenCalledOnce()
  })

  it('before a tel: link: says what would be dialled and still lets the person call', () => {
    const onCallAnyway = vi.fn()
    const { root } = open({
      verdict: stories['unlisted-service, a lender named, tactic'],
      dial: { shown: '95500', target: '4001230152' },
      onCallAnyway,
    })
    expect(root.textContent).toContain('页面写着 95500，实际会拨 400-123-0152。')
    expect(root.textContent).toContain('400-820-5555')
    press(root, '仍要拨打')
    expect(onCallAnyway).toHaveBeenCalledOnce()
  })

  it('links sources only to web addresses', () => {
    const verdict = structuredClone(stories.official)
    if (verdict.line) verdict.line.source = { kind: 'primary', url: 'javascript:alert(1)' }
    const { root } = open({ verdict })
    openAllFolds(root)
    expect(root.querySelectorAll('a')).toHaveLength(0)
    const linked = open().root.querySelector('a')
    expect(linked?.href).toBe('https://www.example.com/contact')
    expect(linked?.rel).toBe('noopener noreferrer')
  })

  it('selects the number where the page forbids copying', async () => {
    const refuse = vi
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new DOMException('no', 'NotAllowedError'))
    const { root } = open({ verdict: stories['official-other'] })
    press(root, '复制')
    await expect.poll(() => root.querySelector('.copy')?.textContent).toBe('已选中，请按复制键')
    refuse.mockRestore()
  })

  it('keeps its look when the page’s own styles shout', async () => {
    const loud = document.createElement('style')
    loud.textContent =
      '* { color: red !important; letter-spacing: 9px; --ink: red; --surface: yellow; text-transform: uppercase; visibility: visible }'
    document.head.append(loud)
    undo.push(() => loud.remove())
    await scheme('light')
    const { root } = open()
    const what = root.querySelector('.what')
    const style = what ? getComputedStyle(what) : undefined
    expect(style?.color).toBe('rgb(25, 28, 32)')
    expect(style?.letterSpacing).toBe('normal')
    expect(style?.textTransform).toBe('none')
  })

  it('fits 320 px and 200 % text without a sideways scroll', () => {
    const { host, root, dialog } = open({ verdict: stories.lookalike })
    host.style.cssText = 'display: block; width: 320px; padding: 0'
    openAllFolds(root)
    const node = dialog()
    node?.style.setProperty('width', '320px')
    expect(node?.scrollWidth).toBeLessThanOrEqual(node?.clientWidth ?? 0)
    node?.style.setProperty('font-size', '200%')
    node?.style.setProperty('width', '640px')
    expect(node?.scrollWidth).toBeLessThanOrEqual(node?.clientWidth ?? 0)
  })
})

it('marks only the differing digits in forced colours', async () => {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] })
  const { root } = open({ verdict: stories.lookalike })
  const widths = [...root.querySelectorAll('.digit')].map((digit) => getComputedStyle(digit).borderBottomWidth)
  expect(matchMedia('(forced-colors: active)').matches).toBe(true)
  expect(widths.filter((width) => width !== '0px')).toHaveLength(2)
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'none' }] })
})

it('shows the dial note to axe too', async () => {
  const { host } = open({
    verdict: stories['unlisted-service'],
    dial: { shown: '95500', target: '4001230152' },
    onCallAnyway: vi.fn(),
  })
  await scheme('light')
  await shoot(host, 'card/dial-note-zh-CN-light')
  expect(await findings(host)).toEqual([])
})
