/** In a page of the extension, self-contained: text that is cut off, runs out of the window or lies over other text. */
export function layoutFaults(): string[] {
  const faults: string[] = []
  const scroller = document.scrollingElement ?? document.documentElement
  if (scroller.scrollWidth > scroller.clientWidth)
    faults.push(`the page is ${scroller.scrollWidth} px wide in a window of ${scroller.clientWidth}`)
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const lines: { text: string; box: DOMRect; bar: boolean }[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!parent || !node.nodeValue?.trim() || parent.closest('.unseen, script, style')) continue
    if (!parent.checkVisibility({ visibilityProperty: true })) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const text = node.nodeValue.trim().slice(0, 30)
    // The bar of the popup stays while the rest scrolls under it.
    const bar = parent.closest('.popup-bar') !== null
    for (const box of range.getClientRects()) if (box.width > 1) lines.push({ text, box, bar })
  }
  for (const { text, box } of lines) {
    if (box.left < -1 || box.right > innerWidth + 1) faults.push(`“${text}” runs out of the window`)
  }
  for (const element of document.querySelectorAll<HTMLElement>('.zh *')) {
    const { overflowX, overflowY } = getComputedStyle(element)
    if (element.matches('.unseen, textarea, input, select') || element.closest('svg, .unseen')) continue
    const clips = [overflowX, overflowY].some((value) => value === 'hidden' || value === 'clip')
    const cut = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
    if (clips && cut) faults.push(`<${element.tagName} class="${element.className}"> cuts its text`)
  }
  const overlap = (a: DOMRect, b: DOMRect): boolean => {
    const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
    const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
    return width > 2 && height > 0.45 * Math.min(a.height, b.height)
  }
  for (const [index, one] of lines.entries()) {
    const over = lines.slice(index + 1).find((other) => one.bar === other.bar && overlap(one.box, other.box))
    if (over) faults.push(`“${one.text}” and “${over.text}” lie over each other`)
  }
  return faults
}

/** In a page, self-contained: what still moves. */
export function motions(): string[] {
  const moving = [...document.querySelectorAll('*')].filter((element) => {
    const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(element)
    const moves = (animationName !== 'none' && animationDuration !== '0s') || scrollBehavior === 'smooth'
    return moves || transitionDuration.split(', ').some((time) => Number.parseFloat(time) > 0)
  })
  return [...new Set(moving.map((element) => `<${element.tagName} class="${element.getAttribute('class')}">`))]
}

/** In a page, self-contained: states that look alike when colours are gone. */
export function alikeWithoutColour(): string[] {
  const faults: string[] = []
  const looks = new Map<string, string>()
  for (const chip of document.querySelectorAll<HTMLElement>('.chip[data-code]')) {
    const look = `${chip.querySelector('svg')?.innerHTML} ${chip.textContent}`
    const before = looks.get(look) ?? chip.dataset.code
    if (before !== chip.dataset.code) faults.push(`the chips of ${before} and ${chip.dataset.code}`)
    looks.set(look, chip.dataset.code ?? '')
  }
  const lookOf = (element: Element | null | undefined): string => {
    const { borderTopWidth, fontWeight, textDecorationLine } = element ? getComputedStyle(element) : document.body.style
    return [borderTopWidth, fontWeight, textDecorationLine].join(' ')
  }
  for (const chosen of document.querySelectorAll('.choice-item :checked + span, nav [aria-current]')) {
    const siblings = chosen
      .closest('fieldset, nav')
      ?.querySelectorAll('.choice-item :not(:checked) + span, a:not([aria-current])')
    if (siblings?.[0] && lookOf(siblings[0]) === lookOf(chosen))
      faults.push(`“${chosen.textContent}”, which is chosen, and “${siblings[0].textContent}”`)
  }
  const edges = [...document.querySelectorAll('.button:not([data-kind=icon])')].filter(
    (button) => getComputedStyle(button).borderTopStyle === 'none',
  )
  return [...faults, ...edges.map((button) => `“${button.textContent}”, a button, and plain text`)]
}
